// Baseline files: read, matched, written.
#include "analyzer/baseline/baseline.hpp"

#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>

using namespace alyx::analyzer;
namespace fs = std::filesystem;

namespace {

struct Folder {
    fs::path path;
    Folder() {
        char name[] = "/tmp/alyx-baseline-XXXXXX";
        path = fs::canonical(mkdtemp(name));
    }
    Folder(Folder const&) = delete;
    Folder& operator=(Folder const&) = delete;
    ~Folder() { fs::remove_all(path); }
    std::string write(char const* name, std::string const& text) const {
        std::ofstream(path / name, std::ios::binary) << text;
        return (path / name).string();
    }
};

std::string failure(Folder const& folder, std::string const& text) {
    auto read = Baseline::read(folder.write("broken.json", text));
    return read ? "none" : read.error().to_string().substr(folder.path.string().size() + 1);
}

bool starts(std::string const& text, std::string const& with) {
    return text.rfind(with, 0) == 0;
}

}  // namespace

BOOST_AUTO_TEST_CASE(it_is_written_sorted_with_an_entry_a_line) {
    Folder folder;
    Baseline baseline((folder.path / "b.json").string());
    baseline.update(
        {{"b.py", "2", "AQ203", "\"quoted\" \xff"}, {"a.py", "9", "AQ101", "m"}, {"a.py", "9", "AQ101", "m"}}, {});
    auto text = baseline.to_text();
    BOOST_TEST(text ==
               "{\n  \"version\": 1,\n  \"findings\": [\n"
               "    {\"file\": \"a.py\", \"fingerprint\": \"9\", \"rule\": \"AQ101\", \"message\": \"m\"},\n"
               "    {\"file\": \"b.py\", \"fingerprint\": \"2\", \"rule\": \"AQ203\", \"message\": \"\\\"quoted\\\" "
               "\xEF\xBF\xBD\"}\n  ]\n}\n");
    auto again = Baseline::read(folder.write("b.json", text));
    BOOST_TEST_REQUIRE(again.has_value());
    BOOST_TEST(again->to_text() == text);
    BOOST_TEST(again->contains("a.py", "9"));
    BOOST_TEST(!again->contains("a.py", "2"));
    BOOST_TEST(!again->contains("b.py", "9"));
    auto empty = Baseline::read(folder.write("e.json", Baseline("e.json").to_text()));
    BOOST_TEST(empty.has_value());
}

BOOST_AUTO_TEST_CASE(names_are_relative_to_its_folder_whatever_way_leads_there) {
    Folder folder;
    fs::create_directories(folder.path / "sub/deep");
    fs::create_directory_symlink(folder.path / "sub", folder.path / "link");
    Baseline baseline((folder.path / "sub/b.json").string());
    BOOST_TEST(baseline.name_of((folder.path / "sub/deep/a.py").string()) == "deep/a.py");
    BOOST_TEST(baseline.name_of((folder.path / "link/deep/../a.py").string()) == "a.py");
    BOOST_TEST(baseline.name_of((folder.path / "a.py").string()) == "../a.py");
    Baseline through((folder.path / "link/b.json").string());
    BOOST_TEST(through.name_of((folder.path / "sub/a.py").string()) == "a.py");
}

BOOST_AUTO_TEST_CASE(what_is_broken_is_named_with_its_place) {
    Folder folder;
    BOOST_TEST(starts(failure(folder, "{\n  \"version\" 1}"), "broken.json: 2:13: "));
    BOOST_TEST(starts(failure(folder, "[]"), "broken.json: is no object"));
    BOOST_TEST(starts(failure(folder, "{\"findings\": []}"), "broken.json: version: is not 1"));
    BOOST_TEST(starts(failure(folder, "{\"version\": 2, \"findings\": []}"), "broken.json: version: is not 1"));
    BOOST_TEST(starts(failure(folder, "{\"version\": 1}"), "broken.json: findings: is no array"));
    BOOST_TEST(starts(failure(folder, "{\"version\": 1, \"findings\": [{\"file\": \"a\"}]}"),
                      "broken.json: findings[0].fingerprint: is missing"));
    BOOST_TEST(starts(failure(folder, "{\"version\": 1, \"findings\": [{\"file\": 1, \"fingerprint\": \"a\"}]}"),
                      "broken.json: findings[0].file: is no text"));
    auto missing = Baseline::read((folder.path / "none.json").string());
    BOOST_TEST_REQUIRE(!missing.has_value());
    BOOST_TEST(missing.error().to_string().find("--update-baseline") != std::string::npos);
}
