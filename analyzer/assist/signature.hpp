// The parameters of a client's call while it is being written.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "analyzer/analyze/analysis.hpp"

namespace alyx::analyzer {

struct Signature {
    struct Parameter {
        Span label;                 ///< bytes of the signature's label
        std::string documentation;  ///< Markdown, may be empty
    };
    std::string label;          ///< `rest(url, action, id, …, django, subject)`
    std::string documentation;  ///< Markdown: the endpoint
    std::vector<Parameter> parameters;
    std::optional<std::uint32_t> active;  ///< what the cursor is in
};

/// Of the innermost call of a client that the cursor is in the parentheses of; nothing elsewhere.
std::optional<Signature> signature(Analysis const& analysis, Place place);

}  // namespace alyx::analyzer
