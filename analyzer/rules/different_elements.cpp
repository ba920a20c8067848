// Conditions that different elements of a collection may meet.
#include <algorithm>

#include "analyzer/rules/statement.hpp"
#include "analyzer/rules/text.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {

extern Rule const different_elements;
StatementCheck check_different_elements;

namespace {

/// The path up to its last collection, where something follows that; else empty.
Span collection_of(AttributeUse const& use) {
    auto const& steps = use.target.steps;
    for (auto i = steps.size(); use.target.is_known && i-- > 1;)
        if (steps[i - 1].name->multi_valued)
            return {use.path->path.span.begin, use.path->path.segments[i].span.begin - 1};
    return {};
}

void check_conjunction(StatementReview const& review, Criterion const& all, Report& report) {
    std::vector<std::string_view> seen;
    for (auto const& part : all.parts) {
        auto use = std::find_if(review.resolved.uses.begin(), review.resolved.uses.end(),
                                [&](auto const& u) { return u.criterion == &part; });
        if (use == review.resolved.uses.end()) continue;
        auto span = collection_of(*use);
        auto collection = review.text_of(span);
        if (collection.empty()) continue;
        bool is_second = std::find(seen.begin(), seen.end(), collection) != seen.end();
        seen.push_back(collection);
        if (!is_second) continue;
        auto* d =
            report.add(different_elements, 0, use->path->path.span,
                       concat("another of ", quote(collection), " may meet this than meets the condition before"));
        if (d) d->help = concat("write ", quote(concat(collection, " any (… and …)")));
    }
}

void visit(StatementReview const& review, Criterion const& criterion, Report& report) {
    if (criterion.kind == Criterion::Kind::all) check_conjunction(review, criterion, report);
    for (auto const& part : criterion.parts) visit(review, part, report);
    if (criterion.comparison && criterion.comparison->criteria) visit(review, *criterion.comparison->criteria, report);
}

constexpr RuleExample examples[] = {
    {"", R"(Project where metadata.key is a and metadata.value is b)",
     R"(Project where metadata any (key is a and value is b))"},
};

}  // namespace

void check_different_elements(StatementReview const& review, Report& report) {
    for (auto const& part : review.resolved.parts)
        if (part.statement->criteria) visit(review, *part.statement->criteria, report);
}

Rule const different_elements{
    .code = "AQ651",
    .name = "different-elements",
    .effect = Effect::misleading,
    .summary = "Two conditions on a collection that different elements of it may meet",
    .why =
        "Each dotted path through a collection asks for some element, and two paths need not mean the same "
        "one. `any` holds all conditions against one element.",
    .examples = examples,
};

}  // namespace alyx::analyzer
