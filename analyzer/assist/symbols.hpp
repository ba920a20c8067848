// The requests of a script, for outlines.
#pragma once

#include <string>
#include <vector>

#include "analyzer/analyze/analysis.hpp"

namespace alyx::analyzer {

struct Symbol {
    std::string name;    ///< `sessions: subject__nickname__icontains, qc`
    std::string detail;  ///< `list`
    Place place;         ///< the whole call
    Place selection;     ///< within it: the endpoint, or the call's name
};

/// One a call, in the order of the text.
std::vector<Symbol> symbols(Analysis const& analysis);

}  // namespace alyx::analyzer
