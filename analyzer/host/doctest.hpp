// Examples in docstrings: `>>> one.search(lab='x')`.
#pragma once

#include <string_view>
#include <vector>

#include "analyzer/text/span.hpp"

namespace alyx::analyzer {

/// What is typed in, of each run of lines that begins with `>>>`, one range a line. In Python a line begins so in texts
/// only.
std::vector<std::vector<Span>> doctests(std::string_view text);

}  // namespace alyx::analyzer
