// Breaks literals where a condition begins.
#include "analyzer/assist/rewrites.hpp"

#include <optional>

#include "analyzer/assist/cursor.hpp"
#include "analyzer/assist/query_reading.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {
namespace {

/// What opens a literal of Python; nothing of another language, whose literals don't join by standing side by side.
std::optional<std::string> opening(Literal const& literal) {
    switch (literal.layer) {
        case LiteralLayer::python_text:
            return std::string(literal.quote);
        case LiteralLayer::python_raw:
            return concat("r", literal.quote);
        case LiteralLayer::python_format:
            return concat("f", literal.quote);
        case LiteralLayer::python_raw_format:
            return concat("rf", literal.quote);
        default:
            return std::nullopt;
    }
}

/// Blanks as wide as what stands before `offset` in its line; its tabs stay.
std::string indentation(Source const& source, std::uint32_t offset) {
    auto row = source.row(offset);
    std::string blanks;
    for (char c : source.line(row).substr(0, offset - source.line_begin(row)))
        if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) blanks += c == '\t' ? '\t' : ' ';
    return blanks;
}

/// The piece that holds both the byte before `offset` and the one behind it.
Piece const* piece_around(FoldedText const& text, std::uint32_t offset) {
    for (auto const& piece : text.pieces)
        if (piece.text.begin < offset && offset < piece.text.end) return &piece;
    return nullptr;
}

bool covers(Place outer, Place inner) {
    return outer.source == inner.source && outer.span.covers(inner.span);
}

/// Within brackets, or over several lines already, a line may end where one likes.
bool needs_brackets(Site const& site, Place value, Source const& source) {
    return !covers(site.place, value) && source.row(value.span.begin) == source.row(value.span.end);
}

/// Nothing where the query has one pair, or each begins a literal of its own already.
std::optional<Rewrite> one_pair_a_line(Analysis const& analysis, Cursor const& cursor) {
    auto const& value = cursor.site->arguments[cursor.argument].value;
    if (value.kind != Folded::Kind::text || cursor.text.is_code()) return std::nullopt;
    auto const& source = *analysis.unit->sources[value.place.source];
    bool brackets = needs_brackets(*cursor.site, value.place, source);
    auto indent = indentation(source, value.place.span.begin) + (brackets ? " " : "");
    std::vector<SourceEdit> edits;
    QueryReading const reading(cursor);
    auto const& conditions = reading.query().conditions;
    for (std::uint32_t i = 1; i < conditions.size(); ++i) {
        auto begin = reading.condition_of({.condition = i}).begin;
        auto const* piece = piece_around(value.text, begin);
        if (!piece || piece->kind != Piece::Kind::literal) continue;
        auto const& literal = *piece->literal;
        auto open = opening(literal);
        auto at = piece->offset + (begin - piece->text.begin);
        if (!open || literal.contents.source != value.place.source) return std::nullopt;
        edits.push_back({{literal.contents.source, literal.map.to_raw(make_span(at, at))},
                         concat(literal.quote, "\n", indent, *open)});
    }
    if (edits.empty()) return std::nullopt;
    if (brackets) {
        auto [begin, end] = value.place.span;
        edits.insert(edits.begin(), {{value.place.source, make_span(begin, begin)}, "("});
        edits.push_back({{value.place.source, make_span(end, end)}, ")"});
    }
    return Rewrite{"one pair a line", std::move(edits)};
}

bool is_query(Cursor const& cursor) {
    return cursor.role == CursorRole::parameter && cursor.parameter && cursor.endpoint && cursor.endpoint->model &&
           cursor.argument != Cursor::no_argument &&
           (cursor.parameter->meaning == ParameterMeaning::query ||
            cursor.parameter->meaning == ParameterMeaning::pairs);
}

}  // namespace

std::vector<Rewrite> rewrites(Analysis const& analysis, Place place) {
    for (auto const& cursor : cursors_at(analysis, place, CursorUse::reading).all) {
        if (!is_query(cursor)) continue;
        if (auto rewrite = one_pair_a_line(analysis, cursor)) return {std::move(*rewrite)};
    }
    return {};
}

}  // namespace alyx::analyzer
