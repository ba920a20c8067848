// Which rules are selected, where, and how severe they are.
#include <boost/test/unit_test.hpp>

#include "tests/config/configuring.hpp"

using namespace alyx::analyzer;
using namespace alyx::analyzer::testing;

BOOST_AUTO_TEST_CASE(all_rules_are_selected_at_the_severity_of_their_effect) {
    auto settings = settings_of_text("");
    for (auto const* each : all_rules())
        BOOST_TEST(level(settings, each->code) == name_of(default_severity(each->effect)), each->code);
}

BOOST_AUTO_TEST_CASE(a_selector_is_a_code_a_prefix_a_name_or_all) {
    for (auto const* text : {"AQ203", "unknown-field", "AQ2", "AQ", "AQ20", "ALL"}) {
        auto settings = settings_of_text("select = [\"" + std::string(text) + "\"]");
        BOOST_TEST(level(settings, "AQ203") == "error", text);
    }
    auto settings = settings_of_text("select = ['AQ2']");
    BOOST_TEST(level(settings, "AQ401") == "-");
    BOOST_TEST(level(settings_of_text("select = []"), "AQ203") == "-");
}

BOOST_AUTO_TEST_CASE(an_unknown_selector_is_named_with_what_may_be_meant) {
    BOOST_TEST(mistakes("select = ['unknown-feild']\nignore = [\n 'AQ999', 'every' ]") ==
                   (std::vector<std::string>{
                       "alyxlint.toml: 1:11: `unknown-feild` is no rule, nor the beginning of a rule's code; did you "
                       "mean `unknown-field`?",
                       "alyxlint.toml: 3:2: `AQ999` is no rule, nor the beginning of a rule's code; `alyxlint rules` "
                       "lists them all",
                       "alyxlint.toml: 3:11: `every` is no rule, nor the beginning of a rule's code; `alyxlint rules` "
                       "lists them all",
                   }),
               boost::test_tools::per_element());
    for (auto const* text : {"", "A", "AQ2033", "AQ203 ", "2", "AL"})
        BOOST_TEST(parse_selector(text).has_error(), text);
    BOOST_TEST(parse_selector("aq203")->selects(rule("unknown-field")));
    BOOST_TEST(parse_selector("ALL")->specificity < parse_selector("AQ")->specificity);
    BOOST_TEST(parse_selector("AQ20")->specificity < parse_selector("AQ203")->specificity);
    BOOST_TEST(parse_selector("AQ203")->specificity == parse_selector("unknown-field")->specificity);
}

BOOST_AUTO_TEST_CASE(what_is_more_specific_wins_and_of_equals_what_ignores) {
    auto settings = settings_of_text("select = ['ALL', 'AQ401']\nignore = ['AQ4']");
    BOOST_TEST(level(settings, "AQ401") == "warning");
    BOOST_TEST(level(settings, "AQ402") == "-");
    BOOST_TEST(level(settings, "AQ203") == "error");
    settings = settings_of_text("ignore = ['AQ4', 'unknown-field']\nextend-select = ['AQ40', 'AQ203']");
    BOOST_TEST(level(settings, "AQ401") == "warning");
    BOOST_TEST(level(settings, "AQ203") == "-");
    BOOST_TEST(level(settings_of_text("ignore = ['ALL']"), "AQ203") == "-");
    BOOST_TEST(level(settings_of_text("ignore = ['ALL']\nextend-select = ['AQ203']"), "AQ203") == "error");
}

BOOST_AUTO_TEST_CASE(upper_layers_select_anew_and_ignores_below_them_stay) {
    auto settings = settings_of_texts({"select = ['AQ2']\nignore = ['AQ203']", "select = ['AQ2', 'AQ4']"});
    BOOST_TEST(level(settings, "AQ203") == "-");
    BOOST_TEST(level(settings, "AQ401") == "warning");
    BOOST_TEST(level(settings, "AQ101") == "-");
    settings = settings_of_texts({"ignore = ['AQ203']", "select = ['AQ203']"});
    BOOST_TEST(level(settings, "AQ203") == "error");
    settings = settings_of_texts({"select = ['AQ2']", "extend-select = ['AQ401']", "ignore = ['AQ203']"});
    BOOST_TEST(level(settings, "AQ203") == "-");
    BOOST_TEST(level(settings, "AQ401") == "warning");
    BOOST_TEST(level(settings, "AQ402") == "-");
    settings = settings_of_texts({"ignore = ['AQ203']", "extend-select = ['AQ203']", "select = ['AQ2']"});
    BOOST_TEST(level(settings, "AQ203") == "error");
}

BOOST_AUTO_TEST_CASE(severities_change_and_the_more_specific_ones_win) {
    auto settings = settings_of_text(
        "[severity]\nunknown-field = 'information'\nAQ2 = 'warning'\nALL = 'error'\nAQ20 = 'information'");
    BOOST_TEST(level(settings, "AQ203") == "information");
    BOOST_TEST(level(settings, "AQ401") == "error");
    BOOST_TEST(level(settings, "AQ204") == "information");
    BOOST_TEST((rule("AQ203").effect == Effect::refused));
    settings = settings_of_texts({"[severity]\nAQ203 = 'warning'", "[severity]\nALL = 'information'"});
    BOOST_TEST(level(settings, "AQ203") == "information");
    BOOST_TEST(mistakes("[severity]\nAQ203 = 'warn'\nAQ2 = 1\nnothing = 'error'") ==
                   (std::vector<std::string>{
                       "alyxlint.toml: 2:9: `severity.AQ203` is `warn`, not `error`, `warning` or `information`",
                       "alyxlint.toml: 3:7: `severity.AQ2` is an integer, not a string",
                       "alyxlint.toml: 4:1: `nothing` is no rule, nor the beginning of a rule's code; `alyxlint rules` "
                       "lists them all",
                   }),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(rules_are_silent_in_files_that_patterns_cover) {
    auto settings = settings_of_text(
        "[per-file-ignores]\n'tests' = ['ALL']\n'*.ipynb' = ['AQ4']\n'!src/**' = ['unknown-lookup']\n"
        "[extend-per-file-ignores]\n'/docs/*.md' = ['AQ203']");
    BOOST_TEST(level(settings, "AQ203", "/project/tests/deep/a.py") == "-");
    BOOST_TEST(level(settings, "AQ203", "/project/src/a.py") == "error");
    BOOST_TEST(level(settings, "AQ203") == "error");
    BOOST_TEST(level(settings, "AQ401", "/project/src/a.ipynb") == "-");
    BOOST_TEST(level(settings, "AQ401", "/project/src/a.py") == "warning");
    BOOST_TEST(level(settings, "unknown-lookup", "/project/src/a.py") == "error");
    BOOST_TEST(level(settings, "unknown-lookup", "/project/a.py") == "-");
    BOOST_TEST(level(settings, "AQ203", "/project/docs/a.md") == "-");
    BOOST_TEST(level(settings, "AQ203", "/project/src/docs/a.md") == "error");
    auto upper = settings_of_texts({"[per-file-ignores]\n'a.py' = ['AQ2']\n[extend-per-file-ignores]\n'b.py' = ['AQ2']",
                                    "[per-file-ignores]\n'c.py' = ['AQ2']"});
    BOOST_TEST(level(upper, "AQ203", "/project/a.py") == "error");
    BOOST_TEST(level(upper, "AQ203", "/project/b.py") == "-");
    BOOST_TEST(level(upper, "AQ203", "/project/c.py") == "-");
}
