// Where scripts mention a field, a relation, an endpoint or an entity type.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analyzer/analyze/analysis.hpp"

namespace alyx::analyzer {

/// What is mentioned, by names, so that it can be looked for in other analyses.
struct Mentioned {
    std::string service;
    std::string owner;  ///< label of the model; empty: it is an endpoint or a model itself
    std::string name;
    friend bool operator==(Mentioned const&, Mentioned const&) = default;
};

struct Mention {
    Place place;
    Mentioned what;
};

std::optional<Mention> mention_at(Analysis const& analysis, Place place);
/// All mentions, or those of one thing, in the order of the text; a place once.
std::vector<Mention> mentions(Analysis const& analysis);
std::vector<Place> mentions_of(Analysis const& analysis, Mentioned const& what);

}  // namespace alyx::analyzer
