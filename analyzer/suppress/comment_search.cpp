// Looks for directives in a whole source before anything is parsed.
#include <algorithm>

#include "analyzer/suppress/comment.hpp"

namespace alyx::analyzer {
namespace {

constexpr std::string_view program = "alyxlint";

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
}

/// Does `noqa` stand there?
bool at_noqa(std::string_view text, std::size_t at) {
    constexpr std::string_view noqa = "noqa";
    if (at + noqa.size() > text.size()) return false;
    return std::equal(noqa.begin(), noqa.end(), text.begin() + static_cast<std::ptrdiff_t>(at),
                      [](char a, char b) { return a == lower(b); });
}

/// One of our codes.
bool has_our_code(std::string_view text) {
    for (std::size_t i = 0; i + 2 < text.size(); ++i)
        if (lower(text[i]) == 'a' && lower(text[i + 1]) == 'q' && text[i + 2] >= '0' && text[i + 2] <= '9') return true;
    return false;
}

/// A line of bytes [begin, end), without its end.
Span line_around(std::string_view text, std::size_t at) {
    constexpr std::string_view ends = "\r\n";
    return make_span(text.find_last_of(ends, at) + 1, std::min(text.find_first_of(ends, at), text.size()));
}

/// What stands behind the first sign that begins a comment in some language.
std::string_view behind_sign(std::string_view line) {
    for (std::size_t i = 0; i < line.size(); ++i) {
        char next = i + 1 < line.size() ? line[i + 1] : '\0';
        bool is_pair = (line[i] == '/' && (next == '/' || next == '*')) || (line[i] == '.' && next == '.') ||
                       (line[i] == '!' && next == '-');
        if (line[i] == '#' || line[i] == '%' || is_pair) return line.substr(i + 1);
    }
    return {};
}

bool may_be_noqa(std::string_view comment, bool has_findings) {
    for (std::size_t at = 0; at < comment.size(); ++at)
        if (at_noqa(comment, at)) return has_findings || has_our_code(comment.substr(at));
    return false;
}

}  // namespace

bool may_hold_directives(std::string_view text, bool has_findings) {
    // A line is looked at once, however often a word stands on it.
    for (auto at = text.find(program); at != text.npos;) {
        Span line = line_around(text, at);
        if (behind_sign(line.of(text)).find(program) != text.npos) return true;
        at = text.find(program, line.end);
    }
    // Its rarest letter first.
    for (char letter : {'q', 'Q'})
        for (auto at = text.find(letter, 2); at != text.npos; at = text.find(letter, at + 1)) {
            if (!at_noqa(text, at - 2)) continue;
            Span line = line_around(text, at);
            if (may_be_noqa(behind_sign(line.of(text)), has_findings)) return true;
            at = line.end;
        }
    return false;
}

}  // namespace alyx::analyzer
