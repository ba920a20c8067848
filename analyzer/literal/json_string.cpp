// Strings of JSON: the lines of a notebook's cells.
#include <array>
#include <utility>

#include "analyzer/literal/layers.hpp"

namespace alyx::analyzer {
namespace {

constexpr std::array<std::pair<char, char>, 8> escapes{
    {{'"', '"'}, {'\\', '\\'}, {'/', '/'}, {'n', '\n'}, {'t', '\t'}, {'r', '\r'}, {'b', '\b'}, {'f', '\f'}}};

void read_escape(LiteralReader& reader) {
    for (auto [letter, byte] : escapes)
        if (reader.peek(1) == letter) return reader.replace(2, std::string_view(&byte, 1));
    if (!read_utf16_escape(reader)) reader.keep();
}

}  // namespace

void decode_json_string(std::string_view raw, std::uint32_t base, Decoded& out) {
    LiteralReader reader(raw, base, out);
    while (!reader.done()) {
        reader.keep_until("\\");
        if (!reader.done()) read_escape(reader);
    }
}

std::optional<std::string> encode_json_string(std::string_view, std::string_view text) {
    static constexpr char digits[] = "0123456789abcdef";
    std::string raw;
    for (char c : text) {
        auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            raw += '\\';
            raw += c;
        } else if (c == '\n' || c == '\t' || c == '\r') {
            raw += c == '\n' ? "\\n" : c == '\t' ? "\\t" : "\\r";
        } else if (byte < 0x20) {
            raw += "\\u00";
            raw += digits[byte >> 4];
            raw += digits[byte & 15];
        } else {
            raw += c;
        }
    }
    return raw;
}

}  // namespace alyx::analyzer
