// `alyxlint query --batch`: requests as JSON lines in, verdicts as JSON lines out, in order.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "analyzer/schema/schema.hpp"

namespace alyx::cli {

/// The answer to one line, with a line end. A line that is no request gives an answer that says why.
void answer_line(std::string& out, std::string_view line, std::shared_ptr<analyzer::Schema const> const& schema);

/// Answers standard input to its end. 0, or 2 where reading or writing failed or a line was no request.
int run_batch(std::shared_ptr<analyzer::Schema const> schema);

}  // namespace alyx::cli
