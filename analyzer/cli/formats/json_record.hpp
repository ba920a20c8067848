// Records as JSON: what the JSON formats share, and `alyxlint merge` reads again.
#pragma once

#include <string>

#include "analyzer/cli/record.hpp"

namespace alyx::cli {

/// Appends one object without a line end. docs/output.md lists its members.
void append_record(std::string& out, Record const& record);

}  // namespace alyx::cli
