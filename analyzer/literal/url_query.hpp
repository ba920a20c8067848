// The queries of URLs: what percent-encoded text says, and how text is written into it.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "analyzer/literal/literal.hpp"

namespace alyx::analyzer {

/// How the text of a literal stands to the query of a URL that it is in.
enum class UrlForm : std::uint8_t {
    plain,           ///< no URL, or one as it is written
    decoded = 0x40,  ///< what the query says: the bytes are percent-encoded
    encoded = 0x80,  ///< what is sent: the program itself encodes the bytes
};
/// Forms are bits of the literal's layer, beside how it is written.
UrlForm url_form(Literal const& literal);
LiteralLayer layer_without_url(Literal const& literal);

/// Stands in a decoded query for the `&` between two parameters and the `?` before the first, for a `&` may be part of
/// a value.
inline constexpr char url_separator = '\x1e';
inline constexpr std::string_view url_separator_text = "\x1e";

/// A query as form fields are read: `%41` is A, `+` a blank, `&` separates; `?` at `question` does so too (npos: none
/// does). Total: what is no escape stays as it is.
Decoded decode_url_query(std::string_view raw, std::size_t question = std::string_view::npos);
/// What must stand in a query for it to be read as `text`; separators become `&`.
std::string encode_url_query(std::string_view text);
/// A name or value as libraries encode it, which know no separators: `%20` for a blank.
Decoded encode_url_part(std::string_view text);

/// The literal with what its text says in a query, at the places where it stands. `question` as above.
struct UrlLiteral {
    std::shared_ptr<Literal const> literal;
    OffsetMap map;  ///< from its text to that of the original

    /// What bytes of the original's text became.
    Span part(Span original) const;
};
UrlLiteral as_url_query(Literal const& literal, std::size_t question);
/// The literal as a program sends it that encodes its text.
UrlLiteral as_encoded(Literal const& literal);

}  // namespace alyx::analyzer
