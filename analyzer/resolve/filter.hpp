// The filter of a request, in the dialect of its service.
#pragma once

#include <string_view>

#include "analyzer/query/ast.hpp"
#include "analyzer/schema/schema.hpp"

namespace alyx::analyzer {

/// Parses what stands in the pack's query parameter, or (with a prefix) in one of meaning `pairs`. Total. The text must
/// outlive it.
Query parse_filter(Schema const& schema, std::string_view text, Holes holes = {}, std::string_view prefix = {});

/// A condition as somebody would write it: `path,value`, or `path=value` in a URL.
std::string pair_text(Schema const& schema, std::string_view path, std::string_view value);

}  // namespace alyx::analyzer
