// What codes, prefixes and names select.
#include <boost/test/unit_test.hpp>

#include "analyzer/rules/selector.hpp"

using namespace alyx::analyzer;

BOOST_AUTO_TEST_CASE(a_rule_is_named_by_its_code_or_its_name) {
    for (auto const* word : {"AQ203", "aq203", "unknown-field", "Unknown-Field"}) {
        auto found = rules_named(word);
        BOOST_TEST_REQUIRE(found.size() == 1U, word);
        BOOST_TEST(found[0]->code == "AQ203");
    }
}

BOOST_AUTO_TEST_CASE(the_begin_of_codes_names_all_of_them) {
    auto found = rules_named("AQ4");
    BOOST_TEST(found.size() > 5U);
    for (auto const* rule : found) BOOST_TEST(rule->code.substr(0, 3) == "AQ4");
    BOOST_TEST(rules_named("AQ").size() == all_rules().size());
    BOOST_TEST(rules_named("all").size() == all_rules().size());
}

BOOST_AUTO_TEST_CASE(other_words_name_none) {
    for (auto const* word : {"", "A", "Q203", "AQ777", "AQ2030", "unknown", "unknown-", "AQ2*", "E501"})
        BOOST_TEST(rules_named(word).empty(), word);
}

BOOST_AUTO_TEST_CASE(a_misspelt_name_has_a_neighbour_and_another_number_has_none) {
    BOOST_TEST(nearest_rule("unknown-feild") == "unknown-field");
    BOOST_TEST(nearest_rule("Unknown-Fields") == "unknown-field");
    BOOST_TEST(nearest_rule("QA203") == "AQ203");
    BOOST_TEST(nearest_rule("AQ777") == "");
    BOOST_TEST(nearest_rule("E501") == "");
    BOOST_TEST(nearest_rule("everything") == "");
}
