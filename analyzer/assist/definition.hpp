// Where the schema says what a word of a query is.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "analyzer/analyze/analysis.hpp"

namespace alyx::analyzer {

struct Definition {
    Place origin;  ///< the word in the script
    Schema const* schema = nullptr;
    std::string page;       ///< what `schema_page` takes: an endpoint's name or a model's label
    std::uint32_t row = 0;  ///< of the page in Markdown, from 0
};

std::optional<Definition> definition(Analysis const& analysis, Place place);

}  // namespace alyx::analyzer
