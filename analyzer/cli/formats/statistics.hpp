// How often each rule was found, in place of the findings.
#pragma once

#include <string>

#include "analyzer/cli/formats/format.hpp"

namespace alyx::cli {

/// A line a rule: how often, its code, whether it can be mended, its name; the most frequent first.
std::string statistics_table(RunResult const& result, FormatOptions const& options);
/// The same as one array of objects.
std::string statistics_json(RunResult const& result, FormatOptions const& options);

}  // namespace alyx::cli
