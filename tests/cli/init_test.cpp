// A first configuration: what it says, that it is understood, and that nothing is written over.
#include "analyzer/cli/init.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "analyzer/config/read.hpp"
#include "tests/workspace/temporary_folder.hpp"

namespace {

using namespace alyx::analyzer::testing;
using namespace alyx::cli;
namespace data = boost::unit_test::data;

constexpr char wrong[] = "one.alyx.rest('sessions', 'list', django='projct__name,x')\n";

bool has(std::string const& text, std::string const& part) {
    return text.find(part) != std::string::npos;
}

std::string report(InitOptions const& options = {}) {
    auto made = initialize(options);
    return made ? *made : "failed: " + made.error().to_string();
}

/// Takes the # from each line that could be in force.
std::string all_in_force(std::string const& text) {
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        auto end = text.find('\n', at) + 1;
        auto line = text.substr(at, end - at);
        at = end;
        bool key = line.starts_with("# ") && (has(line, " = ") || has(line, "[[")) && !has(line, ". ");
        result += key ? line.substr(2) : line;
    }
    return result;
}

std::string wrong_with(std::string const& text, bool pyproject) {
    alyx::analyzer::ConfigurationOrigin origin{"x.toml", "/x.toml", "/", "/"};
    auto read =
        pyproject ? *alyx::analyzer::read_pyproject(origin, text) : alyx::analyzer::read_configuration(origin, text);
    return read ? "nothing" : read.error().front().to_string();
}

}  // namespace

BOOST_DATA_TEST_CASE(the_configuration_is_understood_with_and_without_its_comments,
                     data::make({false, true}) * data::make({0U, 3U}) * data::make({0U, 5U}), pyproject, findings,
                     queries) {
    Survey survey;
    survey.findings = findings;
    survey.queries = queries;
    auto text = first_configuration(survey, pyproject);
    BOOST_TEST(wrong_with(text, pyproject) == "nothing");
    auto all = all_in_force(text);
    BOOST_TEST(wrong_with(all, pyproject) == "nothing", all);
    BOOST_TEST(has(all, "\nignore = "));
    BOOST_TEST(has(all, "\nbaseline = ") == (findings > 0));
    BOOST_TEST(has(all, "\ncallee = ") == (queries == 0));
    for (auto at = text.find('\n'), begin = std::size_t{0}; at != text.npos;
         begin = at + 1, at = text.find('\n', begin))
        BOOST_TEST(at - begin <= 120U);
}

BOOST_AUTO_TEST_CASE(what_was_found_decides_what_is_said) {
    TemporaryFolder folder;
    folder.write("a.py", wrong);
    folder.write("b.py", "x = 1\n");
    folder.write("n.ipynb", "{\"cells\": [], \"metadata\": {}, \"nbformat\": 4}");
    folder.write("c.md", "text");
    folder.write("d.ipynb", "{");
    folder.write(".git/HEAD", "ref: refs/heads/main\n");
    folder.write(".github/workflows/ci.yml");
    CurrentFolder in(folder.path());
    auto said = report();
    BOOST_TEST(said.starts_with("Found 2 scripts, 2 notebooks and 1 document with 1 query of Alyx.\n"
                                "1 error or warning is found in them.\n"
                                "Left out: d.ipynb: "),
               said);
    BOOST_TEST(has(said, "\nWrote alyxlint.toml.\n"));
    BOOST_TEST(has(said, "--update-baseline"));
    BOOST_TEST(has(said, ".git/hooks/pre-commit"));
    BOOST_TEST(has(said, "--output-format github"));
    BOOST_TEST(!has(said, "GitLab"));
    BOOST_TEST(!has(said, "[[calls]]"));
    BOOST_TEST(has(folder.read("alyxlint.toml"), "\nfail-on = \"warning\"\n"));
    folder.write(".pre-commit-config.yaml", "repos: []\n");
    folder.write(".gitlab-ci.yml", "");
    said = report({.force = true});
    BOOST_TEST(has(said, "- id: alyxlint\n"));
    BOOST_TEST(!has(said, ".git/hooks"));
    BOOST_TEST(has(said, "gitlab=alyxlint.json"));
}

BOOST_AUTO_TEST_CASE(without_queries_own_functions_are_asked_for) {
    TemporaryFolder folder;
    CurrentFolder in(folder.path());
    auto said = report();
    BOOST_TEST(said.starts_with("Found 0 scripts, 0 notebooks and 0 documents with 0 queries of Alyx.\n"
                                "If functions of your own send queries"),
               said);
    BOOST_TEST(!has(said, "--update-baseline"));
    BOOST_TEST(!has(said, "commit"));
    BOOST_TEST(has(said, "In a pipeline, run `alyxlint check`"));
    BOOST_TEST(has(folder.read("alyxlint.toml"), "# [[calls]]\n"));
}

BOOST_AUTO_TEST_CASE(nothing_is_written_over_unless_that_is_wanted) {
    TemporaryFolder folder;
    CurrentFolder in(folder.path());
    for (auto const* name : {".alyxlint.toml", "alyxlint.toml"}) {
        folder.write(name, "# mine\n");
        BOOST_TEST(report() == "failed: " + std::string(name) +
                                   ": is a configuration already; change it, or write a new one with --force");
        BOOST_TEST(folder.read(name) == "# mine\n");
    }
    auto dry = report({.force = true, .dry_run = true});
    BOOST_TEST(has(dry, "Would write alyxlint.toml:\n\n# What alyxlint checks"));
    BOOST_TEST(folder.read("alyxlint.toml") == "# mine\n");
    BOOST_TEST(has(report({.force = true}), "Wrote alyxlint.toml.\n"));
    BOOST_TEST(has(folder.read("alyxlint.toml"), "fail-on"));
    BOOST_TEST(folder.read(".alyxlint.toml") == "# mine\n");
    BOOST_TEST((folder.names() == std::vector<std::string>{".alyxlint.toml", "alyxlint.toml"}));
}

BOOST_AUTO_TEST_CASE(a_table_is_added_to_pyproject_once_and_the_rest_stays) {
    TemporaryFolder folder;
    CurrentFolder in(folder.path());
    InitOptions options{.pyproject = true};
    BOOST_TEST(report(options) ==
               "failed: pyproject.toml: is not in this folder; leave out --pyproject for a file alyxlint.toml");
    folder.write("pyproject.toml", "[project]\r\nname = \"x\"");
    BOOST_TEST(has(report(options), "Added [tool.alyxlint] to pyproject.toml.\n"));
    auto text = folder.read("pyproject.toml");
    BOOST_TEST(text.starts_with("[project]\r\nname = \"x\"\r\n\r\n[tool.alyxlint]\r\n"), text);
    BOOST_TEST(wrong_with(text, true) == "nothing");
    for (bool force : {false, true})
        BOOST_TEST(report({.pyproject = true, .force = force}) ==
                   "failed: pyproject.toml: has a table [tool.alyxlint] already; change it there");
    BOOST_TEST(has(report(), "failed: pyproject.toml: is a configuration already"));
    BOOST_TEST(folder.read("pyproject.toml") == text);
    for (auto const* odd : {"[project\n", "tool = {x = 1}\n"}) {
        folder.write("pyproject.toml", odd);
        auto said = report(options);
        BOOST_TEST(said.starts_with("failed: pyproject.toml: "), said);
        BOOST_TEST(has(said, "; mend it, or leave out --pyproject"), said);
        BOOST_TEST(folder.read("pyproject.toml") == odd);
    }
}

BOOST_AUTO_TEST_CASE(a_folder_that_may_not_be_written_to_is_said) {
    TemporaryFolder folder;
    folder.set_mode(".", 0555);
    WithoutPrivileges somebody(folder);
    CurrentFolder in(folder.path());
    BOOST_TEST(report() == "failed: alyxlint.toml: Permission denied");
}
