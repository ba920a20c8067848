// Django lookups as the parameters of a URL: `path=value`, as a service's view hands them to filter().
#pragma once

#include <string_view>

#include "analyzer/query/ast.hpp"

namespace alyx::analyzer {

/// Between two parameters of a decoded query, for a `&` may be part of a value.
inline constexpr char parameter_separator = '\x1e';

/// Parses decoded parameters. Total: any bytes give a tree. All values are texts; one that is missing with its `=` is
/// the empty one. The text must outlive it.
Query parse_url_lookups(std::string_view text, Holes holes = {});

}  // namespace alyx::analyzer
