// The options of alyxlint check: which rules, which files, which configuration, what is written.
#include <boost/test/unit_test.hpp>
#include <cstdlib>

#include "tests/cli/folder.hpp"

namespace {

/// AQ203, an error; AQ401, a warning.
constexpr char wrong[] = "one.alyx.rest('sessions', 'list', django='projct__name,x')\n";
constexpr char misleading[] = "one.alyx.rest('subjects', 'list', django='nickname,022')\n";

/// AQ309, which has a safe fix.
constexpr char mendable[] = "one.alyx.rest('sessions', 'list', django='qc,PASS')\n";

std::string const notebook =
    R"({"cells": [{"cell_type": "code", "metadata": {}, "outputs": [], "source": ["one.alyx.rest('subjects', 'list', django='nickname,022') # \u00e9"]}], "metadata": {"language_info": {"name": "python"}}, "nbformat": 4, "nbformat_minor": 5})"
    "\n";

void git(Folder const& folder, std::string const& arguments) {
    auto command = "cd " + folder.path.string() +
                   " && git -c user.name=t -c user.email=t@example.org -c init.defaultBranch=main " + arguments +
                   " >/dev/null 2>&1";
    BOOST_TEST_REQUIRE(std::system(command.c_str()) == 0, command);
}

}  // namespace

BOOST_AUTO_TEST_CASE(select_and_ignore_take_codes_prefixes_and_names) {
    Folder folder;
    folder.write("a.py", std::string(wrong) + misleading);
    auto rules = [&](std::vector<std::string> arguments) {
        arguments.insert(arguments.end(), {"a.py", "--output-format", "concise", "-q"});
        auto out = folder.run(arguments).out;
        return std::string(has(out, "AQ203") ? "203 " : "") + (has(out, "AQ401") ? "401" : "");
    };
    BOOST_TEST(rules({}) == "203 401");
    BOOST_TEST(rules({"--select", "AQ2"}) == "203 ");
    BOOST_TEST(rules({"--select", "number-as-text"}) == "401");
    BOOST_TEST(rules({"--select", "AQ2,AQ401"}) == "203 401");
    BOOST_TEST(rules({"--select", "AQ2", "--extend-select", "AQ4"}) == "203 401");
    BOOST_TEST(rules({"--ignore", "AQ203"}) == "401");
    BOOST_TEST(rules({"--select", "ALL", "--ignore", "AQ2"}) == "401");
    BOOST_TEST(rules({"--per-file-ignores", "a.py:AQ2"}) == "401");
    BOOST_TEST(rules({"--per-file-ignores", "b.py:AQ2"}) == "203 401");
    BOOST_TEST(rules({"--config", "ignore = ['AQ401']"}) == "203 ");
}

BOOST_AUTO_TEST_CASE(an_unknown_rule_is_said_with_what_was_meant) {
    Folder folder;
    folder.write("a.py", wrong);
    auto ran = folder.run({"a.py", "--select", "unknwn-field"});
    BOOST_TEST(ran.code == 2);
    BOOST_TEST(has(ran.err, "--select"));
    BOOST_TEST(has(ran.err, "unknown-field"));
}

BOOST_AUTO_TEST_CASE(fail_on_and_exit_zero_decide_the_status) {
    Folder folder;
    folder.write("a.py", misleading);
    BOOST_TEST(folder.run({"a.py"}).code == 1);
    BOOST_TEST(folder.run({"a.py", "--fail-on", "error"}).code == 0);
    BOOST_TEST(folder.run({"a.py", "--fail-on", "information"}).code == 1);
    BOOST_TEST(folder.run({"a.py", "--exit-zero"}).code == 0);
    BOOST_TEST(folder.run({"a.py", "-e", "missing.py"}).code == 2);
    BOOST_TEST(folder.run({"a.py", "--fail-on", "eror"}).code == 2);
    BOOST_TEST(folder.run({"a.py", "--config", "severity = {AQ401 = 'information'}"}).code == 0);
    BOOST_TEST(folder.run({"a.py", "--config", "severity = {number-as-text = 'error'}", "--fail-on", "error"}).code ==
               1);
}

BOOST_AUTO_TEST_CASE(the_nearest_configuration_counts) {
    Folder folder;
    folder.write("alyxlint.toml", "ignore = ['AQ401']\n");
    folder.write("a.py", misleading);
    folder.write("sub/pyproject.toml", "[tool.alyxlint]\nselect = ['AQ401']\n");
    folder.write("sub/b.py", std::string(wrong) + misleading);
    auto ran = folder.run({"--output-format", "concise"});
    BOOST_TEST(!has(ran.out, "a.py:"));
    BOOST_TEST(has(ran.out, "AQ401"));
    BOOST_TEST(!has(ran.out, "AQ203"));
    BOOST_TEST(has(folder.run({"a.py", "--isolated"}).out, "AQ401"));
    folder.write("other.toml", "ignore = ['AQ203']\n");
    ran = folder.run({"sub", "--config", "other.toml", "--output-format", "concise"});
    BOOST_TEST(has(ran.out, "AQ401"));
    BOOST_TEST(!has(ran.out, "AQ203"));
}

BOOST_AUTO_TEST_CASE(a_broken_configuration_gives_status_2_and_the_place) {
    Folder folder;
    folder.write("a.py", misleading);
    folder.write("alyxlint.toml", "selct = ['AQ4']\nfix = 'yes'\n");
    auto ran = folder.run({"a.py"});
    BOOST_TEST(ran.code == 2);
    BOOST_TEST(has(ran.err, "alyxlint.toml: 1:1"));
    BOOST_TEST(has(ran.err, "`select`"));
    BOOST_TEST(has(ran.err, "alyxlint.toml: 2:"));
    folder.write("alyxlint.toml", "fix = \n");
    BOOST_TEST(folder.run({"a.py"}).code == 2);
    // A configuration further down, which the run as a whole does not need
    folder.write("alyxlint.toml", "");
    folder.write("sub/alyxlint.toml", "selct = []\n");
    folder.write("sub/b.py", misleading);
    ran = folder.run({});
    BOOST_TEST(ran.code == 2);
    BOOST_TEST(has(ran.err, "sub/alyxlint.toml"));
    BOOST_TEST(has(ran.out, "a.py"));
}

BOOST_AUTO_TEST_CASE(settings_and_files_are_shown) {
    Folder folder;
    folder.write("alyxlint.toml", "ignore = ['AQ401']\nexclude = ['old']\n");
    folder.write("a.py", wrong);
    folder.write("old/b.py", wrong);
    folder.write("sub/c.ipynb", notebook);
    BOOST_TEST(folder.run({"check", "--show-files"}).out == "a.py\nsub/c.ipynb\n");
    BOOST_TEST(folder.run({"check", "--show-files", "old/b.py"}).out == "old/b.py\n");
    BOOST_TEST(folder.run({"check", "--show-files", "--force-exclude", "old/b.py"}).out == "");
    BOOST_TEST(folder.run({"check", "--show-files", "--extend-exclude", "*.ipynb"}).out == "a.py\n");
    auto shown = folder.run({"check", "--show-settings"});
    BOOST_TEST(shown.code == 0);
    BOOST_TEST(has(shown.out, "alyxlint.toml"));
    BOOST_TEST(has(shown.out, "exclude"));
    // It can be written into a file, and says the same then.
    folder.write("shown.toml", shown.out);
    auto again = folder.run({"check", "--show-settings", "--config", "shown.toml"});
    BOOST_TEST(again.code == 0);
    BOOST_TEST(shown.out.substr(shown.out.find('\n')) == again.out.substr(again.out.find('\n')));
}

BOOST_AUTO_TEST_CASE(fixing) {
    Folder folder;
    folder.write("a.py", std::string(wrong) + mendable);
    auto diff = folder.run({"--diff", "a.py"});
    BOOST_TEST(diff.code == 1);
    BOOST_TEST(has(diff.out, "+one.alyx.rest('sessions', 'list', django='qc,10')"));
    auto before = folder.read("a.py");
    BOOST_TEST(folder.run({"a.py", "--no-fix"}).code == 1);
    BOOST_TEST(folder.read("a.py") == before);
    auto ran = folder.run({"--fix", "--show-fixes", "a.py"});
    BOOST_TEST(ran.code == 1);
    BOOST_TEST(has(ran.out, "AQ309"));
    BOOST_TEST(has(ran.out, "Mended 1 finding"));
    BOOST_TEST(folder.read("a.py") != before);
    folder.write("b.py", mendable);
    ran = folder.run({"--fix-only", "b.py", "a.py"});
    BOOST_TEST(ran.code == 0);
    BOOST_TEST(!has(ran.out, "AQ203"));
    folder.write("b.py", mendable);
    BOOST_TEST(folder.run({"--fix", "--exit-non-zero-on-fix", "b.py"}).code == 1);
    BOOST_TEST(folder.run({"--fix", "--exit-non-zero-on-fix", "b.py"}).code == 0);
}

BOOST_AUTO_TEST_CASE(standard_input) {
    Folder folder;
    auto ran = folder.run({"--stdin-filename", "sub/x.py", "-"}, mendable);
    BOOST_TEST(ran.code == 1);
    BOOST_TEST(has(ran.out, "sub/x.py:1:"));
    BOOST_TEST(has(folder.run({"check", "-"}, wrong).out, "AQ203"));
    BOOST_TEST(folder.run({"--fix", "--stdin-filename", "x.py"}, mendable).out ==
               "one.alyx.rest('sessions', 'list', django='qc,10')\n");
    BOOST_TEST(has(folder.run({"--diff", "--stdin-filename", "x.py"}, mendable).out, "+++ x.py"));
    // What is left is said beside the text.
    auto fixed = folder.run({"--fix", "-"}, wrong);
    BOOST_TEST(fixed.code == 1);
    BOOST_TEST(fixed.out == wrong);
    BOOST_TEST(has(fixed.err, "AQ203"), fixed.err);
    BOOST_TEST(folder.run({"--fix-only", "-"}, wrong).code == 0);
    BOOST_TEST(has(folder.run({"--stdin-filename", "x.ipynb"}, notebook).out, "cell 1"));
    BOOST_TEST(folder.run({"--stdin-filename", "x.zip"}, wrong).code == 2);
}

BOOST_AUTO_TEST_CASE(comments_can_be_written_for_all_there_is) {
    Folder folder;
    folder.write("a.py", std::string(wrong) + misleading);
    folder.write("b.ipynb", notebook);
    auto ran = folder.run({"check", "--add-ignore=old scripts"});
    BOOST_TEST(ran.code == 0);
    BOOST_TEST(ran.out == "Wrote 3 comments.\n");
    BOOST_TEST(has(folder.read("a.py"), "# alyxlint: ignore[AQ203] -- old scripts\n"));
    BOOST_TEST(folder.run({"check"}).code == 0);
    BOOST_TEST(folder.run({"check", "--add-ignore", "a.py"}).out == "Wrote 0 comments.\n");
    auto filtered = folder.run({"check", "-", "--add-ignore"}, wrong);
    BOOST_TEST(has(filtered.out, "# alyxlint: ignore[AQ203]\n"));
    BOOST_TEST(filtered.code == 0);
}

BOOST_AUTO_TEST_CASE(a_baseline_hides_what_was_there) {
    Folder folder;
    folder.write("a.py", wrong);
    BOOST_TEST(folder.run({"check", "--update-baseline"}).code == 2);
    BOOST_TEST(folder.run({"check", "--baseline", "base.json"}).code == 2);
    BOOST_TEST(folder.run({"check", "--baseline", "base.json", "--update-baseline"}).code == 0);
    BOOST_TEST(folder.run({"check", "--baseline", "base.json"}).code == 0);
    folder.write("a.py", std::string("import os\n\n\n") + wrong + misleading);
    auto ran = folder.run({"check", "--baseline", "base.json"});
    BOOST_TEST(ran.code == 1);
    BOOST_TEST(has(ran.out, "AQ401"));
    BOOST_TEST(!has(ran.out, "AQ203"));
    folder.write("base.json", "{\"version\": ");
    ran = folder.run({"check", "--baseline", "base.json"});
    BOOST_TEST(ran.code == 2);
    BOOST_TEST(has(ran.err, "base.json"));
}

BOOST_AUTO_TEST_CASE(only_what_git_sees_changed) {
    Folder folder;
    folder.write("a.py", wrong);
    folder.write("b.py", misleading);
    git(folder, "init");
    git(folder, "add .");
    git(folder, "commit -m first");
    BOOST_TEST(folder.run({"--changed"}).code == 0);
    folder.write("b.py", std::string("\n") + misleading);
    auto ran = folder.run({"--changed", "--output-format", "concise"});
    BOOST_TEST(has(ran.out, "b.py:2:"));
    BOOST_TEST(!has(ran.out, "a.py"));
    BOOST_TEST(folder.run({"--staged"}).code == 0);
    git(folder, "add b.py");
    folder.write("b.py", "");
    BOOST_TEST(has(folder.run({"--staged"}).out, "b.py:2:"));
    BOOST_TEST(folder.run({"--since", "HEAD"}).code == 0);
    BOOST_TEST(folder.run({"--since", "nowhere"}).code == 2);
    BOOST_TEST(folder.run({"--since", "HEAD", "--staged"}).code == 2);
}

BOOST_AUTO_TEST_CASE(lists_of_files_and_shares_of_them) {
    Folder folder;
    std::string list;
    for (char c = 'a'; c < 'k'; ++c) {
        folder.write(std::string(1, c) + ".py", wrong);
        list += std::string(1, c) + ".py\n";
    }
    BOOST_TEST(folder.run({"check", "--show-files", "--files-from", "-"}, "b.py\na.py\n").out == "b.py\na.py\n");
    std::string all;
    for (char const* shard : {"1/3", "2/3", "3/3"}) {
        auto ran = folder.run({"check", "--show-files", "--shard", shard});
        for (std::size_t at = 0; at < ran.out.size(); at += 5) BOOST_TEST(!has(all, ran.out.substr(at, 5)));
        all += ran.out;
    }
    BOOST_TEST(all.size() == list.size());
    BOOST_TEST(folder.run({"check", "--shard", "4/3"}).code == 2);
}

BOOST_AUTO_TEST_CASE(several_outputs_at_once) {
    Folder folder;
    folder.write("a.py", wrong);
    auto ran = folder.run({"a.py", "--output-format", "concise", "--output-format", "json=out.json"});
    BOOST_TEST(ran.code == 1);
    BOOST_TEST(has(ran.out, "a.py:1:43: error[AQ203]"));
    BOOST_TEST(has(folder.read("out.json"), "\"AQ203\""));
    ran = folder.run({"a.py", "--output-format", "json", "--output-file", "sub.json"});
    BOOST_TEST(ran.out == "");
    BOOST_TEST(has(folder.read("sub.json"), "\"AQ203\""));
    BOOST_TEST(folder.run({"a.py", "--output-file", "no/such/folder/x"}).code == 2);
    BOOST_TEST(folder.run({"a.py", "--output-format", "full", "--output-format", "concise"}).code == 2);
}

BOOST_AUTO_TEST_CASE(quiet_and_statistics) {
    Folder folder;
    folder.write("a.py", std::string(wrong) + wrong + misleading);
    BOOST_TEST(!has(folder.run({"a.py", "-q"}).out, "Found"));
    auto ran = folder.run({"a.py", "--statistics"});
    BOOST_TEST(ran.code == 1);
    BOOST_TEST(has(ran.out, "2"));
    BOOST_TEST(has(ran.out, "unknown-field"));
    BOOST_TEST(!has(ran.out, "a.py:1"));
}

BOOST_AUTO_TEST_CASE(two_servers_in_one_repository) {
    Folder folder;
    folder.write("alyxlint.toml", "[[schemas]]\nschema = 'small.json'\nfiles = ['other/**']\n");
    folder.write("small.json", R"({"nonsense": true})");
    folder.write("other/a.py", wrong);
    folder.write("b.py", wrong);
    auto ran = folder.run({"other"});
    BOOST_TEST(ran.code == 2);
    BOOST_TEST(has(ran.err, "small.json"));
}
