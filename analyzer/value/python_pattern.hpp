// Python's regular expressions: what `re` refuses, and why.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "analyzer/text/span.hpp"

namespace alyx::analyzer {

struct PythonPatternError {
    std::string message;  ///< Python's words: `nothing to repeat`
    Span culprit;         ///< bytes of the pattern, from the position that Python names
};

/// What `re.compile` of Python 3.11 raises for this text, or nothing. Total; bounded depth.
std::optional<PythonPatternError> check_python_pattern(std::string_view pattern);

}  // namespace alyx::analyzer
