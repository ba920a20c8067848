// Reads the snippet syntax of the protocol, as far as it needs no variables.
#include "lsp/features/snippet.hpp"

namespace alyx::lsp {
namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// Reads up to a closing brace, or the end; placeholders may be nested.
std::string read(std::string_view text, std::size_t& at, bool within) {
    std::string plain;
    while (at < text.size()) {
        char c = text[at++];
        if (c == '\\' && at < text.size()) {
            plain += text[at++];
        } else if (c == '}' && within) {
            break;
        } else if (c == '$' && at < text.size() && is_digit(text[at])) {
            while (at < text.size() && is_digit(text[at])) ++at;
        } else if (c == '$' && at < text.size() && text[at] == '{') {
            ++at;
            while (at < text.size() && is_digit(text[at])) ++at;
            bool choice = at < text.size() && text[at] == '|';
            if (at < text.size() && (text[at] == ':' || choice)) ++at;
            auto inner = read(text, at, true);
            plain += choice ? inner.substr(0, inner.find_first_of(",|")) : inner;
        } else {
            plain += c;
        }
    }
    return plain;
}

}  // namespace

std::string without_placeholders(std::string_view snippet) {
    std::size_t at = 0;
    return read(snippet, at, false);
}

}  // namespace alyx::lsp
