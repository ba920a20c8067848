// What a POSIX shell makes of words, '…' and "…" before anything is expanded.
#include <algorithm>

#include "analyzer/literal/layers.hpp"
#include "analyzer/text/utf8.hpp"

namespace alyx::analyzer {
namespace {

constexpr std::string_view escaped_in_text = "$`\"\\";

void decode(std::string_view raw, std::uint32_t base, Decoded& out, bool is_word) {
    LiteralReader reader(raw, base, out);
    while (!reader.done()) {
        reader.keep_until("\\");
        if (reader.done()) break;
        char next = reader.peek(1);
        if (next == '\n') {
            reader.replace(2, "");
        } else if (reader.rest().size() == 1) {
            reader.keep();
        } else if (is_word || escaped_in_text.find(next) != std::string_view::npos) {
            std::size_t length = std::max<std::size_t>(utf8_length(reader.rest(), 1), 1);
            reader.replace(1 + length, reader.rest().substr(1, length));
        } else {
            reader.keep(2);
        }
    }
}

/// Characters that mean themselves wherever in a word they stand.
bool is_plain(char c) {
    bool is_alphanumeric = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    return is_alphanumeric || static_cast<unsigned char>(c) >= 0x80 ||
           std::string_view("_-./:,=@%+").find(c) != std::string_view::npos;
}

bool is_one_line(std::string_view text) {
    return text.find_first_of(std::string_view("\n\r\0", 3)) == text.npos;
}

}  // namespace

void decode_shell_word(std::string_view raw, std::uint32_t base, Decoded& out) {
    decode(raw, base, out, true);
}
void decode_shell_text(std::string_view raw, std::uint32_t base, Decoded& out) {
    decode(raw, base, out, false);
}
void decode_shell_raw(std::string_view raw, std::uint32_t base, Decoded& out) {
    LiteralReader(raw, base, out).keep(raw.size());
}

std::optional<std::string> encode_shell_word(std::string_view, std::string_view text) {
    if (!is_one_line(text)) return {};
    std::string raw;
    for (char c : text) {
        if (!is_plain(c)) raw += '\\';
        raw += c;
    }
    return raw;
}

std::optional<std::string> encode_shell_text(std::string_view, std::string_view text) {
    if (!is_one_line(text)) return {};
    std::string raw;
    for (char c : text) {
        if (escaped_in_text.find(c) != std::string_view::npos) raw += '\\';
        raw += c;
    }
    return raw;
}

std::optional<std::string> encode_shell_raw(std::string_view, std::string_view text) {
    if (!is_one_line(text) || text.find('\'') != text.npos) return {};
    return std::string(text);
}

}  // namespace alyx::analyzer
