// What rules about the parameters of URLs look at.
#pragma once

#include <string>
#include <string_view>

#include "analyzer/rules/rule.hpp"
#include "analyzer/schema/url_lookups.hpp"

namespace alyx::analyzer {

/// Does a rule that was written for filter strings hold for lookups in URLs too?
bool holds_in_urls(Rule const& rule);
/// Is the rule about URLs alone, and its examples are some?
bool is_about_urls(Rule const& rule);

/// The service's habits, where its queries are parameters of URLs; else null.
inline UrlLookups const* url_of(Review const& review) {
    return url_lookups(review.schema());
}

/// A parameter that begins with no name the endpoint can be filtered by.
struct UnreadParameter {
    std::uint32_t parameter;  ///< of the request: all its lookups
    Condition const* condition;
    Span name;  ///< the first segment
    std::string_view text;
};
/// Calls `visit(UnreadParameter)` for each that the service does not refuse.
void each_unread(Review const& review, auto const& visit) {
    auto const* url = url_of(review);
    if (!url || url->unknown == UrlLookups::Unknown::refused) return;
    for (std::uint32_t i = 0; i < review.outcome.parameters.size(); ++i) {
        auto const& use = review.outcome.parameters[i];
        if (!use.query) continue;
        for (auto const& condition : use.query->conditions) {
            auto const& first = condition.path.segments.front();
            auto const name = first.span.of(use.query->text);
            if (!condition.is_known || first.has_hole || url->may_begin(review.endpoint(), name)) continue;
            visit(UnreadParameter{i, &condition, first.span, name});
        }
    }
}

/// `localTimestamp` as Python spells names: `local_timestamp`.
std::string snake_case(std::string_view name);

}  // namespace alyx::analyzer
