// A literal of a source: how it is written, the bytes between its quotes and what they decode to.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "analyzer/text/offset_map.hpp"
#include "analyzer/text/span.hpp"

namespace alyx::analyzer {

/// How a literal is written, which decides how an edit of its text must be encoded.
enum class LiteralLayer : std::uint8_t {
    python_text,        ///< '…', "…", '''…''' with escapes
    python_raw,         ///< r'…'
    python_format,      ///< f'…': braces are doubled
    python_raw_format,  ///< rf'…'
    python_bytes,       ///< b'…': fewer escapes
    json_string,        ///< "…" of JSON
    script_text,        ///< '…', "…" of JavaScript
    script_template,    ///< `…` of JavaScript
    shell_word,         ///< without quotes: a backslash keeps the character behind it
    shell_raw,          ///< '…' of a shell: nothing is an escape
    shell_text,         ///< "…" of a shell
    matlab_char,        ///< '…' of MATLAB: quotes are doubled
    matlab_string,      ///< "…" of MATLAB: quotes are doubled
    plain,              ///< a line of a file of queries
};

/// One literal, or one run of text between the interpolations of an f-string.
struct Literal {
    LiteralLayer layer = LiteralLayer::python_text;
    Place contents;               ///< between the quotes; of an f-string the run
    std::uint32_t statement = 0;  ///< where the statement begins in which it stands
    std::string_view quote;       ///< the opening quotes: ' or """ (static storage); empty: none
    std::string text;
    OffsetMap map;                  ///< from `text` to bytes of the source (not relative to `contents`)
    bool percent_template = false;  ///< operand of %: `%` is doubled
    bool brace_template = false;    ///< receiver of .format: braces are doubled
};

/// Appends to `out` what `raw`, which begins at the offset `base` of its source, decodes to. Total: what is no escape
/// stays as it is.
void decode_literal(LiteralLayer layer, std::string_view raw, std::uint32_t base, Decoded& out);

/// What must stand between the quotes for the literal to decode to `text`; nothing where the layer cannot express it
/// (a raw string with its own quote). `text` is UTF-8. The doubling of % and of braces for templates is not done here.
std::optional<std::string> encode_literal(LiteralLayer layer, std::string_view quote, std::string_view text);

}  // namespace alyx::analyzer
