// JavaScript's '…', "…" and `…`. A backslash before what is no escape is dropped.
#include <algorithm>
#include <array>
#include <utility>

#include "analyzer/literal/layers.hpp"
#include "analyzer/text/utf8.hpp"

namespace alyx::analyzer {
namespace {

constexpr std::array<std::pair<char, char>, 6> simple_escapes{
    {{'n', '\n'}, {'t', '\t'}, {'r', '\r'}, {'b', '\b'}, {'f', '\f'}, {'v', '\v'}}};
constexpr char digits[] = "0123456789abcdef";

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// `\u{1F600}`
bool read_braces(LiteralReader& reader) {
    std::size_t close = reader.rest().substr(0, 12).find('}');
    if (close == std::string_view::npos || close < 4) return false;
    auto number = hex_number(reader.rest().substr(3), close - 3);
    if (number) reader.replace_by_code_point(close + 1, *number);
    return number.has_value();
}

bool read_unicode(LiteralReader& reader) {
    bool is_braced = reader.peek(1) == 'u' && reader.peek(2) == '{';
    return is_braced ? read_braces(reader) : read_utf16_escape(reader);
}

bool read_hex(LiteralReader& reader) {
    if (reader.peek(1) != 'x') return false;
    auto number = hex_number(reader.rest().substr(2), 2);
    if (number) reader.replace_by_code_point(4, *number);
    return number.has_value();
}

void read_escape(LiteralReader& reader) {
    char next = reader.peek(1);
    for (auto [letter, byte] : simple_escapes)
        if (next == letter) return reader.replace(2, std::string_view(&byte, 1));
    if (next == '\n' || next == '\r') return reader.replace(next == '\r' && reader.peek(2) == '\n' ? 3 : 2, "");
    if (next == '0' && !is_digit(reader.peek(2))) return reader.replace(2, std::string_view("\0", 1));
    if (read_unicode(reader) || read_hex(reader)) return;
    // The backslash goes with the character behind it: an edit of that must take both.
    std::size_t length = std::max<std::size_t>(utf8_length(reader.rest(), 1), 1);
    if (reader.rest().size() > 1)
        reader.replace(1 + length, reader.rest().substr(1, length));
    else
        reader.keep();
}

std::string escaped(std::string_view text, std::string_view ending) {
    std::string raw;
    for (std::size_t i = 0; i < text.size(); ++i) {
        char c = text[i];
        auto byte = static_cast<unsigned char>(c);
        bool opens_hole = ending == "`" && c == '$' && i + 1 < text.size() && text[i + 1] == '{';
        if (c == '\n' || c == '\t' || c == '\r') {
            raw += c == '\n' ? "\\n" : c == '\t' ? "\\t" : "\\r";
        } else if (c == '\\' || c == ending[0] || opens_hole) {
            raw += '\\';
            raw += c;
        } else if (byte < 0x20 || byte == 0x7F) {
            raw += "\\x";
            raw += digits[byte >> 4];
            raw += digits[byte & 15];
        } else {
            raw += c;
        }
    }
    return raw;
}

}  // namespace

void decode_script_text(std::string_view raw, std::uint32_t base, Decoded& out) {
    LiteralReader reader(raw, base, out);
    while (!reader.done()) {
        reader.keep_until("\\");
        if (!reader.done()) read_escape(reader);
    }
}

void decode_script_template(std::string_view raw, std::uint32_t base, Decoded& out) {
    LiteralReader reader(raw, base, out);
    while (!reader.done()) {
        reader.keep_until("\\\r");
        if (reader.done()) break;
        if (reader.peek() == '\r')
            reader.line_end();
        else
            read_escape(reader);
    }
}

std::optional<std::string> encode_script_text(std::string_view quote, std::string_view text) {
    if (quote.empty()) return {};
    return escaped(text, quote);
}

/// A $ at the end would open a hole where { stands behind it.
std::optional<std::string> encode_script_template(std::string_view, std::string_view text) {
    std::string raw = escaped(text, "`");
    if (raw.ends_with('$')) raw.insert(raw.size() - 1, "\\");
    return raw;
}

}  // namespace alyx::analyzer
