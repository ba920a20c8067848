// Functions that make the query of a URL from values.
#pragma once

#include <string_view>

#include "analyzer/fold/formatting.hpp"

namespace alyx::analyzer {

/// urlencode, quote_plus; URLSearchParams, encodeURIComponent.
bool is_url_function(std::string_view name);
/// What one of them makes of its first argument, percent-encoded, each byte still at its place. `each_item`: a list is
/// one parameter for each item (doseq), else its text.
Value fold_url_function(std::string_view name, Folded const& argument, bool each_item, Place place,
                        LiteralStore& store);

/// What `append` of URLSearchParams, or `set`, which replaces, makes of a query; others stay as they are.
Value with_parameter(Folded const& query, Folded const& name, Folded const& value, bool replaces, Place place,
                     LiteralStore& store);

}  // namespace alyx::analyzer
