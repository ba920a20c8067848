// Parts of a script that belong together: what can be folded, what a growing selection takes, what leads to a page.
#pragma once

#include <string>
#include <vector>

#include "analyzer/analyze/analysis.hpp"

namespace alyx::analyzer {

/// Calls that send requests over several lines, in the order of the text.
std::vector<Place> folding_ranges(Analysis const& analysis);

/// From the inside out, each within the next: segment, path, pair, query. Empty where no query stands.
std::vector<Place> selection_ranges(Analysis const& analysis, Place place);

/// Adds a range around those before; one that adds nothing is left out.
void grow(std::vector<Place>& ranges, Place place);

struct SchemaLink {
    Place place;  ///< the endpoint or entity type as it is written
    Schema const* schema = nullptr;
    std::string page;  ///< what `schema_page` takes
};
std::vector<SchemaLink> schema_links(Analysis const& analysis);

}  // namespace alyx::analyzer
