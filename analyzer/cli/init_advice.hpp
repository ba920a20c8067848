// What `alyxlint init` says.
#pragma once

#include <string>

#include "analyzer/cli/survey.hpp"

namespace alyx::cli {

/// Counts of files, queries and findings, and what could not be read.
std::string what_was_found(Survey const& survey);
/// Commands to run, and what to put into the files of other tools: only those that are in use.
std::string what_to_do_next(Survey const& survey);

}  // namespace alyx::cli
