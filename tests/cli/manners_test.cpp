// What a user meets first: last lines, misspelt words, --verbose, what holds where, a baseline of some rules only.
#include <algorithm>
#include <boost/test/unit_test.hpp>

#include "tests/cli/folder.hpp"

namespace {

constexpr char wrong[] = "one.alyx.rest('sessions', 'list', django='projct__name,x')\n";
constexpr char renamed[] = "one.alyx.rest('sessions', 'list', django='project__name,x')\n";
constexpr char advised[] = "one.alyx.rest('sessions', 'list', django='projects__name__icontains,matlab')\n";
constexpr char number[] = "one.alyx.rest('subjects', 'list', django='nickname,022')\n";

}  // namespace

BOOST_AUTO_TEST_SUITE(manners)

BOOST_AUTO_TEST_CASE(the_last_line_never_says_that_all_is_well_where_it_is_not_known) {
    Folder folder;
    auto nothing = folder.run({"."});
    BOOST_TEST(nothing.code == 0);
    BOOST_TEST(nothing.out == "There was no file to check.\n");
    auto missing = folder.run({"missing.py"});
    BOOST_TEST(missing.code == 2);
    BOOST_TEST(missing.out == "There was no file to check; 1 thing could not be done.\n");
    folder.write("a.py", advised);
    folder.write("b.ipynb", "{");
    auto broken = folder.run({"--ignore", "AQ9"});
    BOOST_TEST(broken.code == 2);
    BOOST_TEST(broken.out == "Found nothing in 1 query of 2 files; 1 thing could not be done.\n");
}

BOOST_AUTO_TEST_CASE(what_could_be_mended_is_offered) {
    Folder folder;
    folder.write("a.py", std::string(wrong) + renamed + number);
    BOOST_TEST(has(folder.run({"a.py"}).out, "1 can be mended with --fix, 2 more with --fix --unsafe-fixes.\n"));
    BOOST_TEST(has(folder.run({"a.py", "--ignore", "AQ2"}).out, "1 can be mended with --fix --unsafe-fixes.\n"));
    BOOST_TEST(!has(folder.run({"a.py", "-q"}).out, "can be mended"));
    auto diff = folder.run({"a.py", "--diff"});
    BOOST_TEST(diff.code == 1);
    BOOST_TEST(diff.err == "alyxlint: would mend 1 finding\n");
    BOOST_TEST(folder.run({"a.py", "--diff", "--select", "AQ401"}).err == "alyxlint: would mend nothing\n");
}

BOOST_AUTO_TEST_CASE(fix_only_says_what_it_mended_and_nothing_of_the_rest) {
    Folder folder;
    folder.write("a.py", std::string(wrong) + renamed);
    auto first = folder.run({"a.py", "--fix-only"});
    BOOST_TEST(first.code == 0);
    BOOST_TEST(first.out == "Mended 1 finding in 2 queries of 1 file.\n");
    BOOST_TEST(folder.run({"a.py", "--fix-only"}).out == "Mended nothing in 2 queries of 1 file.\n");
}

BOOST_AUTO_TEST_CASE(what_makes_a_run_fail_is_shown_in_every_format) {
    Folder folder;
    folder.write("a.py", advised);
    auto ran = folder.run({"a.py", "--fail-on", "information", "--output-format", "concise"});
    BOOST_TEST(ran.code == 1);
    BOOST_TEST(has(ran.out, "a.py:1:43: information[AQ904]"));
}

BOOST_AUTO_TEST_CASE(misspelt_commands_and_options_have_a_remedy) {
    Folder folder;
    auto command = folder.run({"chek"});
    BOOST_TEST(command.code == 2);
    BOOST_TEST(command.err == "alyxlint: `chek` is no command, file or folder; did you mean `check`?\n");
    auto option = folder.run({"check", "--selct", "AQ2"});
    BOOST_TEST(option.code == 2);
    BOOST_TEST(option.err ==
               "alyxlint: there is no option `--selct`; did you mean `--select`?\n"
               "Run `alyxlint check --help` for what it takes.\n");
    BOOST_TEST(has(folder.run({"--per-file-ignores", "tests"}).err, "`tests` is no pair; write GLOB:RULE"));
    BOOST_TEST(has(folder.run({"--config", "fail-on=error"}).err, "write KEY=VALUE, texts in quotes"));
    BOOST_TEST(folder.run({"-", "."}).code == 2);
    BOOST_TEST(has(folder.run({"-", "."}).err, "`-`, standard input, stands beside other paths"));
}

BOOST_AUTO_TEST_CASE(a_folder_of_documents_is_checked_and_a_folder_called_as_a_command_is_spoken_of) {
    Folder folder;
    folder.write("docs/a.md", "```python\n" + std::string(wrong) + "```\n");
    folder.write("rules/a.py", wrong);
    BOOST_TEST(folder.run({"docs"}).code == 1);
    auto rules = folder.run({"rules"});
    BOOST_TEST(rules.code == 0);
    BOOST_TEST(has(rules.err, "`rules` is a command here; to check what is called so, write ./rules"));
    BOOST_TEST(folder.run({"./rules"}).code == 1);
}

BOOST_AUTO_TEST_CASE(configurations_say_who_named_a_file_and_where_keys_stand) {
    Folder folder;
    folder.write("a.py", wrong);
    folder.write("alyxlint.toml", "extend = \"nope.toml\"\n");
    BOOST_TEST(has(folder.run({}).err, "nope.toml: No such file or directory; `extend` in alyxlint.toml names it"));
    folder.write("alyxlint.toml", "[tool.alyxlint]\nselect = [\"ALL\"]\n");
    BOOST_TEST(has(folder.run({}).err, "keys stand at the top of this file, without `[tool.alyxlint]`"));
}

BOOST_AUTO_TEST_CASE(show_settings_is_of_the_path_that_is_named) {
    Folder folder;
    folder.write("alyxlint.toml", "fail-on = \"error\"\n");
    folder.write("colony/alyxlint.toml", "fail-on = \"information\"\n");
    folder.write("colony/a.py", wrong);
    BOOST_TEST(has(folder.run({"--show-settings"}).out, "fail-on = \"error\""));
    BOOST_TEST(has(folder.run({"--show-settings", "colony"}).out, "fail-on = \"information\""));
    BOOST_TEST(has(folder.run({"--show-settings", "colony/a.py"}).out, "fail-on = \"information\""));
    BOOST_TEST(folder.run({"--show-settings", "nowhere"}).code == 2);
}

BOOST_AUTO_TEST_CASE(ignore_files_hold_unless_the_configuration_says_otherwise) {
    Folder folder;
    folder.write(".git/HEAD", "ref: refs/heads/main\n");
    folder.write(".gitignore", "old/\n");
    folder.write("old/a.py", wrong);
    folder.write("b.py", wrong);
    BOOST_TEST(folder.run({"--show-files"}).out == "b.py\n");
    BOOST_TEST(folder.run({"--show-files", "--no-respect-gitignore"}).out == "b.py\nold/a.py\n");
    folder.write("alyxlint.toml", "respect-gitignore = false\n");
    BOOST_TEST(folder.run({"--show-files"}).out == "b.py\nold/a.py\n");
}

BOOST_AUTO_TEST_CASE(code_in_comments_is_checked_and_mended_on_demand) {
    Folder folder;
    folder.write("a.js", "// one.alyx.rest('sessions', 'list', {django: 'subject__nicknam,x'});\n");
    BOOST_TEST(folder.run({"a.js"}).code == 0);
    BOOST_TEST(has(folder.run({"--include-comments", "a.js"}).out, "AQ205"));
    folder.write("alyxlint.toml", "include-comments = true\n");
    BOOST_TEST(folder.run({"a.js"}).code == 1);
    BOOST_TEST(folder.run({"--no-include-comments", "a.js"}).code == 0);
    folder.run({"--fix", "--unsafe-fixes", "a.js"});
    BOOST_TEST(folder.read("a.js") == "// one.alyx.rest('sessions', 'list', {django: 'subject__nickname,x'});\n");
}

BOOST_AUTO_TEST_CASE(verbose_says_which_configuration_holds_what_was_left_out_and_how_long_it_took) {
    Folder folder;
    folder.write("alyxlint.toml", "extend-exclude = [\"old.py\"]\n");
    folder.write("a.py", wrong);
    folder.write("old.py", wrong);
    folder.write("build/x.py", wrong);
    auto ran = folder.run({"-v", "--output-format", "concise"});
    BOOST_TEST(ran.code == 1);
    BOOST_TEST(has(ran.err, "alyxlint: found 1 file; left out as ignored or excluded: 2 files and folders\n"));
    BOOST_TEST(has(ran.err, "/alyxlint.toml holds for 1 file\n"));
    BOOST_TEST(has(ran.err, "alyxlint: checked 1 file in "));
    BOOST_TEST(has(ran.err, " ms on 1 thread\n"));
    BOOST_TEST(folder.run({"--output-format", "concise"}).err == "");
    BOOST_TEST(has(folder.run({"-v", "--isolated"}).err, "no configuration holds for 2 files\n"));
}

BOOST_AUTO_TEST_CASE(a_baseline_renewed_for_some_rules_keeps_the_others) {
    Folder folder;
    folder.write("a.py", std::string(wrong) + number);
    BOOST_TEST(
        has(folder.run({"--baseline", "b.json", "--update-baseline"}).err, "alyxlint: b.json: 2 findings, 2 new"));
    folder.write("a.py", std::string(wrong) + "one.alyx.rest('subjects', 'list', django='nickname,023')\n");
    BOOST_TEST(has(folder.run({"--baseline", "b.json", "--update-baseline", "--select", "AQ4"}).err,
                   "b.json: 2 findings, 1 new, 1 no longer found"));
    BOOST_TEST(folder.run({"--baseline", "b.json"}).code == 0);
    folder.write("alyxlint.toml", "ignore = [\"AQ203\"]\n");
    // What the configuration leaves out is gone for good.
    BOOST_TEST(
        has(folder.run({"--baseline", "b.json", "--update-baseline"}).err, "b.json: 1 finding, 0 new, 1 no longer"));
}

BOOST_AUTO_TEST_CASE(each_help_fits_a_screen_and_has_examples_of_its_own) {
    std::vector<std::vector<std::string>> commands{
        {},        {"check"},      {"init"},        {"merge"},  {"query"},          {"explain"},
        {"rules"}, {"write-docs"}, {"completions"}, {"schema"}, {"schema", "show"}, {"schema", "check"}};
    for (auto command : commands) {
        auto name = command.empty() ? std::string("alyxlint") : command.back();
        command.push_back("--help");
        auto help = run(command).out;
        BOOST_TEST(std::count(help.begin(), help.end(), '\n') < 50, name);
        BOOST_TEST(has(help.substr(help.find("usage:") + 6), "  alyxlint "), name);
        // The program's examples are not a command's.
        BOOST_TEST((name == "alyxlint" || !has(help, "check everything below this folder")), name);
        BOOST_TEST(!has(help, "\n\n\n"), name);
    }
}

BOOST_AUTO_TEST_SUITE_END()
