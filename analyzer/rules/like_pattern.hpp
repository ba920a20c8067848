// SQL's `like`, which Django's lookups say in other words.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "analyzer/rules/rule.hpp"

namespace alyx::analyzer {

/// Does the conjunct's value hold a `%` that its writer took for a wildcard?
bool has_wildcard(Review const& review, Conjunct const& conjunct);

/// `%x%` is `contains`, `x%` `startswith`, `%x` `endswith`: the lookup, and the edits that take the `%` away. Nothing
/// where the value stands in brackets or has a `%` within, which no lookup says. `lookup` is `contains` or `icontains`.
struct LikePattern {
    std::string_view lookup;
    std::vector<QueryEdit> edits;
};
std::optional<LikePattern> like_pattern(Review const& review, Conjunct const& conjunct, std::string_view lookup);

}  // namespace alyx::analyzer
