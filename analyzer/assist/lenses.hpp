// A line above each request that says how much it asks.
#pragma once

#include <string>
#include <vector>

#include "analyzer/analyze/analysis.hpp"

namespace alyx::analyzer {

struct Lens {
    Place place;        ///< the call
    std::string title;  ///< `sessions · 3 conditions · 1 join to many rows`
};

/// One a call that sends a list request, in the order of the text.
std::vector<Lens> lenses(Analysis const& analysis);

}  // namespace alyx::analyzer
