// Which configuration holds for a file: the nearest, what it extends, and what options say on top.
#include <boost/test/unit_test.hpp>

#include "tests/config/configuring.hpp"
#include "tests/workspace/temporary_folder.hpp"

using namespace alyx::analyzer;
using namespace alyx::analyzer::testing;

namespace {

using Lines = std::vector<std::string>;
using Overrides = std::vector<Configurations::Override>;

Configurations::Options options(TemporaryFolder const& folder, Overrides overrides = {}) {
    return {.current_folder = folder.path(), .file = "", .overrides = std::move(overrides), .user_folder = ""};
}

/// The severity of AQ203 in a file; or what is wrong.
std::string level_in(Configurations& configurations, std::string const& path) {
    auto settings = configurations.of_file(path);
    return settings ? level(**settings, "AQ203", path) : lines_of(settings.error()).front();
}

std::string severity_file(std::string const& severity) {
    return "[severity]\nAQ203 = '" + severity + "'\n";
}

void check(Lines const& actual, Lines const& expected) {
    BOOST_TEST(actual == expected, boost::test_tools::per_element());
}

}  // namespace

BOOST_AUTO_TEST_CASE(the_nearest_file_counts_alone) {
    TemporaryFolder folder;
    folder.write("alyxlint.toml", severity_file("warning") + "[per-file-ignores]\n'*' = ['AQ401']\n");
    folder.write("a/b/.alyxlint.toml", severity_file("information"));
    folder.write("a/pyproject.toml", "[tool.other]\n");
    folder.write("c/pyproject.toml", "[tool.alyxlint]\nignore = ['AQ203']\n");
    Configurations configurations(options(folder));
    BOOST_TEST(level_in(configurations, folder / "x.py") == "warning");
    BOOST_TEST(level_in(configurations, folder / "a/x.py") == "warning");
    BOOST_TEST(level_in(configurations, folder / "a/b/x.py") == "information");
    BOOST_TEST(level_in(configurations, folder / "a/b/c/d/x.py") == "information");
    BOOST_TEST(level_in(configurations, folder / "c/d/x.py") == "-");
    BOOST_TEST(level(**configurations.of_file(folder / "a/b/x.py"), "AQ401", folder / "a/b/x.py") == "warning");
    BOOST_TEST((*configurations.of_file(folder / "a/x.py") == *configurations.of_file(folder / "x.py")));
    BOOST_TEST((*configurations.of_folder(folder / "a/b/"))->file == folder / "a/b/.alyxlint.toml");
    BOOST_TEST(configurations.failures().empty());
}

BOOST_AUTO_TEST_CASE(within_a_folder_our_own_file_goes_first) {
    TemporaryFolder folder;
    folder.write("pyproject.toml", "[tool.alyxlint.severity]\nAQ203 = 'information'\n");
    Configurations configurations(options(folder));
    BOOST_TEST(level_in(configurations, folder / "x.py") == "information");
    folder.write(".alyxlint.toml", severity_file("warning"));
    BOOST_TEST(level_in(configurations, folder / "x.py") == "information");
    configurations.forget();
    BOOST_TEST(level_in(configurations, folder / "x.py") == "warning");
    folder.write("alyxlint.toml", severity_file("error"));
    configurations.forget();
    BOOST_TEST(level_in(configurations, folder / "x.py") == "error");
}

BOOST_AUTO_TEST_CASE(extend_takes_over_what_another_file_says) {
    TemporaryFolder folder;
    folder.write("shared/base.toml",
                 "select = ['AQ2']\n[per-file-ignores]\n'/gen' = ['ALL']\n[severity]\nAQ203 = 'warning'");
    folder.write("shared/middle.toml", "extend = 'base.toml'\nextend-select = ['AQ4']\nfail-on = 'error'\n");
    folder.write("a/alyxlint.toml", "extend = '../shared/middle.toml'\nignore = ['AQ401']\nfail-on = 'information'\n");
    Configurations configurations(options(folder));
    auto settings = configurations.of_file(folder / "a/x.py");
    BOOST_TEST_REQUIRE(settings.has_value());
    BOOST_TEST(level(**settings, "AQ203") == "warning");
    BOOST_TEST(level(**settings, "AQ401") == "-");
    BOOST_TEST(level(**settings, "AQ402") != "-");
    BOOST_TEST(level(**settings, "AQ101") == "-");
    BOOST_TEST(((*settings)->fail_on == Severity::information));
    BOOST_TEST(level(**settings, "AQ203", folder / "shared/gen/x.py") == "-");
    BOOST_TEST(level(**settings, "AQ203", folder / "a/gen/x.py") == "warning");
    BOOST_TEST((*settings)->file == folder / "a/alyxlint.toml");
    auto expected = std::set{folder / "a/alyxlint.toml", folder / "shared/base.toml", folder / "shared/middle.toml"};
    BOOST_TEST(configurations.inputs() == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(extend_in_a_circle_or_to_nowhere_is_a_failure) {
    TemporaryFolder folder;
    folder.write("alyxlint.toml", "extend = 'b.toml'\n");
    folder.write("b.toml", "extend = './alyxlint.toml'\n");
    folder.write("c/alyxlint.toml", "extend = 'missing.toml'\n");
    folder.write("d/alyxlint.toml", "extend = '../wrong.toml'\n");
    folder.write("wrong.toml", "\nfx = true\n");
    folder.write("e/alyxlint.toml", "extend = 'pyproject.toml'\n");
    folder.write("e/pyproject.toml", "[project]\n");
    Configurations configurations(options(folder));
    BOOST_TEST(
        level_in(configurations, folder / "x.py") ==
        "b.toml: `extend` leads in a circle: alyxlint.toml → b.toml → alyxlint.toml; take `extend` out of one of "
        "them");
    BOOST_TEST(level_in(configurations, folder / "c/x.py").rfind("c/missing.toml: ", 0) == 0U);
    BOOST_TEST(level_in(configurations, folder / "d/x.py") == "wrong.toml: 2:1: unknown key `fx`; did you mean `fix`?");
    BOOST_TEST(level_in(configurations, folder / "e/x.py") ==
               "e/pyproject.toml: has no table `[tool.alyxlint]`; add it, or name another file");
    BOOST_TEST(level_in(configurations, folder / "d/y.py") == level_in(configurations, folder / "d/x.py"));
    BOOST_TEST(configurations.failures().size() == 4U);
}

BOOST_AUTO_TEST_CASE(options_go_on_top_of_every_file) {
    TemporaryFolder folder;
    folder.write("alyxlint.toml", "select = ['AQ2']\nignore = ['AQ204']\n");
    folder.write("a/alyxlint.toml", severity_file("warning"));
    Configurations configurations(
        options(folder, {{"--fail-on", "fail-on = 'error'"}, {"--config", "severity.AQ203 = 'information'"}}));
    for (auto const* name : {"x.py", "a/x.py"}) {
        auto settings = *configurations.of_file(folder / name);
        BOOST_TEST(level(*settings, "AQ203") == "information", name);
        BOOST_TEST((settings->fail_on == Severity::error), name);
        BOOST_TEST(!settings->narrowed);
    }
    Configurations narrow(options(folder, {{"--select", "select = ['ALL']"}, {"--ignore", "ignore = ['AQ4']"}}));
    auto settings = *narrow.of_file(folder / "x.py");
    BOOST_TEST(settings->narrowed);
    BOOST_TEST(level(*settings, "AQ203") == "error");
    BOOST_TEST(level(*settings, "AQ204") == "-");
    BOOST_TEST(level(*settings, "AQ401") == "-");
    BOOST_TEST(level(*settings, "AQ101") != "-");
}

BOOST_AUTO_TEST_CASE(what_is_wrong_with_options_is_said_of_the_option) {
    TemporaryFolder folder;
    Configurations configurations(options(folder, {{"--select", "select = ['AQ0x']"},
                                                   {"--config", "selct = 1"},
                                                   {"--config", "a b"},
                                                   {"--config", "extend = 'x'"}}));
    auto failures = lines_of(configurations.of_file(folder / "x.py").error());
    BOOST_TEST_REQUIRE(failures.size() == 4U);
    BOOST_TEST(failures[0].rfind("--select: `AQ0x` is no rule", 0) == 0U, failures[0]);
    BOOST_TEST(failures[1] == "--config: unknown key `selct`; did you mean `select`?");
    BOOST_TEST(failures[2].rfind("--config: is no TOML: ", 0) == 0U, failures[2]);
    BOOST_TEST(failures[3] == "--config: `extend` has no place here; name the file: `--config FILE`");
    check(lines_of(configurations.failures()), failures);
}

BOOST_AUTO_TEST_CASE(a_named_file_holds_for_all_and_isolated_reads_none) {
    TemporaryFolder folder;
    folder.write("alyxlint.toml", severity_file("warning"));
    folder.write("other/own.toml", severity_file("information") + "[per-file-ignores]\n'/a' = ['ALL']\n");
    folder.write("user/alyxlint.toml", severity_file("information"));
    auto named = options(folder);
    named.file = "other/own.toml";
    Configurations configurations(named);
    BOOST_TEST(level_in(configurations, folder / "x.py") == "information");
    BOOST_TEST(level_in(configurations, folder / "a/x.py") == "-");
    named.file = "missing.toml";
    Configurations missing(named);
    BOOST_TEST(level_in(missing, folder / "x.py").rfind("missing.toml: ", 0) == 0U);
    auto alone = options(folder);
    alone.isolated = true;
    alone.user_folder = folder / "user";
    Configurations isolated(alone);
    BOOST_TEST(level_in(isolated, folder / "x.py") == "error");
}

BOOST_AUTO_TEST_CASE(the_users_own_file_holds_where_there_is_no_other) {
    TemporaryFolder folder, user;
    folder.write("a/alyxlint.toml", "");
    user.write("alyxlint.toml", severity_file("information") + "[per-file-ignores]\n'/c/*.py' = ['ALL']\n");
    auto with_user = options(folder);
    with_user.user_folder = user.path();
    Configurations configurations(with_user);
    BOOST_TEST(level_in(configurations, folder / "x.py") == "information");
    BOOST_TEST(level_in(configurations, folder / "c/x.py") == "-");
    BOOST_TEST(level_in(configurations, folder / "a/x.py") == "error");
}

BOOST_AUTO_TEST_CASE(a_file_that_cannot_be_read_is_a_failure_and_not_skipped) {
    TemporaryFolder folder;
    folder.write("alyxlint.toml", severity_file("warning"));
    folder.write("a/alyxlint.toml", "");
    folder.set_mode("a/alyxlint.toml", 0);
    WithoutPrivileges somebody(folder);
    Configurations configurations(options(folder));
    auto said = level_in(configurations, folder / "a/x.py");
    BOOST_TEST(said.rfind("a/alyxlint.toml: ", 0) == 0U, said);
}

BOOST_AUTO_TEST_CASE(output_formats_are_checked_where_they_are_known) {
    TemporaryFolder folder;
    folder.write("alyxlint.toml", "output-format = 'jsn'\n");
    auto strict = options(folder);
    strict.output_formats = {"full", "json"};
    Configurations configurations(strict);
    BOOST_TEST(level_in(configurations, folder / "x.py") ==
               "alyxlint.toml: 1:17: `output-format` is `jsn`, not `full` or `json`; did you mean `json`?");
}

BOOST_AUTO_TEST_CASE(a_walk_finds_what_the_configurations_on_its_way_say) {
    TemporaryFolder folder;
    for (auto const* name :
         {"a.py", "old/b.py", "build/c.py", "n.smk", "sub/old/d.py", "sub/e.py", "sub/build/f.py", "n.md"})
        folder.write(name);
    folder.write("alyxlint.toml", "extend-exclude = ['/old', '*.md']\nextend-include = ['*.smk']\n");
    folder.write("sub/alyxlint.toml", "exclude = ['e.py']\nforce-exclude = true\n");
    Configurations configurations(options(folder));
    auto supported = [](std::string_view name) { return name.ends_with(".py") || name.ends_with(".md"); };
    CurrentFolder current(folder.path());
    auto found = [&](Lines const& paths) {
        auto how = discover_options(configurations, supported);
        how.user_excludes = "";
        return discover(paths, how).files;
    };
    check(found({"."}), {"a.py", "n.smk", "sub/build/f.py", "sub/old/d.py"});
    check(found({"old/b.py", "sub/e.py", "sub/old/d.py", "old"}), {"old/b.py", "sub/old/d.py"});
}
