// Lookups of which the documentation knows nothing.
#include "analyzer/rules/collection.hpp"
#include "analyzer/rules/text.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {

extern Rule const undocumented_lookup;
CollectionCheck check_undocumented_lookup;

namespace {

constexpr RuleExample examples[] = {
    {"", R"(entries.find_all_where(cost__le=3))", R"(entries.find_all_where(cost__lte=3))"},
};

}  // namespace

void check_undocumented_lookup(CollectionReview const& review, Report& report) {
    auto see = [&](ResolvedCondition const& c, CollectionArgument const&, std::uint32_t index) {
        if (!c.test) return;
        auto word = c.test->name.of(c.keyword.text);
        if (word != "le" && word != "ge") return;
        auto meant = concat(word.substr(0, 1), "te");
        auto* d = report.add(undocumented_lookup, index, c.test->name,
                             concat(quote(word), " is an undocumented name of ", quote(meant)), Subject::parameter);
        if (!d) return;
        d->help = concat("write ", quote(meant));
        d->fix = rename(c.test->name, meant);
        d->fix->safety = Fix::Safety::safe;
    };
    each_condition(review, see);
}

Rule const undocumented_lookup{
    .code = "AQ741",
    .name = "undocumented-lookup",
    .effect = Effect::advice,
    .summary = "A lookup that the documentation does not have",
    .why = "`le` and `ge` work, and mean `lte` and `gte`, but no documentation promises them.",
    .examples = examples,
};

}  // namespace alyx::analyzer
