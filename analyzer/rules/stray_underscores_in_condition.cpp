// Empty segments.
#include "analyzer/rules/collection.hpp"
#include "analyzer/rules/text.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {

extern Rule const stray_underscores_in_condition;
CollectionCheck check_stray_underscores_in_condition;

namespace {

/// With two underscores between names, and none at the ends.
std::string mended(std::string_view text) {
    std::string out;
    std::size_t run = 0;
    for (char c : text) {
        if (c == '_') {
            ++run;
            continue;
        }
        if (!out.empty()) out += run > 1 ? "__" : run == 1 ? "_" : "";
        run = 0;
        out += c;
    }
    return out;
}

constexpr RuleExample examples[] = {
    {"", R"(entries.find_all_where(cost___gt=3))", R"(entries.find_all_where(cost__gt=3))"},
    {"", R"(entries.find_all_where(cost__=3))", R"(entries.find_all_where(cost=3))"},
};

}  // namespace

void check_stray_underscores_in_condition(CollectionReview const& review, Report& report) {
    auto see = [&](ResolvedCondition const& c, CollectionArgument const&, std::uint32_t index) {
        auto whole = make_span(0, c.keyword.text.size());
        auto* d = report.add(stray_underscores_in_condition, index, whole,
                             concat("underscores of ", quote(c.keyword.text), " make a segment that is no name"),
                             Subject::parameter);
        auto meant = mended(c.keyword.text);
        if (!d || meant.empty()) return;
        d->help = concat("write ", quote(meant));
        d->fix = rename(whole, meant);
    };
    each_fault(review, ResolvedCondition::Fault::stray_underscores, see);
}

Rule const stray_underscores_in_condition{
    .code = "AQ718",
    .name = "stray-underscores-in-condition",
    .effect = Effect::misleading,
    .summary = "Underscores that leave a segment empty, or stick to a lookup",
    .why =
        "A keyword is cut at the first two of several underscores. `cost__` ends in an empty name, which is no lookup: "
        "`cost` is compared for equality. `cost___gt` ends in `_gt`, which is no lookup either.",
    .examples = examples,
};

}  // namespace alyx::analyzer
