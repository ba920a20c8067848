// Rules about URLs: their examples find what they say, and what is to be written instead finds nothing.
#include <boost/test/unit_test.hpp>

#include "analyzer/analyze/analysis.hpp"
#include "analyzer/assist/rule_example.hpp"
#include "analyzer/host/host.hpp"
#include "analyzer/rules/url_parameter.hpp"
#include "analyzer/schema/pack.hpp"

using namespace alyx::analyzer;

BOOST_AUTO_TEST_SUITE(urls)

BOOST_AUTO_TEST_CASE(examples_show_what_their_rule_finds_and_how_to_write_it) {
    auto const snapshot = std::make_shared<Snapshot const>(std::vector{built_in_schema("biolan")});
    std::size_t looked_at = 0;
    for (auto const* rule : all_rules()) {
        if (!is_about_urls(*rule)) continue;
        BOOST_TEST(!rule->examples.empty(), rule->name << " has no examples");
        for (auto const& example : shown_examples(*rule, built_in_schema("alyx"))) {
            ++looked_at;
            BOOST_TEST(!example.message.empty(), rule->code << " is not found in " << example.wrong);
            for (auto& unit : units_of("a.py", example.instead).units) {
                auto const analysis = analyze(std::make_shared<Unit const>(std::move(unit)), snapshot);
                BOOST_TEST((example.instead.empty() || analysis->statistics.queries == 1U), example.instead);
                for (auto const& finding : analysis->findings)
                    BOOST_ERROR(example.instead << ": " << finding.rule->code << " " << finding.message);
            }
        }
    }
    BOOST_TEST(looked_at >= 6U);
}

BOOST_AUTO_TEST_SUITE_END()
