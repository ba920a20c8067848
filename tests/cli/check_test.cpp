// alyxlint check, as a user runs it.
#include <algorithm>
#include <boost/json.hpp>
#include <boost/test/unit_test.hpp>

#include "analyzer/host/host.hpp"
#include "tests/cli/folder.hpp"

namespace {

namespace json = boost::json;

constexpr char wrong[] = "one.alyx.rest('sessions', 'list', django='projct__name,x')\n";
constexpr char right[] = "one.alyx.rest('sessions', 'list', django='projects__name,x')\n";

}  // namespace

BOOST_AUTO_TEST_CASE(a_clean_file_gives_status_0) {
    Folder folder;
    folder.write("a.py", right);
    auto ran = folder.run({"a.py"});
    BOOST_TEST(ran.code == 0);
    BOOST_TEST(ran.out == "All checks passed in 1 query of 1 file.\n");
    BOOST_TEST(ran.err == "");
}

BOOST_AUTO_TEST_CASE(a_finding_gives_status_1_and_shows_the_line) {
    Folder folder;
    folder.write("a.py", wrong);
    auto ran = folder.run({"check", "a.py"});
    BOOST_TEST(ran.code == 1);
    BOOST_TEST(has(ran.out, "error[AQ203]: `projct` is no field of Session\n"));
    BOOST_TEST(has(ran.out, " --> a.py:1:43\n"));
    BOOST_TEST(has(ran.out,
                   "1 | one.alyx.rest('sessions', 'list', django='projct__name,x')\n"
                   "  |                                           ^^^^^^\n"));
    BOOST_TEST(has(ran.out, "  = server: HTTP 500 FieldError\n"));
    BOOST_TEST(has(ran.out, "Found 1 error, 0 warnings in 1 query of 1 file.\n"));
}

BOOST_AUTO_TEST_CASE(what_evaluating_a_value_raises_is_named) {
    Folder folder;
    folder.write("a.py", "one.alyx.rest('sessions', 'list', django='number,[1/0]')\n");
    BOOST_TEST(has(folder.run({"a.py"}).out, "= server: HTTP 500 ZeroDivisionError\n"));
}

BOOST_AUTO_TEST_CASE(without_a_path_this_folder_is_checked_but_not_what_git_ignores) {
    Folder folder;
    folder.write(".git/HEAD", "ref: refs/heads/main\n");
    folder.write(".gitignore", "ignored/\n");
    folder.write("ignored/a.py", wrong);
    folder.write("b/c.py", wrong);
    auto ran = folder.run({"--output-format", "concise"});
    BOOST_TEST(ran.code == 1);
    BOOST_TEST(has(ran.out, "b/c.py:1:43: error[AQ203] `projct` is no field of Session\n"));
    BOOST_TEST(!has(ran.out, "ignored"));
}

BOOST_AUTO_TEST_CASE(one_bad_path_never_stops_the_others) {
    Folder folder;
    folder.write("a.py", wrong);
    auto ran = folder.run({"missing.py", "a.py", "--output-format", "concise"});
    BOOST_TEST(ran.code == 2);
    BOOST_TEST(has(ran.err, "alyxlint: missing.py: "));
    BOOST_TEST(has(ran.out, "a.py:1:43"));
}

BOOST_AUTO_TEST_CASE(a_broken_notebook_is_a_failure_with_its_place) {
    Folder folder;
    folder.write("a.ipynb", "{\"cells\": [{\"cell_type\": \"code\", \"source\": [\"x = 1\"");
    auto ran = folder.run({"a.ipynb"});
    BOOST_TEST(ran.code == 2);
    BOOST_TEST(has(ran.err, "alyxlint: a.ipynb: "));
}

BOOST_AUTO_TEST_CASE(a_binary_file_is_a_failure) {
    Folder folder;
    folder.write("a.py", std::string("one.alyx.rest\0", 14));
    auto ran = folder.run({"a.py"});
    BOOST_TEST(ran.code == 2);
    BOOST_TEST(has(ran.err, "a.py: is not text"));
}

BOOST_AUTO_TEST_CASE(json_is_one_array_of_objects_with_all_members) {
    Folder folder;
    folder.write("a.py", "# \xC3\xA9\n\xC3\xA9 = " + std::string(wrong));
    auto ran = folder.run({"a.py", "--output-format", "json"});
    BOOST_TEST(ran.code == 1);
    auto found = json::parse(ran.out).as_array();
    BOOST_TEST_REQUIRE(found.size() == 1U);
    auto const& f = found[0].as_object();
    for (char const* member : {"filename", "cell", "rule", "name", "effect", "severity", "message", "location",
                               "end_location", "fix", "url", "server"})
        BOOST_TEST(f.contains(member), member);
    BOOST_TEST(f.at("filename").as_string() == "a.py");
    BOOST_TEST(f.at("cell").is_null());
    BOOST_TEST(f.at("rule").as_string() == "AQ203");
    BOOST_TEST(f.at("effect").as_string() == "refused");
    BOOST_TEST(f.at("severity").as_string() == "error");
    // Columns count code points.
    BOOST_TEST(f.at("location").at("row").as_int64() == 2);
    BOOST_TEST(f.at("location").at("column").as_int64() == 47);
    BOOST_TEST(f.at("end_location").at("column").as_int64() == 53);
    BOOST_TEST(f.at("server").at("status").as_int64() == 500);
    BOOST_TEST(f.at("server").at("exception").as_string() == "FieldError");
    BOOST_TEST(json::parse(folder.run({"--output-format=json", "b"}).out).as_array().empty());
}

BOOST_AUTO_TEST_CASE(places_in_notebooks_name_the_cell) {
    Folder folder;
    folder.write("n.ipynb", R"json({"cells": [{"cell_type": "markdown", "source": ["hello"]},
      {"cell_type": "code", "source": ["# first\n", "x = one.alyx.rest('sessions', 'list', django='projct,x')"]}],
      "metadata": {"kernelspec": {"language": "python"}}, "nbformat": 4, "nbformat_minor": 5})json");
    auto ran = folder.run({"n.ipynb", "--output-format", "concise"});
    BOOST_TEST(has(ran.out, "n.ipynb:cell 2:2:47: error[AQ203]"));
}

BOOST_AUTO_TEST_CASE(control_characters_of_a_file_never_reach_the_terminal) {
    Folder folder;
    folder.write("a\x1b[31m.py", "one.alyx.rest('sessions', 'list', django='\x1b[31mred,x')\n");
    auto ran = folder.run({"."});
    BOOST_TEST(ran.code == 1);
    BOOST_TEST(!has(ran.out, "\x1b"));
}

BOOST_AUTO_TEST_CASE(colours_only_where_they_are_wanted) {
    Folder folder;
    folder.write("a.py", wrong);
    BOOST_TEST(!has(folder.run({"a.py"}).out, "\x1b["));
    BOOST_TEST(has(folder.run({"a.py", "--color", "always"}).out, "\x1b["));
}

BOOST_AUTO_TEST_CASE(bad_usage_gives_status_2_and_says_why) {
    auto ran = run({"check", "--output-format", "fancy"});
    BOOST_TEST(ran.code == 2);
    BOOST_TEST(has(ran.err, "fancy"));
    BOOST_TEST(run({"--no-such-option"}).code == 2);
    BOOST_TEST(run({"query", "sessions"}).code == 2);
    BOOST_TEST(run({"schema"}).code == 2);
}

BOOST_AUTO_TEST_CASE(help_and_version_are_there) {
    BOOST_TEST(run({"--version"}).out.rfind("alyxlint ", 0) == 0U);
    auto help = run({"--help"});
    BOOST_TEST(help.code == 0);
    BOOST_TEST(has(help.out, "schema show"));
    for (char const* command : {"check", "query", "explain", "rules", "schema"}) {
        auto of = run({command, "--help"});
        BOOST_TEST(of.code == 0);
        BOOST_TEST(std::count(of.out.begin(), of.out.end(), '\n') < 50);
    }
    auto const check = run({"check", "--help"}).out;
    for (auto const extension : alyx::analyzer::host_extensions())
        BOOST_TEST(has(check, std::string(extension)), extension);
}
