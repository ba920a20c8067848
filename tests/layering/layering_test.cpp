// Includes point one way, and libraries stay in their rooms.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

/// What each folder of the analyzer may include, beside itself. Not transitive: each use is named.
std::map<std::string, std::vector<std::string>> const allowed{
    {"text", {}},
    {"literal", {"text"}},
    {"fold", {"text", "literal"}},
    {"host", {"text", "literal", "fold"}},
    {"value", {"text"}},
    {"query", {"text", "value"}},
    {"schema", {"text"}},
    {"dialect", {"text", "value", "query", "schema"}},
    {"resolve", {"text", "value", "query", "schema", "dialect"}},
    {"outcome", {"text", "value", "query", "schema", "dialect", "resolve"}},
    {"rules", {"text", "value", "query", "schema", "dialect", "resolve", "outcome"}},
    {"edit", {"text", "literal", "fold"}},
    {"workspace", {"text"}},
    {"config", {"text", "schema", "rules", "workspace"}},
    {"suppress", {"text", "host", "schema", "rules", "edit"}},
    {"analyze",
     {"text", "literal", "fold", "host", "value", "query", "schema", "dialect", "resolve", "outcome", "rules", "edit",
      "workspace", "config", "suppress"}},
    {"baseline", {"text", "rules", "schema", "workspace", "analyze"}},
    {"assist",
     {"text", "literal", "fold", "host", "value", "query", "schema", "dialect", "resolve", "outcome", "rules", "edit",
      "workspace", "config", "suppress", "analyze"}},
    {"cli",
     {"text", "literal", "fold", "host", "value", "query", "schema", "dialect", "resolve", "outcome", "rules", "edit",
      "workspace", "config", "suppress", "analyze", "baseline", "assist"}},
};

/// Libraries, and the folders that may include them.
std::map<std::string, std::vector<std::string>> const rooms{
    {"boost/spirit/", {"query", "value"}},
    {"boost/json", {"schema", "baseline", "cli"}},
    {"boost/url", {"analyze"}},
    {"boost/asio", {}},
    {"toml++/", {"config"}},
    {"tree_sitter/", {"host"}},
    {"CLI/", {"cli"}},
    {"pugixml", {"cli"}},
    {"iostream", {}},
    {"regex", {}},
};

struct Include {
    std::string file, folder, included;
};

std::vector<Include> includes() {
    std::vector<Include> found;
    fs::path root = fs::path(ALYX_ROOT) / "analyzer";
    for (auto at = fs::recursive_directory_iterator(root); at != fs::recursive_directory_iterator(); ++at) {
        if (at->path().filename() == "node_modules") at.disable_recursion_pending();
        auto extension = at->path().extension();
        if (extension != ".cpp" && extension != ".hpp" && extension != ".def") continue;
        auto relative = fs::relative(at->path(), root);
        std::ifstream in(at->path());
        for (std::string line; std::getline(in, line);) {
            if (line.rfind("#include ", 0) != 0) continue;
            auto begin = line.find_first_of("<\"", 8) + 1;
            auto end = line.find_first_of(">\"", begin);
            found.push_back({relative.string(), relative.begin()->string(), line.substr(begin, end - begin)});
        }
    }
    return found;
}

bool has(std::vector<std::string> const& names, std::string const& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

BOOST_AUTO_TEST_CASE(includes_point_one_way) {
    auto all = includes();
    BOOST_TEST_REQUIRE(all.size() > 100);
    for (auto const& include : all) {
        if (include.included.rfind("analyzer/", 0) != 0) continue;
        auto rest = include.included.substr(9);
        auto target = rest.substr(0, rest.find('/'));
        auto row = allowed.find(include.folder);
        BOOST_TEST_REQUIRE((row != allowed.end()), include.folder << " is not in the table of folders");
        bool fine = target == include.folder || has(row->second, target);
        BOOST_TEST(fine, include.file << " includes " << include.included);
    }
}

BOOST_AUTO_TEST_CASE(libraries_stay_in_their_rooms) {
    for (auto const& include : includes())
        for (auto const& [library, folders] : rooms)
            if (include.included.rfind(library, 0) == 0)
                BOOST_TEST(has(folders, include.folder), include.file << " includes " << include.included);
}

BOOST_AUTO_TEST_CASE(every_file_begins_with_what_it_is_for) {
    fs::path root = fs::path(ALYX_ROOT) / "analyzer";
    for (auto at = fs::recursive_directory_iterator(root); at != fs::recursive_directory_iterator(); ++at) {
        if (at->path().filename() == "node_modules") at.disable_recursion_pending();
        auto extension = at->path().extension();
        if (extension != ".cpp" && extension != ".hpp") continue;
        std::ifstream in(at->path());
        std::string line;
        std::getline(in, line);
        bool fine = line.rfind("// ", 0) == 0 && line.size() > 10;
        BOOST_TEST(fine, at->path().string() << " begins with: " << line);
    }
}

/// Two types of one name give one program two meanings for one symbol, and the linker takes either: a vector of one of
/// them is moved as if it were the other.
BOOST_AUTO_TEST_CASE(no_two_headers_define_types_of_the_same_name) {
    std::map<std::string, std::string> defined;  // by namespace and name: the header
    for (char const* top : {"analyzer", "lsp"}) {
        fs::path root = fs::path(ALYX_ROOT) / top;
        for (auto at = fs::recursive_directory_iterator(root); at != fs::recursive_directory_iterator(); ++at) {
            if (at->path().filename() == "node_modules") at.disable_recursion_pending();
            if (at->path().extension() != ".hpp") continue;
            std::ifstream in(at->path());
            std::string space;
            for (std::string line; std::getline(in, line);) {
                std::istringstream words(line);
                std::string word, name;
                words >> word;
                if (word == "namespace") words >> space;
                if (word == "enum") words >> word;
                if (word != "struct" && word != "class") continue;
                words >> name;
                bool is_nested = line.front() == ' ', is_declared = line.back() == ';' && line.find('{') == line.npos;
                if (is_nested || is_declared || name.find("::") != name.npos) continue;
                auto [known, is_new] = defined.emplace(space + "::" + name, at->path().string());
                BOOST_TEST((is_new || known->second == at->path().string()),
                           name << " is defined in " << known->second << " and in " << at->path().string());
            }
        }
    }
    BOOST_TEST(defined.size() > 300U);
}
