// Lookups in the middle of a keyword.
#include "analyzer/rules/collection.hpp"
#include "analyzer/rules/text.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {

extern Rule const chained_lookup;
CollectionCheck check_chained_lookup;

namespace {

constexpr RuleExample examples[] = {
    {"", R"(entries.find_all_where(cost__gt__lt=3))", R"(entries.find_all_where(cost__lt=3))"},
};

}  // namespace

void check_chained_lookup(CollectionReview const& review, Report& report) {
    auto see = [&](ResolvedCondition const& c, CollectionArgument const&, std::uint32_t index) {
        auto* d =
            report.add(chained_lookup, index, c.keyword.segments[c.segment].span,
                       concat("the lookup ", quote(c.at_fault()), " does not stand at the end: it is read as a name"),
                       Subject::parameter);
        if (d) d->help = "write a condition of its own for each test";
    };
    each_fault(review, ResolvedCondition::Fault::chained_test, see);
}

Rule const chained_lookup{
    .code = "AQ715",
    .name = "chained-lookup",
    .effect = Effect::misleading,
    .summary = "A lookup that is not the last segment of a keyword",
    .why =
        "A keyword ends in one lookup. One in front of it is read as the name of a field, which values lack: the "
        "condition is not what it says. Two tests of one field are two conditions.",
    .examples = examples,
};

}  // namespace alyx::analyzer
