// Colours, and text that is safe to show in a terminal.
#include "analyzer/cli/terminal.hpp"

#include <unistd.h>

#include <cstdlib>

#include "analyzer/text/concat.hpp"
#include "analyzer/text/utf8.hpp"

namespace alyx::cli {
namespace {

char32_t code_point(std::string_view text, std::size_t at, std::size_t length) {
    auto c = static_cast<unsigned char>(text[at]);
    char32_t value = length == 1 ? c : c & (0xFF >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) value = value << 6 | (static_cast<unsigned char>(text[at + i]) & 0x3F);
    return value;
}

bool is_wide(char32_t c) {
    return (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) || (c >= 0xAC00 && c <= 0xD7A3) ||
           (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE6F) || (c >= 0xFF00 && c <= 0xFF60) ||
           (c >= 0x1F300 && c <= 0x1FAFF) || (c >= 0x20000 && c <= 0x3FFFD);
}

bool is_combining(char32_t c) {
    return (c >= 0x300 && c <= 0x36F) || (c >= 0x200B && c <= 0x200F) || (c >= 0x20D0 && c <= 0x20FF) ||
           (c >= 0xFE00 && c <= 0xFE0F);
}

/// C0, DEL, C1 and what changes the direction of writing.
bool is_unsafe(char32_t c) {
    return c < 0x20 || (c >= 0x7F && c <= 0x9F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

}  // namespace

std::string Style::wrap(std::string_view code, std::string_view text) const {
    return colours_ ? analyzer::concat(code, text, "\x1b[0m") : std::string(text);
}

bool wants_colours() {
    char const* no_color = std::getenv("NO_COLOR");
    if (no_color && *no_color) return false;
    char const* term = std::getenv("TERM");
    return isatty(STDOUT_FILENO) && (!term || std::string_view(term) != "dumb");
}

std::string printable(std::string_view text) {
    std::string shown;
    for (std::size_t i = 0; i < text.size();) {
        auto length = analyzer::utf8_length(text, i);
        if (length == 0) {
            shown += "\xEF\xBF\xBD";
            ++i;
            continue;
        }
        auto c = code_point(text, i, length);
        if (c == '\t')
            shown += ' ';
        else if (is_unsafe(c))
            shown += "\xEF\xBF\xBD";
        else
            shown.append(text.substr(i, length));
        i += length;
    }
    return shown;
}

std::string counted(std::size_t number, std::string_view noun) {
    return analyzer::concat(std::to_string(number), " ", noun, number == 1 ? "" : "s");
}

std::size_t display_width(std::string_view text) {
    std::size_t width = 0;
    for (std::size_t i = 0; i < text.size();) {
        auto length = analyzer::utf8_length(text, i);
        if (length > 0) {
            auto c = code_point(text, i, length);
            width += is_wide(c) ? 2 : is_combining(c) ? 0 : 1;
        } else {
            ++width;
        }
        i += length == 0 ? 1 : length;
    }
    return width;
}

}  // namespace alyx::cli
