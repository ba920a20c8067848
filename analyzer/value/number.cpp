// Reads numbers as Python and PostgreSQL do; the syntax of decimal numbers is an X3 grammar.
#include "analyzer/value/number.hpp"

#include <algorithm>
#include <boost/spirit/home/x3.hpp>
#include <charconv>
#include <cmath>
#include <limits>

#include "analyzer/value/characters.hpp"
#include "analyzer/value/unicode.hpp"

namespace alyx::analyzer {
namespace {

namespace x3 = boost::spirit::x3;

constexpr std::size_t most_digits = 4300;  // sys.int_info.default_max_str_digits

auto const digit = x3::char_('0', '9');
auto const sign = x3::char_("+-");
auto const finite = -sign >> (+digit >> -('.' >> *digit) | '.' >> +digit) >> -(x3::char_("eE") >> -sign >> +digit);
auto const infinity = -sign >> x3::no_case["inf" >> -x3::lit("inity")];
auto const integer = -sign >> +digit;

bool is_whole_text(std::string_view text, auto const& grammar) {
    auto first = text.begin();
    return x3::parse(first, text.end(), grammar) && first == text.end();
}

bool is_digit_byte(char c) {
    return c >= '0' && c <= '9';
}

bool takes_sign(std::string_view& text) {
    bool negative = text.starts_with('-');
    if (negative || text.starts_with('+')) text.remove_prefix(1);
    return negative;
}

/// The decimal exponent of a number's first digit that is not zero, for numbers out of a double's range.
bool is_huge(std::string_view number) {
    auto mantissa = number.substr(0, number.find_first_of("eE"));
    auto point = static_cast<std::int64_t>(std::min(mantissa.find('.'), mantissa.size()));
    auto first = static_cast<std::int64_t>(mantissa.find_first_of("123456789"));
    auto exponent_text = number.substr(std::min(mantissa.size() + 1, number.size()));
    bool negative = takes_sign(exponent_text);
    std::int64_t exponent = 0;
    auto read = std::from_chars(exponent_text.data(), exponent_text.data() + exponent_text.size(), exponent);
    if (read.ec == std::errc::result_out_of_range) return !negative;
    return (negative ? -exponent : exponent) + point - first > 0;
}

/// Of a text that is `finite`.
double to_double(std::string_view number) {
    bool negative = takes_sign(number);
    double value = 0;
    auto read = read_double(number.data(), number.data() + number.size(), value);
    if (read.ec == std::errc::result_out_of_range) value = is_huge(number) ? HUGE_VAL : 0.0;
    return negative ? -value : value;
}

/// Without its underscores, all of which stand between two digits; otherwise nothing.
std::optional<std::string_view> without_underscores(std::string_view text, std::string& buffer) {
    if (text.find('_') == std::string_view::npos) return text;
    std::string plain;
    plain.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '_') {
            plain += text[i];
        } else if (i == 0 || i + 1 == text.size() || !is_digit_byte(text[i - 1]) || !is_digit_byte(text[i + 1])) {
            return {};
        }
    }
    buffer = std::move(plain);  // `text` may lie in it until here
    return buffer;
}

std::optional<double> read_float(std::string_view text) {
    if (is_whole_text(text, finite)) return to_double(text);
    if (is_whole_text(text, infinity)) return text.starts_with('-') ? -HUGE_VAL : HUGE_VAL;
    return {};
}

bool every_character(std::string_view text, bool (*holds)(char32_t)) {
    if (text.empty()) return false;
    for (std::size_t i = 0; i < text.size();) {
        auto c = character_at(text, i);
        if (!holds(c.code)) return false;
        i += c.size;
    }
    return true;
}

/// The bounds of exponents in Python's decimal module, beyond which an exact reading fails.
bool fits_decimal(std::string_view number) {
    constexpr std::int64_t largest = 999'999'999'999'999'999, smallest = -1'999'999'999'999'999'997;
    takes_sign(number);
    auto mantissa = number.substr(0, number.find_first_of("eE"));
    auto point = std::min(mantissa.find('.'), mantissa.size());
    auto fraction = static_cast<std::int64_t>(mantissa.size() - std::min(point + 1, mantissa.size()));
    auto exponent_text = number.substr(std::min(mantissa.size() + 1, number.size()));
    bool negative = takes_sign(exponent_text);
    std::int64_t exponent = 0;
    auto read = std::from_chars(exponent_text.data(), exponent_text.data() + exponent_text.size(), exponent);
    if (read.ec == std::errc::result_out_of_range || exponent > 4 * largest) return false;
    exponent = (negative ? -exponent : exponent) - fraction;
    auto first = mantissa.find_first_of("123456789");
    auto digits = first == std::string_view::npos
                      ? 1
                      : static_cast<std::int64_t>(mantissa.size() - first - (first < point && point < mantissa.size()));
    return exponent >= smallest && exponent + digits - 1 <= largest;
}

}  // namespace

std::optional<PyValue> python_int(std::string_view text) {
    std::string buffer;
    auto number = without_underscores(strip(with_ascii_digits(text, buffer), c_blanks), buffer);
    if (!number || !is_whole_text(*number, integer)) return {};
    auto digits = *number;
    bool negative = takes_sign(digits);
    if (digits.size() > most_digits) return {};
    digits.remove_prefix(std::min(digits.find_first_not_of('0'), digits.size() - 1));

    PyValue value = PyValue::make_integer(0);
    std::string signed_digits;
    if (negative) (signed_digits = '-') += digits;
    auto shown = negative ? std::string_view(signed_digits) : digits;
    auto read = std::from_chars(shown.data(), shown.data() + shown.size(), value.integer);
    if (read.ec == std::errc::result_out_of_range) {
        value.huge = true;
        value.text = shown;
    }
    return value;
}

std::optional<double> python_float(std::string_view text) {
    std::string buffer;
    auto number = without_underscores(strip(with_ascii_digits(text, buffer), c_blanks), buffer);
    if (!number) return {};
    if (auto value = read_float(*number)) return value;
    if (is_whole_text(*number, -sign >> x3::no_case["nan"])) return std::numeric_limits<double>::quiet_NaN();
    return {};
}

bool is_digits_with_dot(std::string_view text) {
    auto dot = text.find('.');
    if (dot == std::string_view::npos) return is_digits(text);
    auto before = text.substr(0, dot), after = text.substr(dot + 1);
    return text.size() > 1 && (before.empty() || is_digits(before)) && (after.empty() || is_digits(after));
}

bool is_digits(std::string_view text) {
    return every_character(text, is_digit);
}

bool is_numeric(std::string_view text) {
    return every_character(text, is_numeral);
}

std::optional<double> python_decimal(std::string_view text) {
    std::string buffer, plain;
    text = with_ascii_digits(python_strip(text), buffer);
    if (text.find('_') != std::string_view::npos) {  // anywhere, and as many as one likes
        std::remove_copy(text.begin(), text.end(), std::back_inserter(plain), '_');
        text = plain;
    }
    auto const nan = -sign >> x3::no_case[-x3::char_('s') >> "nan"] >> *digit;
    if (is_whole_text(text, nan)) return std::numeric_limits<double>::quiet_NaN();
    if (is_whole_text(text, finite) && !fits_decimal(text)) return {};
    return read_float(text);
}

std::string_view python_strip(std::string_view text) {
    while (!text.empty()) {
        auto c = character_at(text, 0);
        if (!is_space(c.code)) break;
        text.remove_prefix(c.size);
    }
    while (!text.empty()) {
        std::size_t at = text.size() - 1;
        while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80 && text.size() - at < 4) --at;
        auto c = character_at(text, at);
        if (at + c.size != text.size() || !is_space(c.code)) break;
        text = text.substr(0, at);
    }
    return text;
}

std::string ascii_lower(std::string_view text) {
    std::string lower(text);
    for (char& c : lower) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return lower;
}

}  // namespace alyx::analyzer
