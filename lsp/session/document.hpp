// A text that the client holds open, and its edits.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/text/encoded_position.hpp"
#include "analyzer/text/source.hpp"
#include "lsp/protocol/synchronization.hpp"

namespace alyx::lsp {

using analyzer::PositionEncoding;

/// A text document, or a cell of a notebook. The name of its source is the path of its URI, or the URI itself.
struct Document {
    Uri uri;
    std::string language;                 ///< as the client names it
    std::optional<std::int32_t> version;  ///< none: a file that is not open
    std::shared_ptr<analyzer::Source const> source;
};

Document make_document(TextDocumentItem item);

/// What an editor would call the language of a file that none has open.
std::string language_of_file(std::string_view path);

/// Makes the changes one after the other. False if one of them lay outside of the text, and was put at the nearest
/// place in it: then client and server are out of step.
bool change(Document& document, std::vector<TextDocumentContentChangeEvent> const& changes, PositionEncoding encoding);

std::uint32_t offset_of(Document const& document, Position position, PositionEncoding encoding);
analyzer::Span span_of(Document const& document, Range range, PositionEncoding encoding);
Position position_of(Document const& document, std::uint32_t offset, PositionEncoding encoding);
Range range_of(Document const& document, analyzer::Span span, PositionEncoding encoding);

}  // namespace alyx::lsp
