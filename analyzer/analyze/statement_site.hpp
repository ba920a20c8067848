// Calls that send a whole statement, such as `session.query('Task where …')`: which they are, and what is wrong there.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "analyzer/analyze/analysis.hpp"

namespace alyx::analyzer {

/// The packs whose queries are statements: those of the snapshot, else the program's own, for their calls are told by
/// what is in them and need no configuration.
std::vector<std::shared_ptr<Schema const>> statement_schemas(Snapshot const& snapshot);

/// Appends what is found at the call, if it sends a statement to the service of one of the packs.
void judge_statement(FoldedCall const& call, std::span<std::shared_ptr<Schema const> const> schemas,
                     std::vector<Finding>& findings, AnalysisStatistics& statistics);

}  // namespace alyx::analyzer
