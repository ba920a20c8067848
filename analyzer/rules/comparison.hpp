// Conditions that are written as programs write them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "analyzer/text/span.hpp"

namespace alyx::analyzer {

/// `number=1`, `number: 1`, `number >= 1`: a path, what stands for the comma, and a value.
struct WrittenComparison {
    Span path, sign, value;
    std::string lookup;  ///< behind the path, with its underscores
    bool negated = false;
};

/// Nothing where the part is none. A value may be missing.
std::optional<WrittenComparison> read_comparison(std::string_view text, Span part);
/// Does another condition stand in what would be a value, behind an `and`?
bool joins_conditions(std::string_view value);

}  // namespace alyx::analyzer
