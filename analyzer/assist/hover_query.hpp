// What is said of the words of a query, and of the call that sends it.
#pragma once

#include <optional>

#include "analyzer/assist/cursor.hpp"
#include "analyzer/assist/hover.hpp"

namespace alyx::analyzer {

/// The cursor is in the value of a parameter of meaning query or pairs.
std::optional<Hover> hover_query(Cursor const& cursor);
/// The cursor is on the callee: the whole request in words.
std::optional<Hover> hover_call(Cursor const& cursor);

}  // namespace alyx::analyzer
