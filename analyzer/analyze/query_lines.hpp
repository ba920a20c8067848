// The queries of files that hold nothing else, one a line (host/query_file.hpp).
#pragma once

#include <vector>

#include "analyzer/analyze/analysis.hpp"

namespace alyx::analyzer {

/// The sites of the unit's lines, several for one where packs tie. Appends the literals that they point into, and
/// findings about lines of which it is not said whom they are for.
std::vector<std::vector<Site>> sites_of_query_lines(Analysis& analysis);

}  // namespace alyx::analyzer
