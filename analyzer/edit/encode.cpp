// Finds the literal and lets its layer encode.
#include "analyzer/edit/encode.hpp"

#include <algorithm>

#include "analyzer/literal/url_query.hpp"

namespace alyx::analyzer {
namespace {

/// The piece that holds the span. An empty span between two pieces belongs to the literal before it.
Piece const* piece_of(FoldedText const& text, Span span) {
    for (auto const& piece : text.pieces) {
        bool holds = piece.text.covers(span) && (!span.empty() || piece.kind == Piece::Kind::literal);
        if (holds) return piece.kind == Piece::Kind::literal ? &piece : nullptr;
    }
    return nullptr;
}

std::string doubled(std::string_view text, std::string_view characters) {
    std::string result;
    for (char c : text) {
        result += c;
        if (characters.find(c) != std::string_view::npos) result += c;
    }
    return result;
}

/// In an expression either quote will do: the one that the literal itself does not use reads better than escapes.
std::string with_other_quotes(std::string text, std::string_view literal_quote) {
    bool is_expression =
        text.size() > 1 && (text.front() == '(' || text.front() == '[') && (text.back() == ')' || text.back() == ']');
    char own = literal_quote.empty() ? '\0' : literal_quote.front();
    char other = own == '\'' ? '"' : '\'';
    if (is_expression && own != '\0' && text.find(other) == std::string::npos)
        std::replace(text.begin(), text.end(), own, other);
    return text;
}

}  // namespace

std::optional<EncodedText> encode_text(Literal const& literal, std::string_view text) {
    auto decoded = with_other_quotes(std::string(text), literal.quote);
    std::string wanted = decoded;
    if (url_form(literal) == UrlForm::decoded) wanted = encode_url_query(wanted);
    if (url_form(literal) == UrlForm::encoded) wanted = decode_url_query(wanted).text;
    if (literal.percent_template) wanted = doubled(wanted, "%");
    if (literal.brace_template) wanted = doubled(wanted, "{}");
    auto encoded = encode_literal(layer_without_url(literal), literal.quote, wanted);
    if (!encoded) return std::nullopt;
    return EncodedText{std::move(*encoded), std::move(decoded)};
}

std::optional<EncodedEdit> encode_edit(FoldedText const& text, Span span, std::string_view replacement) {
    auto const* piece = piece_of(text, span);
    if (!piece) return std::nullopt;
    auto const& literal = *piece->literal;
    auto encoded = encode_text(literal, replacement);
    if (!encoded) return std::nullopt;
    Span decoded =
        make_span(piece->offset + (span.begin - piece->text.begin), piece->offset + (span.end - piece->text.begin));
    SourceEdit edit{{literal.contents.source, literal.map.to_raw(decoded)}, std::move(encoded->written)};
    return EncodedEdit{std::move(edit), std::move(encoded->decoded)};
}

}  // namespace alyx::analyzer
