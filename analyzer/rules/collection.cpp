// Words about conditions and values.
#include "analyzer/rules/collection.hpp"

#include "analyzer/rules/text.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {

void each_fault(CollectionReview const& review, ResolvedCondition::Fault fault, SeeCondition const& see) {
    for (std::uint32_t i = 0; i < review.conditions.size(); ++i)
        if (!review.call.arguments[i].name.empty() && review.conditions[i].fault == fault)
            see(review.conditions[i], review.call.arguments[i], i);
}

void each_condition(CollectionReview const& review, SeeCondition const& see) {
    each_fault(review, ResolvedCondition::Fault::none, see);
}

std::string tested(ResolvedCondition const& condition) {
    auto const& keyword = condition.keyword;
    if (condition.test && keyword.segments.size() == 1) return "each item";
    auto end = condition.test ? keyword.segments[keyword.segments.size() - 2].span.end : keyword.last().span.end;
    return quote(keyword.text.substr(0, end));
}

std::string_view outcome_of(ResolvedCondition const& condition) {
    return condition.is_negated() ? "every item matches" : "no item matches";
}

std::string describe(CollectionValue const& value) {
    constexpr std::string_view names[] = {"this",   "None",   "a boolean", "a number", "a number",
                                          "a text", "a list", "a tuple",   "a set",    "a dictionary"};
    return std::string(names[static_cast<std::size_t>(value.kind)]);
}

Fix rename(Span span, std::string text) {
    auto fix = replace(span, std::move(text));
    fix.subject = Subject::parameter;
    return fix;
}

ServerAnswer raises(std::string exception) {
    return {0, std::move(exception)};
}

}  // namespace alyx::analyzer
