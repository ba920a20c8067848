// MATLAB's '…' and "…", in which the own quote is doubled; and lines that stand for themselves.
#include "analyzer/literal/layers.hpp"

namespace alyx::analyzer {
namespace {

void decode(std::string_view raw, std::uint32_t base, Decoded& out, char quote) {
    LiteralReader reader(raw, base, out);
    while (!reader.done()) {
        reader.keep_until(std::string_view(&quote, 1));
        if (reader.done()) break;
        if (reader.peek(1) == quote)
            reader.replace(2, std::string_view(&quote, 1));
        else
            reader.keep();
    }
}

std::optional<std::string> encode(std::string_view text, char quote) {
    if (text.find_first_of("\n\r") != text.npos) return {};
    std::string raw;
    for (char c : text) raw.append(c == quote ? 2 : 1, c);
    return raw;
}

}  // namespace

void decode_matlab_char(std::string_view raw, std::uint32_t base, Decoded& out) {
    decode(raw, base, out, '\'');
}
void decode_matlab_string(std::string_view raw, std::uint32_t base, Decoded& out) {
    decode(raw, base, out, '"');
}
void decode_plain(std::string_view raw, std::uint32_t base, Decoded& out) {
    LiteralReader(raw, base, out).keep(raw.size());
}

std::optional<std::string> encode_matlab_char(std::string_view, std::string_view text) {
    return encode(text, '\'');
}
std::optional<std::string> encode_matlab_string(std::string_view, std::string_view text) {
    return encode(text, '"');
}
std::optional<std::string> encode_plain(std::string_view, std::string_view text) {
    if (text.find_first_of("\n\r") != text.npos) return {};
    return std::string(text);
}

}  // namespace alyx::analyzer
