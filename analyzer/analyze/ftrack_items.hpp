// What a script does with the answer to a statement.
#pragma once

#include "analyzer/analyze/analysis.hpp"

namespace alyx::analyzer {

/// Appends what is wrong with how the unit takes the rows of its statements.
void judge_answers(Analysis& analysis);
/// Of the site with this index, where one row is taken.
void judge_single(Analysis& analysis, std::uint32_t index);

}  // namespace alyx::analyzer
