// Files of queries: one a line, with directives that say whom they are for. docs/query-files.md describes them.
#pragma once

#include <string_view>
#include <vector>

#include "analyzer/text/span.hpp"

namespace alyx::analyzer {

/// A query, and the values of the directives that hold for it; an empty span: there was none.
struct QueryLine {
    Span query;
    Span dialect;
    Span service;
    Span endpoint;
};

struct QueryFile {
    std::vector<QueryLine> lines;
    std::vector<Span> comments;  ///< without line ends
};

/// Of the ranges, each of which may be several lines. Total.
QueryFile read_query_file(std::string_view text, std::vector<Span> const& ranges);

}  // namespace alyx::analyzer
