// The table of layers, and what their decoders share.
#include "analyzer/literal/layers.hpp"

#include <algorithm>
#include <array>

#include "analyzer/literal/literal.hpp"

namespace alyx::analyzer {
namespace {

struct Layer {
    LiteralLayer layer;
    void (*decode)(std::string_view, std::uint32_t, Decoded&);
    std::optional<std::string> (*encode)(std::string_view, std::string_view);
};

constexpr std::array<Layer, 14> layers{{
    {LiteralLayer::python_text, decode_python_text, encode_python_text},
    {LiteralLayer::python_raw, decode_python_raw, encode_python_raw},
    {LiteralLayer::python_format, decode_python_format, encode_python_format},
    {LiteralLayer::python_raw_format, decode_python_raw_format, encode_python_raw_format},
    {LiteralLayer::python_bytes, decode_python_bytes, encode_python_bytes},
    {LiteralLayer::json_string, decode_json_string, encode_json_string},
    {LiteralLayer::script_text, decode_script_text, encode_script_text},
    {LiteralLayer::script_template, decode_script_template, encode_script_template},
    {LiteralLayer::shell_word, decode_shell_word, encode_shell_word},
    {LiteralLayer::shell_raw, decode_shell_raw, encode_shell_raw},
    {LiteralLayer::shell_text, decode_shell_text, encode_shell_text},
    {LiteralLayer::matlab_char, decode_matlab_char, encode_matlab_char},
    {LiteralLayer::matlab_string, decode_matlab_string, encode_matlab_string},
    {LiteralLayer::plain, decode_plain, encode_plain},
}};

Layer const& layer_of(LiteralLayer wanted) {
    return *std::find_if(layers.begin(), layers.end(), [&](Layer const& layer) { return layer.layer == wanted; });
}

constexpr std::uint32_t replacement_character = 0xFFFD;

}  // namespace

void decode_literal(LiteralLayer layer, std::string_view raw, std::uint32_t base, Decoded& out) {
    layer_of(layer).decode(raw, base, out);
}

std::optional<std::string> encode_literal(LiteralLayer layer, std::string_view quote, std::string_view text) {
    return layer_of(layer).encode(quote, text);
}

void LiteralReader::keep(std::size_t length) {
    out_.map.add_verbatim(base_ + static_cast<std::uint32_t>(at_), static_cast<std::uint32_t>(length));
    out_.text += raw_.substr(at_, length);
    at_ += length;
}

void LiteralReader::keep_until(std::string_view stops) {
    std::size_t end = std::min(raw_.find_first_of(stops, at_), raw_.size());
    if (end > at_) keep(end - at_);
}

void LiteralReader::replace(std::size_t length, std::string_view by) {
    Span raw = make_span(base_ + at_, base_ + at_ + length);
    out_.map.add_escape(raw, static_cast<std::uint32_t>(by.size()));
    out_.text += by;
    at_ += length;
}

void LiteralReader::replace_by_code_point(std::size_t length, std::uint32_t code_point) {
    std::string text;
    append_utf8(text, code_point);
    replace(length, text);
}

void LiteralReader::line_end() {
    if (peek() == '\n')
        keep();
    else
        replace(peek(1) == '\n' ? 2 : 1, "\n");
}

std::optional<std::uint32_t> hex_number(std::string_view text, std::size_t digits) {
    if (text.size() < digits) return {};
    std::uint32_t number = 0;
    for (char c : text.substr(0, digits)) {
        char lower = c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c;
        if (lower >= '0' && lower <= '9')
            number = number * 16 + static_cast<std::uint32_t>(lower - '0');
        else if (lower >= 'a' && lower <= 'f')
            number = number * 16 + static_cast<std::uint32_t>(lower - 'a' + 10);
        else
            return {};
    }
    return number;
}

void append_utf8(std::string& text, std::uint32_t code_point) {
    if (code_point > 0x10FFFF || (code_point >= 0xD800 && code_point < 0xE000)) code_point = replacement_character;
    auto byte = [&](std::uint32_t value) { text += static_cast<char>(value); };
    if (code_point < 0x80) return byte(code_point);
    if (code_point < 0x800) {
        byte(0xC0 | code_point >> 6);
    } else {
        if (code_point < 0x10000) {
            byte(0xE0 | code_point >> 12);
        } else {
            byte(0xF0 | code_point >> 18);
            byte(0x80 | (code_point >> 12 & 0x3F));
        }
        byte(0x80 | (code_point >> 6 & 0x3F));
    }
    byte(0x80 | (code_point & 0x3F));
}

std::string double_braces(std::string_view text) {
    std::string doubled;
    for (char c : text) doubled.append(c == '{' || c == '}' ? 2 : 1, c);
    return doubled;
}

bool read_utf16_escape(LiteralReader& reader) {
    if (reader.peek(1) != 'u') return false;
    auto first = hex_number(reader.rest().substr(2), 4);
    if (!first) return false;
    bool is_high = *first >= 0xD800 && *first < 0xDC00;
    if (is_high && reader.peek(6) == '\\' && reader.peek(7) == 'u') {
        auto second = hex_number(reader.rest().substr(8), 4);
        if (second && *second >= 0xDC00 && *second < 0xE000) {
            reader.replace_by_code_point(12, 0x10000 + ((*first - 0xD800) << 10) + (*second - 0xDC00));
            return true;
        }
    }
    reader.replace_by_code_point(6, *first);
    return true;
}

}  // namespace alyx::analyzer
