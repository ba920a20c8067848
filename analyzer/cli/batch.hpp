// `alyxlint query --batch`: requests as JSON lines in, verdicts as JSON lines out, in order.
#pragma once

#include <string>
#include <string_view>

#include "analyzer/cli/dialect_query.hpp"

namespace alyx::cli {

/// The answer to one line, with a line end. A line that is no request gives an answer that says why.
/// False then.
bool answer_line(std::string& out, std::string_view line, SharedPacks const& packs);

/// Answers standard input to its end. 0, or 2 where reading or writing failed or a line was no request.
int run_batch(SharedPacks const& packs);

}  // namespace alyx::cli
