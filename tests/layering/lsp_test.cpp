// The language server: includes point one way, libraries stay in their rooms, and it knows no dialect.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

/// What each folder of lsp/ may include of lsp/, beside itself; `` is lsp/ itself, the program.
std::map<std::string, std::vector<std::string>> const allowed{
    {"protocol", {}},
    {"session", {"protocol"}},
    {"features", {"protocol", "session"}},
    {"server", {"protocol", "session", "features"}},
    {"transport", {"protocol", "session", "server"}},
    {"wasm", {"session", "server"}},
    {"", {"protocol", "session", "features", "server", "transport"}},
};

/// What only these folders may include. The server compiles without threads and sockets.
std::map<std::string, std::vector<std::string>> const rooms{
    {"boost/asio", {"transport"}},
    {"thread", {"transport"}},
    {"mutex", {}},
    {"unistd.h", {"transport", ""}},
    {"signal.h", {"transport", ""}},
    {"CLI/", {""}},
    {"iostream", {}},
    {"fstream", {}},
};

/// Parts of the analyzer that lsp/ may know. What is shown comes from assist, not from dialects and grammars.
std::vector<std::string> const parts{"text",      "host",   "edit",     "rules",   "schema",
                                     "workspace", "config", "suppress", "analyze", "assist"};

/// Names of dialects, of their services and of what stands in their calls.
std::vector<std::string> const foreign{"alyx-filter", "alyx_filter", "django", "rest(", "icontains", "ftrack"};

struct Line {
    std::string file, folder, text;
};

std::vector<Line> lines() {
    std::vector<Line> found;
    fs::path root = fs::path(ALYX_ROOT) / "lsp";
    for (auto const& entry : fs::recursive_directory_iterator(root)) {
        auto extension = entry.path().extension();
        if (extension != ".cpp" && extension != ".hpp" && extension != ".def") continue;
        auto relative = fs::relative(entry.path(), root);
        std::ifstream in(entry.path());
        for (std::string text; std::getline(in, text);)
            found.push_back({relative.string(), relative.parent_path().string(), text});
    }
    return found;
}

bool has(std::vector<std::string> const& names, std::string const& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

std::string included(std::string const& line) {
    if (line.rfind("#include ", 0) != 0) return "";
    auto begin = line.find_first_of("<\"", 8) + 1;
    return line.substr(begin, line.find_first_of(">\"", begin) - begin);
}

}  // namespace

BOOST_AUTO_TEST_CASE(includes_of_the_server_point_one_way) {
    auto all = lines();
    BOOST_TEST_REQUIRE(all.size() > 1000);
    for (auto const& line : all) {
        auto name = included(line.text);
        auto row = allowed.find(line.folder);
        BOOST_TEST_REQUIRE((row != allowed.end()), line.folder << " is not in the table of folders");
        if (name.rfind("lsp/", 0) == 0) {
            auto folder = fs::path(name.substr(4)).parent_path().string();
            bool fine = folder == line.folder || has(row->second, folder);
            BOOST_TEST(fine, line.file << " includes " << name);
        }
        if (name.rfind("analyzer/", 0) == 0) {
            auto part = name.substr(9, name.find('/', 9) - 9);
            BOOST_TEST(has(parts, part), line.file << " includes " << name);
        }
        for (auto const& [library, folders] : rooms) {
            bool is_it = library.back() == '/' || library.find('/') != library.npos ? name.rfind(library, 0) == 0
                                                                                    : name == library;
            if (is_it) BOOST_TEST(has(folders, line.folder), line.file << " includes " << name);
        }
    }
}

BOOST_AUTO_TEST_CASE(the_server_knows_no_dialect) {
    for (auto const& line : lines())
        for (auto const& name : foreign)
            BOOST_TEST((line.text.find(name) == line.text.npos), line.file << " speaks of " << name);
}
