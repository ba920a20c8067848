// Names diagnostics by what they are: the same list has the same id, in every session.
#pragma once

#include <string>
#include <vector>

#include "lsp/protocol/diagnostics.hpp"

namespace alyx::lsp {

std::string result_id(std::vector<Diagnostic> const& diagnostics);

}  // namespace alyx::lsp
