// Calls that send a whole statement, such as `session.query('Task where …')`: which they are, and what is wrong there.
#pragma once

#include <vector>

#include "analyzer/analyze/analysis.hpp"

namespace alyx::analyzer {

/// Appends what is found at the call, if it sends a statement in the dialect of a pack.
void judge_statement(FoldedCall const& call, Snapshot const& snapshot, std::vector<Finding>& findings,
                     AnalysisStatistics& statistics);

}  // namespace alyx::analyzer
