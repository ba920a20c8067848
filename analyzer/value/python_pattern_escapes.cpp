// Escapes in Python's regular expressions.
#include "analyzer/text/concat.hpp"
#include "analyzer/value/python_pattern_parser.hpp"

namespace alyx::analyzer {
namespace {

constexpr std::string_view control_escapes = "abfnrtv\\";
constexpr std::string_view class_escapes = "dDsSwW";

bool holds(std::string_view characters, std::string_view token) {
    return token.size() == 2 && characters.find(token[1]) != characters.npos;
}

bool is_hexadecimal(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}
bool is_octal(char c) {
    return c >= '0' && c <= '7';
}
bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

std::uint32_t number(std::string_view digits, std::uint32_t base) {
    std::uint64_t value = 0;
    for (char c : digits) {
        auto digit = c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;
        value = std::min<std::uint64_t>(value * base + static_cast<std::uint64_t>(digit), UINT32_MAX);
    }
    return static_cast<std::uint32_t>(value);
}

}  // namespace

std::optional<std::uint32_t> PythonPatternParser::hexadecimal(std::string_view token, std::size_t digits) {
    auto written = get_while(digits, is_hexadecimal);
    auto value = number(written, 16);
    if (written.size() == digits && value <= 0x10FFFF) return value;
    auto what = written.size() == digits ? "bad escape " : "incomplete escape ";
    fail(concat(what, token, written), token.size() + written.size());
    return std::nullopt;
}

/// `\x41`, `\u00e9`, `\N{EM DASH}`; nothing where it is none of them.
std::optional<std::uint32_t> PythonPatternParser::numeric_escape(std::string_view token) {
    if (token == "\\x") return hexadecimal(token, 2);
    if (token == "\\u") return hexadecimal(token, 4);
    if (token == "\\U") return hexadecimal(token, 8);
    if (token != "\\N") return std::nullopt;
    if (!match("{"))
        fail("missing {");
    else
        get_until("}", "character name");
    return UINT32_MAX;  // which of the names of Unicode it is does not matter
}

PythonPatternParser::Width PythonPatternParser::escape(std::string_view token, Item& item) {
    if (holds("AbBZ", token)) {
        item = Item::anchor;
        return {};
    }
    Width const one{1, 1};
    if (holds(class_escapes, token) || holds(control_escapes, token)) return one;
    if (numeric_escape(token) || error_) return one;
    if (token == "\\0") {
        get_while(2, is_octal);
        return one;
    }
    char c = token[1];
    if (token.size() == 2 && c >= '1' && c <= '9') {
        auto begin = tell() - 2;
        auto written = [&] { return pattern_.substr(begin, tell() - begin); };
        if (next_is_digit()) {
            bool is_octal_pair = is_octal(c) && is_octal(next_[0]);
            advance();
            if (is_octal_pair && next_.size() == 1 && is_octal(next_[0])) {
                advance();
                if (number(written().substr(1), 8) > 0377)
                    fail(concat("octal escape value ", written(), " outside of range 0-0o377"), 4);
                return one;
            }
        }
        auto digits = written().size() - 1;
        return reference(number(written().substr(1), 10), digits);
    }
    if (token.size() == 2 && is_letter(c)) fail(concat("bad escape ", token), token.size());
    return one;
}

PythonPatternParser::SetMember PythonPatternParser::set_escape(std::string_view token) {
    if (holds(class_escapes, token)) return {false, 0, token};
    constexpr std::string_view characters = "\a\b\f\n\r\t\v\\";
    constexpr std::string_view letters = "abfnrtv\\";
    if (holds(letters, token)) return {true, static_cast<unsigned char>(characters[letters.find(token[1])]), token};
    if (auto value = numeric_escape(token)) return {true, *value, token};
    char c = token[1];
    if (!error_ && token.size() == 2 && is_octal(c)) {
        auto begin = tell() - 1;
        get_while(2, is_octal);
        auto written = pattern_.substr(begin, tell() - begin);
        auto value = number(written, 8);
        if (value > 0377)
            fail(concat("octal escape value \\", written, " outside of range 0-0o377"), written.size() + 1);
        return {true, value, token};
    }
    if (token.size() == 2 && (is_letter(c) || c == '8' || c == '9')) fail(concat("bad escape ", token), token.size());
    return {true, static_cast<unsigned char>(c), token};
}

}  // namespace alyx::analyzer
