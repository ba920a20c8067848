// Findings that comments silence, and findings about such comments.
#pragma once

#include "analyzer/analyze/analysis.hpp"
#include "analyzer/suppress/suppressions.hpp"

namespace alyx::analyzer {

/// What a directive must speak of to silence the finding.
Spot spot_of(Finding const& finding, Analysis const& analysis);

/// Moves what comments silence to `suppressed`, and appends what is wrong with the comments, at the levels that the
/// settings give. Rules that are off must have been dropped before.
void silence(Analysis& analysis);

}  // namespace alyx::analyzer
