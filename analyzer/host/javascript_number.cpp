// Reads a number, and writes it with the fewest digits.
#include "analyzer/host/javascript_number.hpp"

#include <charconv>
#include <cmath>

#include "analyzer/text/decimal.hpp"

namespace alyx::analyzer {
namespace {

/// Between these Python and JavaScript write the same digits, without an exponent.
constexpr double least_plain = 1e-4;
constexpr double most_plain = 1e16;
constexpr double last_exact_integer = 9007199254740992.0;

}  // namespace

std::string javascript_number(std::string_view text, bool& is_integer) {
    std::string digits(text);
    std::erase(digits, '_');
    char const* begin = digits.data();
    char const* end = begin + digits.size();
    char letter = digits.size() > 1 && digits[0] == '0' ? static_cast<char>(digits[1] | 0x20) : '\0';
    int base = letter == 'x' ? 16 : letter == 'o' ? 8 : letter == 'b' ? 2 : 10;
    double value = 0;
    if (base != 10) {
        std::uint64_t integer = 0;
        auto [at, error] = std::from_chars(begin + 2, end, integer, base);
        if (error != std::errc{} || at != end) return {};
        value = static_cast<double>(integer);
    } else {
        auto [at, error] = read_double(begin, end, value);
        bool is_octal = digits.size() > 1 && digits[0] == '0' && digits[1] >= '0' && digits[1] <= '9';
        if (error != std::errc{} || at != end || is_octal) return {};
    }
    is_integer = value == std::floor(value) && value <= last_exact_integer;
    if (is_integer) return std::to_string(static_cast<std::uint64_t>(value));
    return value >= least_plain && value < most_plain ? python_float_repr(value) : std::string();
}

}  // namespace alyx::analyzer
