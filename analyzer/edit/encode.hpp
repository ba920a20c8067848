// Edits of a folded text as edits of the literals it was put together from.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "analyzer/fold/folded.hpp"

namespace alyx::analyzer {

/// Replaces bytes of a source as it stands in the editor: literal layers are already encoded.
struct SourceEdit {
    Place place;
    std::string text;
    friend bool operator==(SourceEdit const&, SourceEdit const&) = default;
};

/// What must be written between the quotes of the literal for `text` to be read, its own templates considered; nothing
/// where the literal cannot express it.
struct EncodedText {
    std::string written;
    std::string decoded;  ///< as it will be read: quotes in an expression may have been exchanged for the other ones
};
std::optional<EncodedText> encode_text(Literal const& literal, std::string_view text);

/// What must be written where for `span` of the folded text to become `replacement`; nothing where the span is not
/// within one literal, or the literal cannot express it.
struct EncodedEdit {
    SourceEdit edit;
    std::string decoded;  ///< the replacement as it will be read
};
std::optional<EncodedEdit> encode_edit(FoldedText const& text, Span span, std::string_view replacement);

}  // namespace alyx::analyzer
