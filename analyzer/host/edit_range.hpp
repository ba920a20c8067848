// The part in which two texts differ.
#pragma once

#include <optional>
#include <string_view>

#include "analyzer/text/span.hpp"

namespace alyx::analyzer {

/// What precedes the spans is the same in both texts, and so is what follows them.
struct EditRange {
    Span before;
    Span after;

    /// Where the bytes, which stand in the text after the edit, stood before it; nothing where it touched them.
    std::optional<Span> unedited(Span span) const;
};

EditRange edit_range(std::string_view before, std::string_view after);

}  // namespace alyx::analyzer
