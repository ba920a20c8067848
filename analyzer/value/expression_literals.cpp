// Escapes, line ends and underscores of Python's literals.
#include "analyzer/value/expression_literals.hpp"

#include <algorithm>
#include <charconv>
#include <limits>

#include "analyzer/text/concat.hpp"
#include "analyzer/value/characters.hpp"
#include "analyzer/value/expression_integers.hpp"
#include "analyzer/value/number.hpp"

namespace alyx::analyzer {
namespace {

constexpr std::string_view simple_escapes = "\\'\"abfnrtv", simple_values = "\\'\"\a\b\f\n\r\t\v";

bool is_octal(char c) {
    return c >= '0' && c <= '7';
}

/// Could a character be called so? Which names there are is not known: a table of them all would outweigh the rest of
/// the program, so that `\N{DASH}`, which looks like a name and is none, is taken for one.
bool may_name_character(std::string_view name) {
    auto is_letter = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); };
    auto belongs = [&](char c) { return is_letter(c) || (c >= '0' && c <= '9') || c == ' ' || c == '-'; };
    return is_letter(name.front()) && std::all_of(name.begin(), name.end(), belongs) && name.back() != ' ' &&
           name.back() != '-' && name.find("  ") == name.npos;
}

/// One body being decoded.
class Decoder {
  public:
    Decoder(std::string_view body, bool bytes, std::string& to) : body_(body), bytes_(bytes), to_(to) {}

    std::string decode(bool& computed) {
        while (at_ < body_.size() && error_.empty()) {
            auto const backslash = std::min(body_.find('\\', at_), body_.size());
            to_.append(body_, at_, backslash - at_);
            at_ = backslash;
            if (at_ < body_.size()) escape(computed);
        }
        return error_;
    }

  private:
    std::string_view body_;
    bool bytes_;
    std::string& to_;
    std::size_t at_ = 0;
    std::string error_;

    void put(char32_t code) {
        if (bytes_) {
            to_ += static_cast<char>(code);
        } else {
            append_character(to_, code);
        }
    }

    void escape(bool& computed) {
        char const c = at_ + 1 < body_.size() ? body_[at_ + 1] : '\0';
        if (auto i = simple_escapes.find(c); i != std::string_view::npos) {
            to_ += simple_values[i];
            at_ += 2;
        } else if (c == '\n') {
            at_ += 2;
        } else if (is_octal(c)) {
            octal();
        } else if (c == 'x') {
            hexadecimal(2);
        } else if (!bytes_ && (c == 'u' || c == 'U')) {
            hexadecimal(c == 'u' ? 4 : 8);
        } else if (!bytes_ && c == 'N') {
            by_name(computed);
        } else {  // an escape that is none keeps its backslash
            to_ += '\\';
            ++at_;
        }
    }

    void octal() {
        char32_t code = 0;
        std::size_t i = at_ + 1;
        for (; i < body_.size() && i < at_ + 4 && is_octal(body_[i]); ++i) code = code * 8 + (body_[i] - '0');
        put(bytes_ ? code & 0xFF : code);
        at_ = i;
    }

    void hexadecimal(std::size_t length) {
        std::uint32_t code = 0;
        char const* first = body_.data() + at_ + 2;
        char const* last = first + std::min(length, body_.size() - at_ - 2);
        auto [end, _] = std::from_chars(first, last, code, 16);
        if (end != first + length) {
            error_ = bytes_ ? "(value error) invalid \\x escape"
                            : concat("(unicode error) 'unicodeescape' codec can't decode bytes: truncated \\",
                                     body_.substr(at_ + 1, 1), "XX escape");
        } else if (code > 0x10FFFF) {
            error_ = "(unicode error) 'unicodeescape' codec can't decode bytes: illegal Unicode character";
        } else {
            put(code);
            at_ += 2 + length;
        }
    }

    void by_name(bool& computed) {
        auto const close = body_.find('}', at_);
        auto const name = body_.substr(std::min(at_ + 3, body_.size()), close - at_ - 3);
        if (close == std::string_view::npos || body_[at_ + 2] != '{' || name.empty()) {
            error_ = "(unicode error) 'unicodeescape' codec can't decode bytes: malformed \\N character escape";
        } else if (!may_name_character(name)) {
            error_ = "(unicode error) 'unicodeescape' codec can't decode bytes: unknown Unicode character name";
        } else {
            computed = true;
            at_ = close + 1;
        }
    }
};

/// The tokenizer reads all line ends as one `\n`.
std::string with_plain_line_ends(std::string_view body) {
    std::string plain;
    for (std::size_t i = 0; i < body.size(); ++i) {
        if (body[i] == '\r' && i + 1 < body.size() && body[i + 1] == '\n') continue;
        plain += body[i] == '\r' ? '\n' : body[i];
    }
    return plain;
}

std::string without_underscores(std::string_view token) {
    std::string digits(token);
    digits.erase(std::remove(digits.begin(), digits.end(), '_'), digits.end());
    return digits;
}

}  // namespace

StringLiteral read_string_literal(std::string_view text, Span token) {
    StringLiteral literal;
    std::uint32_t at = token.begin;
    for (;; ++at) {
        char const c = static_cast<char>(text[at] | 0x20);
        if (text[at] == '\'' || text[at] == '"') break;
        literal.bytes |= c == 'b';
        literal.raw |= c == 'r';
        literal.format |= c == 'f';
    }
    bool const thrice = token.end - at >= 6 && text[at + 1] == text[at] && text[at + 2] == text[at];
    std::uint32_t const quote = thrice ? 3 : 1;
    literal.body = {at + quote, token.end - quote};
    return literal;
}

std::string decode_body(std::string_view body, bool raw, bool bytes, std::string& to, bool& computed) {
    if (bytes && std::any_of(body.begin(), body.end(), [](char c) { return static_cast<signed char>(c) < 0; })) {
        return "bytes can only contain ASCII literal characters";
    }
    if (body.find('\r') != std::string_view::npos)
        return decode_body(with_plain_line_ends(body), raw, bytes, to, computed);
    if (raw) {
        to += body;
        return {};
    }
    return Decoder(body, bytes, to).decode(computed);
}

PyValue read_integer_literal(std::string_view token) {
    bool const based = token.size() > 1 && token[1] != '_' && token[1] > '9';
    int const base = !based ? 10 : (token[1] | 0x20) == 'x' ? 16 : (token[1] | 0x20) == 'o' ? 8 : 2;
    std::string digits;
    if (token.find('_') != std::string_view::npos) {
        digits = without_underscores(token);
        token = digits;
    }
    if (based) token.remove_prefix(2);
    std::int64_t value = 0;
    auto [end, error] = std::from_chars(token.data(), token.data() + token.size(), value, base);
    return error == std::errc() ? PyValue::make_integer(value) : huge_integer(token, base);
}

PyValue read_float_literal(std::string_view token, bool imaginary) {
    if (imaginary) token.remove_suffix(1);
    double const number = python_float(token).value_or(std::numeric_limits<double>::infinity());
    return imaginary ? make_complex(0, number) : PyValue::make_number(number);
}

}  // namespace alyx::analyzer
