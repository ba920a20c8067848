// Comments for findings that are to stay: how `--add-ignore` adopts a tree of scripts.
#pragma once

#include <string_view>
#include <vector>

#include "analyzer/analyze/analysis.hpp"

namespace alyx::analyzer {

/// Edits that silence every finding of the analysis, but for those about suppressions themselves: a
/// `# alyxlint: ignore[CODE, …] -- reason` behind the line, or above the statement where no comment can stand behind
/// it. Codes join a list that is there already, whose reason is then kept. Only comments change. The edits neither
/// overlap nor depend on each other. A finding for which there is no safe place, in code that is broken, is left out.
std::vector<SourceEdit> add_ignores(Analysis const& analysis, std::string_view reason);

/// The same for one of its findings, at most one edit.
std::vector<SourceEdit> add_ignore(Analysis const& analysis, Finding const& finding, std::string_view reason);

}  // namespace alyx::analyzer
