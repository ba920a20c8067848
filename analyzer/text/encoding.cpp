// Tables of characters, and their names.
#include "analyzer/text/encoding.hpp"

#include <algorithm>
#include <array>

#include "analyzer/text/concat.hpp"
#include "analyzer/text/utf8.hpp"

namespace alyx::analyzer {
namespace {

struct Named {
    Encoding encoding;
    std::string_view names;  ///< normalized, each between blanks
};

constexpr auto latin_1 = [] {
    std::array<char16_t, 128> characters{};
    for (unsigned i = 0; i < 128; ++i) characters[i] = static_cast<char16_t>(0x80 + i);
    return characters;
}();

constexpr Named table[] = {
    {{"utf-8", {}}, " utf_8 u8 utf utf8 cp65001 utf_8_sig utf8_ucs2 utf8_ucs4 "},
    {{"ascii", {}, true}, " ascii 646 ansi_x3.4_1968 ansi_x3_4_1968 ansi_x3.4_1986 cp367 csascii ibm367 us us_ascii "},
    {{"iso8859-1", {latin_1.data(), latin_1.size()}},
     " latin_1 8859 cp819 csisolatin1 ibm819 iso8859 iso8859_1 iso_8859_1 iso_latin_1 iso_8859_1_1987 iso_ir_100 l1 "
     "latin latin1 "},
#define ENCODING(name, names, characters) {{name, characters}, names},
#include "analyzer/text/single_byte.inc"
#undef ENCODING
};

/// As Python's encodings.normalize_encoding, in small letters: runs of anything else become one underscore.
std::string normalized(std::string_view name) {
    std::string result;
    bool apart = false;
    for (char c : name) {
        char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        bool kept = (lower >= 'a' && lower <= 'z') || (lower >= '0' && lower <= '9') || lower == '.';
        if (kept && apart && !result.empty()) result += '_';
        if (kept) result += lower;
        apart = !kept;
    }
    return result;
}

void append_utf8(std::string& text, char16_t c) {
    auto byte = [&](int value) { text += static_cast<char>(value); };
    if (c < 0x800) {
        byte(0xC0 | c >> 6);
    } else {
        byte(0xE0 | c >> 12);
        byte(0x80 | (c >> 6 & 0x3F));
    }
    byte(0x80 | (c & 0x3F));
}

/// The character of a sequence of two or three bytes; 0 for anything else, which is in no table.
char16_t character(std::string_view bytes) {
    auto low = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]) & 0x3F; };
    auto first = static_cast<unsigned char>(bytes.front());
    if (bytes.size() == 2) return static_cast<char16_t>((first & 0x1F) << 6 | low(1));
    if (bytes.size() == 3) return static_cast<char16_t>((first & 0x0F) << 12 | low(1) << 6 | low(2));
    return 0;
}

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

}  // namespace

bool Encoding::holds(std::string_view text) const {
    if (upper.empty()) return !only_ascii || is_ascii(text);
    return encode(std::string(text)).has_value();
}

std::string Encoding::decode(std::string bytes) const {
    if (upper.empty() || is_ascii(bytes)) return bytes;
    std::string text;
    text.reserve(bytes.size() + bytes.size() / 8);
    for (char c : bytes) {
        auto byte = static_cast<unsigned char>(c);
        if (byte < 0x80)
            text += c;
        else
            append_utf8(text, upper[byte - 0x80U]);
    }
    return text;
}

std::optional<std::string> Encoding::encode(std::string text) const {
    if (upper.empty() || is_ascii(text)) return text;
    std::string bytes;
    bytes.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        auto length = utf8_length(text, i);
        if (length == 1) {
            bytes += text[i++];
            continue;
        }
        auto at = length == 0 ? upper.npos : upper.find(character(std::string_view(text).substr(i, length)));
        if (at == upper.npos) return std::nullopt;
        bytes += static_cast<char>(0x80 + at);
        i += length;
    }
    return bytes;
}

Encoding const& utf8_encoding() {
    return table[0].encoding;
}

Encoding const& ascii_encoding() {
    return table[1].encoding;
}

Encoding const* find_encoding(std::string_view name) {
    auto word = concat(" ", normalized(name), " ");
    for (auto const& named : table)
        if (named.names.find(word) != named.names.npos) return &named.encoding;
    return nullptr;
}

}  // namespace alyx::analyzer
