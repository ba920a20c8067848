// Last segments that are no lookup.
#include "analyzer/dialect/collection_words.hpp"
#include "analyzer/rules/collection.hpp"
#include "analyzer/rules/suggest.hpp"
#include "analyzer/rules/text.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {

extern Rule const unknown_condition_lookup;
CollectionCheck check_unknown_condition_lookup;

namespace {

std::string_view path_of(ResolvedCondition const& c) {
    return c.keyword.text.substr(0, c.keyword.segments[c.segment - 1].span.end);
}

std::string negated(std::string_view test) {
    if (test.substr(0, 4) == "not_") return std::string(test.substr(4));
    return concat("not_", test);
}

void help(ResolvedCondition const& c, Diagnosis& d) {
    auto word = c.at_fault();
    bool is_negated = word.substr(0, 4) == "not_";
    auto name = is_negated ? word.substr(4) : word;
    auto const* foreign = find_foreign_lookup(name);
    if (foreign && !foreign->help.empty()) {
        d.help = foreign->help;
        return;
    }
    std::vector<std::string_view> candidates;
    for (auto const& each : collection_lookup_names) candidates.push_back(each.name);
    auto near = foreign ? std::vector<std::string>{} : closest(name, candidates);
    std::string meant(c.meant);
    if (meant.empty() && near.size() == 1) meant = near.front();
    if (foreign && meant.empty()) meant = foreign->instead;
    if (meant.empty()) {
        d.help =
            near.empty()
                ? std::string("there are eq, lt, lte, gt, gte, contains, in, startswith, endswith, match and search")
                : concat("did you mean ", join_or(near), "?");
        return;
    }
    if (is_negated) meant = negated(meant);
    d.help = concat("write ", quote(meant));
    d.fix = rename(d.span, meant);
}

constexpr RuleExample examples[] = {
    {"", R"(entries.find_all_where(pub__ne=5))", R"(entries.find_all_where(pub__not_eq=5))"},
    {"", R"(entries.find_all_where(name__icontains='ks'))", R"(entries.find_all_where(name__search='(?i)ks'))"},
    {"", R"(entries.find_all_where(name__startwith='ks'))", R"(entries.find_all_where(name__startswith='ks'))"},
};

}  // namespace

void check_unknown_condition_lookup(CollectionReview const& review, Report& report) {
    auto see = [&](ResolvedCondition const& c, CollectionArgument const&, std::uint32_t index) {
        auto word = c.at_fault();
        auto span = c.keyword.segments[c.segment].span;
        auto message = c.segment == 0
                           ? concat("there is no lookup ", quote(word), ": items are asked for a field of that name")
                           : concat("there is no lookup ", quote(word), ": ", quote(path_of(c)),
                                    " itself is compared for equality");
        auto* d = report.add(unknown_condition_lookup, index, span, std::move(message), Subject::parameter);
        if (d && review.with_help) help(c, *d);
    };
    each_fault(review, ResolvedCondition::Fault::unknown_test, see);
}

Rule const unknown_condition_lookup{
    .code = "AQ711",
    .name = "unknown-condition-lookup",
    .effect = Effect::misleading,
    .summary = "A lookup that the library does not have, taken for equality",
    .why =
        "There are `eq`, `lt`, `lte`, `gt`, `gte`, `contains`, `in`, `startswith`, `endswith`, `match` and `search`. "
        "What else stands at the end of a keyword is looked for as an attribute of the value; where there is none, the "
        "value itself is compared for equality, silently. So `pub__ne=5` finds the items whose `pub` is 5.",
    .examples = examples,
};

}  // namespace alyx::analyzer
