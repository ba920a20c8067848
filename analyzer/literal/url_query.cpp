// Percent-encoding both ways, with maps.
#include "analyzer/literal/url_query.hpp"

#include "analyzer/literal/layers.hpp"

namespace alyx::analyzer {
namespace {

constexpr unsigned form_bits = 0xC0;
constexpr std::string_view hex_digits = "0123456789ABCDEF";

bool is_unreserved(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
           c == '.' || c == '~';
}

/// Stands for itself in a query, though some programs encode it.
bool is_plain_in_query(char c) {
    return is_unreserved(c) || std::string_view(",:;=/?@!$()*'").find(c) != std::string_view::npos;
}

void append_escape(std::string& text, char c) {
    auto const byte = static_cast<unsigned char>(c);
    text += '%';
    text += hex_digits[byte >> 4];
    text += hex_digits[byte & 15];
}

/// `outer` leads from a text to another, `inner` from that to the source.
OffsetMap composed(OffsetMap const& outer, OffsetMap const& inner) {
    OffsetMap map;
    for (std::uint32_t i = 0; i < outer.size(); ++i) {
        Span const between = outer.to_raw({i, i + 1});
        Span const raw = inner.to_raw(between);
        if (outer.is_verbatim({i, i + 1}) && inner.is_verbatim(between))
            map.add_verbatim(raw.begin, 1);
        else
            map.add_escape(raw, 1);
    }
    return map;
}

UrlLiteral derived(Literal const& literal, Decoded decoded, UrlForm form) {
    auto made = std::make_shared<Literal>(literal);
    made->text = std::move(decoded.text);
    made->map = composed(decoded.map, literal.map);
    auto const written = static_cast<unsigned>(layer_without_url(literal));
    made->layer = static_cast<LiteralLayer>(written | static_cast<unsigned>(form));
    return {std::move(made), std::move(decoded.map)};
}

}  // namespace

UrlForm url_form(Literal const& literal) {
    return static_cast<UrlForm>(static_cast<unsigned>(literal.layer) & form_bits);
}

LiteralLayer layer_without_url(Literal const& literal) {
    return static_cast<LiteralLayer>(static_cast<unsigned>(literal.layer) & ~form_bits);
}

Decoded decode_url_query(std::string_view raw, std::size_t question) {
    Decoded out;
    for (std::size_t i = 0; i < raw.size();) {
        char const c = raw[i];
        auto const code = c == '%' ? hex_number(raw.substr(i + 1), 2) : std::nullopt;
        std::size_t const length = code ? 3 : 1;
        bool const is_separator = c == '&' || i == question;
        out.text += code ? static_cast<char>(*code) : is_separator ? url_separator : c == '+' ? ' ' : c;
        // A byte for a byte: cursors stand before or behind it, never within.
        if (length == 1)
            out.map.add_verbatim(static_cast<std::uint32_t>(i), 1);
        else
            out.map.add_escape(make_span(i, i + length), 1);
        i += length;
    }
    return out;
}

std::string encode_url_query(std::string_view text) {
    std::string query;
    for (char c : text) {
        if (c == url_separator)
            query += '&';
        else if (is_plain_in_query(c))
            query += c;
        else
            append_escape(query, c);
    }
    return query;
}

Decoded encode_url_part(std::string_view text) {
    Decoded out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        auto const at = static_cast<std::uint32_t>(i);
        if (is_unreserved(text[i])) {
            out.text += text[i];
            out.map.add_verbatim(at, 1);
        } else {
            append_escape(out.text, text[i]);
            out.map.add_escape({at, at + 1}, 3);
        }
    }
    return out;
}

Span UrlLiteral::part(Span original) const {
    auto const end = map.to_raw({map.size(), map.size()}).begin;
    auto const at = [&](std::uint32_t offset) { return offset >= end ? map.size() : map.to_decoded(offset); };
    return {at(original.begin), at(original.end)};
}

UrlLiteral as_url_query(Literal const& literal, std::size_t question) {
    auto const form = url_form(literal) == UrlForm::encoded ? UrlForm::plain : UrlForm::decoded;
    return derived(literal, decode_url_query(literal.text, question), form);
}

UrlLiteral as_encoded(Literal const& literal) {
    return derived(literal, encode_url_part(literal.text), UrlForm::encoded);
}

}  // namespace alyx::analyzer
