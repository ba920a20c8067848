// Splices changes into a document's text.
#include "lsp/session/document.hpp"

#include <algorithm>

#include "analyzer/host/host.hpp"
#include "lsp/session/uri.hpp"

namespace alyx::lsp {

using analyzer::Source;
using analyzer::Span;

namespace {

std::shared_ptr<Source const> make_source(std::string name, std::string text) {
    return std::make_shared<Source const>(std::move(name), std::move(text));
}

bool is_within(Document const& document, Position position, PositionEncoding encoding) {
    return analyzer::is_within(*document.source, {position.line, position.character}, encoding);
}

/// Editors may name the line behind the last one as the end of the text.
bool is_end(Document const& document, Position position) {
    return position.line == document.source->line_count() && position.character == 0;
}

}  // namespace

std::string language_of_file(std::string_view path) {
    return std::string(analyzer::editor_language(path));
}

Document make_document(TextDocumentItem item) {
    auto name = path_of(item.uri).value_or(item.uri);
    return {std::move(item.uri), std::move(item.languageId), item.version,
            make_source(std::move(name), std::move(item.text))};
}

bool change(Document& document, std::vector<TextDocumentContentChangeEvent> const& changes, PositionEncoding encoding) {
    bool in_step = true;
    for (auto const& event : changes) {
        if (!event.range) {
            document.source = make_source(document.source->name(), event.text);
            continue;
        }
        for (auto position : {event.range->start, event.range->end})
            in_step &= is_within(document, position, encoding) || is_end(document, position);
        in_step &= event.range->start <= event.range->end;
        Span span = span_of(document, *event.range, encoding);
        auto before = document.source->text();
        std::string text;
        text.reserve(before.size() - span.size() + event.text.size());
        text.append(before.substr(0, span.begin)).append(event.text).append(before.substr(span.end));
        document.source = make_source(document.source->name(), std::move(text));
    }
    return in_step;
}

std::uint32_t offset_of(Document const& document, Position position, PositionEncoding encoding) {
    return analyzer::byte_offset(*document.source, {position.line, position.character}, encoding);
}

Span span_of(Document const& document, Range range, PositionEncoding encoding) {
    auto a = offset_of(document, range.start, encoding), b = offset_of(document, range.end, encoding);
    return {std::min(a, b), std::max(a, b)};
}

Position position_of(Document const& document, std::uint32_t offset, PositionEncoding encoding) {
    auto position = analyzer::encoded_position(*document.source, offset, encoding);
    return {position.row, position.column};
}

Range range_of(Document const& document, Span span, PositionEncoding encoding) {
    return {position_of(document, span.begin, encoding), position_of(document, span.end, encoding)};
}

}  // namespace alyx::lsp
