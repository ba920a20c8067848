// Every key, and every kind of mistake.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <set>

#include "tests/config/configuring.hpp"

using namespace alyx::analyzer;
using namespace alyx::analyzer::testing;

namespace {

using Lines = std::vector<std::string>;

void check(Lines const& actual, Lines const& expected) {
    BOOST_TEST(actual == expected, boost::test_tools::per_element());
}

}  // namespace

BOOST_AUTO_TEST_CASE(without_a_word_the_defaults_hold) {
    auto settings = settings_of_text("");
    BOOST_TEST((settings.fail_on == Severity::warning));
    BOOST_TEST(settings.output_format == "full");
    BOOST_TEST(settings.respect_gitignore);
    BOOST_TEST(!settings.include_comments);
    BOOST_TEST(!settings.force_exclude);
    BOOST_TEST(!settings.fix);
    BOOST_TEST(!settings.unsafe_fixes);
    BOOST_TEST(!settings.show_fixes);
    BOOST_TEST(!settings.narrowed);
    BOOST_TEST(settings.baseline.empty());
    BOOST_TEST(!settings.schema.has_value());
}

BOOST_AUTO_TEST_CASE(plain_keys_are_read) {
    auto settings = settings_of_text(
        "fail-on = 'information'\noutput-format = 'json'\noutput-file = 'out/report.json'\nbaseline = '/b.json'\n"
        "fix = true\nunsafe-fixes = true\nshow-fixes = true\nforce-exclude = true\nrespect-gitignore = false\n"
        "include-comments = true\nschema = 'packs/other.json'\n");
    BOOST_TEST((settings.fail_on == Severity::information));
    BOOST_TEST(settings.output_format == "json");
    BOOST_TEST(settings.output_file == "/project/out/report.json");
    BOOST_TEST(settings.baseline == "/b.json");
    BOOST_TEST(settings.fix);
    BOOST_TEST(settings.unsafe_fixes);
    BOOST_TEST(settings.show_fixes);
    BOOST_TEST(settings.force_exclude);
    BOOST_TEST(!settings.respect_gitignore);
    BOOST_TEST(settings.include_comments);
    BOOST_TEST_REQUIRE(settings.schema.has_value());
    BOOST_TEST(settings.schema->name == "/project/packs/other.json");
    BOOST_TEST(settings.schema->is_path);
    BOOST_TEST(settings.file == "/project/alyxlint.toml");
    BOOST_TEST(settings.folder == "/project");
}

BOOST_AUTO_TEST_CASE(all_mistakes_are_said_each_with_its_place) {
    check(mistakes("selct = ['ALL']\nfix = 'yes'\nexclude = 'a'\ninclude = ['[', 3, '../x', '/']\n"
                   "fail-on = 'never'\nschema = 'alix'\noutput-file = ''\nfrobnicate = 1\n"),
          {
              "alyxlint.toml: 1:1: unknown key `selct`; did you mean `select`?",
              "alyxlint.toml: 2:7: `fix` is a string, not a boolean; write true or false",
              "alyxlint.toml: 3:11: `exclude` is a string, not an array of patterns",
              "alyxlint.toml: 4:17: an item of `include` is an integer, not a string",
              "alyxlint.toml: 4:12: `[` is no pattern; close the `[`, or write `\\[` for the character itself",
              "alyxlint.toml: 4:20: the pattern `../x` leads out of the folder that it counts from; name files below "
              "it",
              "alyxlint.toml: 4:28: the pattern `/` matches nothing; leave it out",
              "alyxlint.toml: 5:11: `fail-on` is `never`, not `error`, `warning` or `information`",
              "alyxlint.toml: 6:10: there is no schema `alix`; did you mean `alyx`?",
              "alyxlint.toml: 7:15: `output-file` is empty",
              "alyxlint.toml: 8:1: unknown key `frobnicate`; there are `extend`, `select`, `extend-select`, `ignore`, "
              "`severity`, `per-file-ignores`, `extend-per-file-ignores`, `fail-on`, `include`, `extend-include`, "
              "`exclude`, `extend-exclude`, `force-exclude`, `respect-gitignore`, `include-comments`, `schema`, "
              "`schemas`, `calls`, "
              "`output-format`, `output-file`, `baseline`, `fix`, `unsafe-fixes` or `show-fixes`",
          });
}

BOOST_AUTO_TEST_CASE(a_text_that_is_no_toml_is_refused_with_its_place) {
    for (auto const* text : {"select = [", "a = 1\nb", "x = 'a\n", "\xFF = 1", "[a]\n[a]", "a = 1\na = 2"}) {
        auto found = mistakes(text);
        BOOST_TEST_REQUIRE(found.size() == 1U, text);
        BOOST_TEST(found[0].find(": is no TOML: ") != std::string::npos, found[0]);
        BOOST_TEST(found[0].rfind("alyxlint.toml: ", 0) == 0U);
    }
    BOOST_TEST(mistakes("fix = true\nselect = [\n  'a,\n]")[0].rfind("alyxlint.toml: 3:", 0) == 0U);
    auto deep = "a = " + std::string(100000, '[');
    BOOST_TEST(mistakes(deep).size() == 1U);
    check(mistakes("\xEF\xBB\xBFselect = ['ALL']\r\n"), {});
}

BOOST_AUTO_TEST_CASE(every_key_refuses_what_is_of_another_type) {
    for (auto const& key : configuration_keys()) {
        auto dot = key.find('.');
        auto text =
            dot == key.npos ? key + " = 1.5\n" : "[[" + key.substr(0, dot) + "]]\n" + key.substr(dot + 1) + " = 1.5\n";
        auto found = mistakes(text);
        bool said = std::any_of(found.begin(), found.end(), [&](std::string const& line) {
            return line.find("`" + key + "` is a number or date, not a") != line.npos;
        });
        BOOST_TEST(said, key);
    }
}

BOOST_AUTO_TEST_CASE(schemas_say_where_a_pack_holds) {
    auto settings = settings_of_text(
        "[[schemas]]\nschema = 'other.json'\nfiles = ['other/**']\n"
        "[[schemas]]\nschema = 'alyx'\nbase-url = 'https://alyx.example.org'\n"
        "[[schemas]]\nschema = 'alyx'\nbase-url = ['https://a.example.org', 'http://b.example.org']\n");
    BOOST_TEST_REQUIRE(settings.schemas.size() == 3U);
    BOOST_TEST(settings.schemas[0].pack.name == "/project/other.json");
    BOOST_TEST(settings.schemas[0].files[0].covers("/project/other/x/a.py"));
    BOOST_TEST(settings.schemas[1].base_urls == Lines{"https://alyx.example.org"});
    BOOST_TEST(settings.schemas[2].base_urls.size() == 2U);
    check(mistakes("[[schemas]]\nfiles = ['a']\n[[schemas]]\nschema = 'alyx'\n[[schemas]]\nschema = 'alyx'\nbase_url "
                   "= 'x'\nbase-url = 'alyx.org'\n"),
          {
              "alyxlint.toml: 1:1: `[[schemas]]` names no schema; add `schema = \"alyx\"`, or the path of a pack",
              "alyxlint.toml: 3:1: `[[schemas]]` does not say where its schema holds; add `files` or `base-url`",
              "alyxlint.toml: 7:1: unknown key `schemas.base_url`; did you mean `base-url`?",
              "alyxlint.toml: 8:12: `alyx.org` is no base URL; it begins with `https://` or `http://`",
          });
}

BOOST_AUTO_TEST_CASE(calls_of_ones_own_are_read) {
    auto settings = settings_of_text(
        "[[calls]]\ncallee = 'my_rest'\n"
        "[[calls]]\ncallee = 'client.query'\nendpoint-argument = 1\nkeywords = ['where']\nparameters = ['*']\n"
        "[[calls]]\ncallee = 'find'\nendpoint = 'sessions'\narguments = ['django']\ndialect = 'alyx-filter'\n"
        "[[calls]]\ncallee = 'ask'\nendpoint-argument = 'table'\nschema = 'alyx'\n");
    BOOST_TEST_REQUIRE(settings.calls.size() == 4U);
    BOOST_TEST(settings.calls[0].callee == "my_rest");
    BOOST_TEST(settings.calls[0].endpoint_argument == settings.calls[0].arguments.at(0));
    BOOST_TEST(settings.calls[1].receiver == "client");
    BOOST_TEST(settings.calls[1].callee == "query");
    BOOST_TEST(settings.calls[1].arguments.size() == 2U);
    BOOST_TEST(settings.calls[1].endpoint_argument == settings.calls[1].arguments.at(1));
    BOOST_TEST(settings.calls[2].endpoint == "sessions");
    BOOST_TEST(settings.calls[2].endpoint_argument.empty());
    BOOST_TEST(settings.calls[3].endpoint_argument == "table");
    check(mistakes("[[calls]]\ndialect = 'alyx'\n[[calls]]\ncallee = 'a.b.c'\n[[calls]]\ncallee = 'f('\n[[calls]]\n"
                   "callee = 'f'\nendpoint = 'x'\nendpoint-argument = -1\narguments = ['']\n"),
          {
              "alyxlint.toml: 2:11: `calls.dialect` is `alyx`, not `alyx-filter`",
              "alyxlint.toml: 1:1: `[[calls]]` names no callee; add `callee = \"my_rest\"`",
              "alyxlint.toml: 4:10: `a.b.c` is no callee; write a function's name, `my_rest`, or a method's with the "
              "name before it, `client.query`",
              "alyxlint.toml: 6:10: `f(` is no callee; write a function's name, `my_rest`, or a method's with the name "
              "before it, `client.query`",
              "alyxlint.toml: 10:21: `calls.endpoint-argument` is no position; the first argument is 0",
              "alyxlint.toml: 11:14: an item of `calls.arguments` is empty",
              "alyxlint.toml: 10:21: `[[calls]]` has both an `endpoint` and an `endpoint-argument`; leave out one of "
              "them",
          });
}

BOOST_AUTO_TEST_CASE(pyproject_counts_where_it_has_our_table) {
    ConfigurationOrigin const origin{"pyproject.toml", "/project/pyproject.toml", "/project", "/project"};
    BOOST_TEST(!read_pyproject(origin, "[tool.ruff]\nselect = ['E']\n").has_value());
    BOOST_TEST(!read_pyproject(origin, "# alyxlint\n[tool.other]\n").has_value());
    BOOST_TEST(!read_pyproject(origin, "[broken\n").has_value());
    auto made =
        read_pyproject(origin, "[tool.alyxlint]\nselect = ['AQ2']\n[tool.alyxlint.severity]\nAQ203 = 'warning'\n");
    BOOST_TEST_REQUIRE(made.has_value());
    BOOST_TEST_REQUIRE(made->has_value());
    BOOST_TEST(level(settings_of(**made), "AQ203") == "warning");
    auto lines = [&](std::string_view text) { return lines_of(read_pyproject(origin, text)->error()); };
    check(lines("[tool.alyxlint]\nfixx = true\n"),
          {"pyproject.toml: 2:1: unknown key `tool.alyxlint.fixx`; did you mean `fix`?"});
    check(lines("[tool]\nalyxlint = 1\n"), {"pyproject.toml: 2:12: `tool.alyxlint` is an integer, not a table"});
    BOOST_TEST(lines("[tool.alyxlint\n").size() == 1U);
}

BOOST_AUTO_TEST_CASE(what_is_shown_says_the_same_when_it_is_read) {
    auto settings = settings_of_text(
        "select = ['AQ2', 'AQ4']\nfail-on = 'error'\ninclude = ['*.py', '/src/']\nexclude = ['old']\n"
        "extend-exclude = ['a\"\\\\b', 'x/y']\nforce-exclude = true\nschema = 'p.json'\noutput-file = 'o'\nbaseline = "
        "'b'\n"
        "[severity]\nAQ203 = 'warning'\n[per-file-ignores]\n'!t/**' = ['ALL']\n"
        "[[schemas]]\nschema = 'q.json'\nfiles = ['q']\nbase-url = 'https://q.org'\n"
        "[[calls]]\ncallee = 'c.q'\nschema = 'alyx'\nendpoint-argument = 'e'\narguments = ['d']\nkeywords = ['k']\n"
        "parameters = ['*']\ndialect = 'alyx-filter'\n[[calls]]\ncallee = 'f'\nendpoint = 'sessions'\n");
    auto text = to_toml(settings);
    auto again = settings_of_text(text);
    BOOST_TEST(to_toml(again) == text);
    BOOST_TEST((again.levels == settings.levels));
    BOOST_TEST(again.calls.size() == 2U);
    BOOST_TEST(again.schemas.size() == 1U);
    for (auto const& key : configuration_keys()) {
        auto name = key.substr(key.find('.') + 1);
        bool is_merged = name.rfind("extend-", 0) == 0 && name != "extend-exclude";
        if (is_merged || name == "extend" || name == "ignore") continue;
        BOOST_TEST(text.find(name) != text.npos, key);
    }
    BOOST_TEST(to_toml(settings_of_text("")).find("select = [\"ALL\"]\n") == 0U);
}
