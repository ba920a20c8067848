// Other ways to write a query that mean the same.
#pragma once

#include <string>
#include <vector>

#include "analyzer/analyze/analysis.hpp"

namespace alyx::analyzer {

struct Rewrite {
    std::string title;
    std::vector<SourceEdit> edits;
};

/// What can be done with the query at `place`: one pair a line, as literals next to each other.
std::vector<Rewrite> rewrites(Analysis const& analysis, Place place);

}  // namespace alyx::analyzer
