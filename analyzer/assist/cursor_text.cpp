// Offsets of a source to those of a folded text, and back.
#include "analyzer/assist/cursor_text.hpp"

#include <algorithm>

#include "analyzer/edit/encode.hpp"

namespace alyx::analyzer {

CursorText CursorText::in_code(std::string_view name, Place place, std::uint32_t cursor) {
    CursorText result;
    auto text = std::make_shared<FoldedText>();
    text->append_made(name, place);
    result.within_ = make_span(0, name.size());
    result.offset_ = std::min(cursor - std::min(cursor, place.span.begin), result.within_.end);
    result.folded_ = std::move(text);
    result.base_ = place.span.begin;
    result.in_source_ = cursor;
    result.source_ = place.source;
    return result;
}

std::optional<CursorText> CursorText::in_literal(FoldedText text, Place cursor) {
    auto raw = cursor.span.begin;
    for (auto const& piece : text.pieces) {
        if (piece.kind != Piece::Kind::literal) continue;
        auto const& contents = piece.literal->contents;
        if (contents.source != cursor.source || raw < contents.span.begin || raw > contents.span.end) continue;
        auto decoded = piece.literal->map.to_decoded(raw);
        if (decoded < piece.offset || decoded > piece.offset + piece.text.size()) continue;
        CursorText result;
        result.offset_ = piece.text.begin + decoded - piece.offset;
        result.within_ = piece.text;
        result.literal_ = piece.literal;
        result.base_ = piece.offset;
        result.in_source_ = raw;
        result.source_ = cursor.source;
        result.folded_ = std::make_shared<FoldedText const>(std::move(text));
        return result;
    }
    return std::nullopt;
}

CursorText CursorText::in_empty(Literal const& literal) {
    CursorText result;
    result.folded_ = std::make_shared<FoldedText const>();
    result.literal_ = &literal;
    result.source_ = literal.contents.source;
    result.in_source_ = literal.contents.span.begin;
    return result;
}

Place CursorText::place(Span span) const {
    Span part{std::clamp(span.begin, within_.begin, within_.end), std::clamp(span.end, within_.begin, within_.end)};
    Span from_base{base_ + part.begin - within_.begin, base_ + part.end - within_.begin};
    if (!literal_) return {source_, from_base};
    if (literal_->text.empty()) return {source_, {literal_->contents.span.begin, literal_->contents.span.begin}};
    return {source_, literal_->map.to_raw(from_base)};
}

std::optional<std::string> CursorText::encoded(std::string_view text) const {
    if (!literal_) return std::string(text);
    auto encoded = encode_text(*literal_, text);
    if (!encoded) return std::nullopt;
    return std::move(encoded->written);
}

void CursorText::remove(Span span) {
    auto text = folded_->part({0, span.begin});
    text.append(folded_->part({span.end, static_cast<std::uint32_t>(folded_->text.size())}));
    // What is read again ends with the marker: nothing of the cursor's literal stands behind it.
    within_.end = std::min(within_.end, span.begin);
    within_.begin = std::min(within_.begin, within_.end);
    offset_ = std::min(offset_, span.begin);
    folded_ = std::make_shared<FoldedText const>(std::move(text));
}

}  // namespace alyx::analyzer
