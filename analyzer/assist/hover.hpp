// What is said about the word under the pointer.
#pragma once

#include <optional>
#include <string>

#include "analyzer/analyze/analysis.hpp"
#include "analyzer/text/span.hpp"

namespace alyx::analyzer {

struct Hover {
    Place place;  ///< the word it is about
    std::string markdown;
};

/// Of the byte at `place` (an empty span), or of the word that ends there; nothing where no query stands.
std::optional<Hover> hover(Analysis const& analysis, Place place);

}  // namespace alyx::analyzer
