// Negated tests of fields that some items lack.
#include "analyzer/rules/collection.hpp"
#include "analyzer/rules/text.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {

extern Rule const negation_finds_missing;
CollectionCheck check_negation_finds_missing;

namespace {

constexpr RuleExample examples[] = {
    {"", R"(entries = SearchableCollection([{'cost': 3.5}, {'serial': 'SN76'}])
entries.find_all_where(cost__not_gt=3))",
     ""},
};

}  // namespace

void check_negation_finds_missing(CollectionReview const& review, Report& report) {
    auto see = [&](ResolvedCondition const& c, CollectionArgument const&, std::uint32_t index) {
        auto const* field = review.call.items->find(c.keyword.segments[0].span.of(c.keyword.text));
        bool is_missing =
            field && !review.call.items->is_open && field->seen > 0 && field->seen < review.call.items->values;
        if (!c.is_negated() || !is_missing) return;
        report.add(negation_finds_missing, index, c.keyword.segments[0].span,
                   concat("items without ", quote(field->name), " match too"), Subject::parameter);
    };
    each_condition(review, see);
}

Rule const negation_finds_missing{
    .code = "AQ742",
    .name = "negation-finds-missing",
    .effect = Effect::advice,
    .summary = "A negated lookup of a field that some items lack",
    .why =
        "Negation is the contrary of the test, and a test of a missing field fails: items that lack the field match "
        "every `not_` lookup.",
    .examples = examples,
};

}  // namespace alyx::analyzer
