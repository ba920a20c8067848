// What stands in a statement that is right is offered where it stands.
#include <algorithm>
#include <boost/test/unit_test.hpp>

#include "analyzer/analyze/dialect.hpp"
#include "analyzer/assist/assistant.hpp"
#include "analyzer/assist/completion.hpp"
#include "queries.hpp"

using namespace alyx::analyzer;

BOOST_AUTO_TEST_CASE(names_of_statements_are_offered_where_they_stand) {
    std::size_t names = 0;
    for (auto const& path : test::code_files("tests/fixtures/rules"))
        for (auto const& analysis : test::analyze_file(path))
            for (std::uint32_t index = 0; index < analysis->sites.size(); ++index) {
                auto const& site = analysis->sites[index];
                auto const& findings = analysis->findings;
                bool const is_wrong = std::any_of(findings.begin(), findings.end(), [&](Finding const& f) {
                    return std::find(f.sites.begin(), f.sites.end(), index) != f.sites.end();
                });
                if (is_wrong || dialect_of(site).name != "ftrack") continue;
                std::vector<Mention> mentions;
                assistant_of(site).mentions(site, mentions);
                for (auto const& mention : mentions) {
                    auto const end = mention.place.span.end;
                    auto const word = mention.place.span.of(analysis->unit->sources[mention.place.source]->text());
                    auto const items = complete(*analysis, {mention.place.source, {end, end}});
                    auto const it =
                        std::find_if(items.begin(), items.end(), [&](auto const& i) { return i.label == word; });
                    BOOST_TEST_CONTEXT(path << ": " << word << " at " << end) BOOST_TEST_REQUIRE((it != items.end()));
                    BOOST_TEST((it->replace.span == mention.place.span), path << ": " << word);
                    BOOST_TEST(!completion_documentation(*analysis->snapshot, it->documentation).empty(), word);
                    ++names;
                }
            }
    BOOST_TEST(names > 40U);
}
