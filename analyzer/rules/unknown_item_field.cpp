// Fields that no item of the collection has.
#include "analyzer/rules/collection.hpp"
#include "analyzer/rules/suggest.hpp"
#include "analyzer/rules/text.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {

extern Rule const unknown_item_field;
CollectionCheck check_unknown_item_field;

namespace {

void help(ResolvedCondition const& c, Diagnosis& d) {
    std::vector<std::string_view> names;
    for (auto const& field : c.holder.fields) names.push_back(field.name);
    bool is_last = c.segment + 1 == c.keyword.segments.size();
    if (is_last)
        for (auto const& each : collection_lookup_names) names.push_back(each.name);
    auto close = closest(c.at_fault(), names);
    if (close.empty()) {
        if (names.size() > 8 || names.empty() || is_last) return;
        d.help = concat("its fields are ", join_or(std::vector<std::string>(names.begin(), names.end())));
        return;
    }
    d.help = concat("did you mean ", join_or(close), "?");
    if (close.size() == 1) d.fix = rename(d.span, close.front());
}

constexpr RuleExample examples[] = {
    {"", R"(entries = SearchableCollection([{'serial': 'SN76', 'cost': 3.5}])
entries.find_all_where(serail='SN76'))",
     R"(entries = SearchableCollection([{'serial': 'SN76', 'cost': 3.5}])
entries.find_all_where(serial='SN76'))"},
};

}  // namespace

void check_unknown_item_field(CollectionReview const& review, Report& report) {
    auto see = [&](ResolvedCondition const& c, CollectionArgument const&, std::uint32_t index) {
        auto where =
            c.segment == 0
                ? std::string("no item has")
                : concat(quote(c.keyword.text.substr(0, c.keyword.segments[c.segment - 1].span.end)), " has no");
        auto what = c.segment == 0 ? " a field " : " field ";
        auto* d = report.add(unknown_item_field, index, c.keyword.segments[c.segment].span,
                             concat(where, what, quote(c.at_fault())), Subject::parameter);
        if (d && review.with_help) help(c, *d);
    };
    each_fault(review, ResolvedCondition::Fault::unknown_field, see);
}

Rule const unknown_item_field{
    .code = "AQ712",
    .name = "unknown-item-field",
    .effect = Effect::misleading,
    .summary = "A field that no item of the collection has",
    .why =
        "Items without the field are compared as if it were None: nothing is found, or under `not_` everything, and "
        "`No Attribute` is printed for each item. Below the first name the value in which the name is missing is "
        "compared itself. What items there are is known from the literal that the collection is made of, or from a "
        "pack.",
    .examples = examples,
};

}  // namespace alyx::analyzer
