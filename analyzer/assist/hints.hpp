// What a query means without saying it, to be shown between its letters.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "analyzer/analyze/analysis.hpp"

namespace alyx::analyzer {

enum class HintKind : std::uint8_t {
    choice,          ///< the label of a number: `= FAIL`
    implicit_exact,  ///< `__exact`
    conversion,      ///< what the server makes of a value: `→ '22.0'`
};

struct Hint {
    Place place;  ///< empty: it stands there
    HintKind kind = HintKind::choice;
    std::string label;
};

/// In the order of the text.
std::vector<Hint> hints(Analysis const& analysis);
/// Markdown for a hint of the analysis, made when it is looked at.
std::string hint_documentation(Analysis const& analysis, Hint const& hint);

}  // namespace alyx::analyzer
