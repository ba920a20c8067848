// Reads and writes doubles by <charconv>, or by C's functions where it lacks them.
#include "analyzer/text/decimal.hpp"

#include <array>
#include <cerrno>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <limits>
#include <string_view>

namespace alyx::analyzer {

namespace {

using Buffer = std::array<char, std::numeric_limits<double>::max_exponent10 + 40>;

std::string_view print(Buffer& buffer, char const* format, int digits, double number) {
    auto size = std::snprintf(buffer.data(), buffer.size(), format, digits, number);
    return {buffer.data(), static_cast<std::size_t>(size)};
}

/// The last digit of `1.29e+05` is made one more: `1.30e+05`.
void count_up(std::string& scientific) {
    for (auto at = scientific.find('e'); at-- > 0;) {
        char& digit = scientific[at];
        if (digit >= '0' && digit <= '8') {
            ++digit;
            return;
        }
        if (digit == '9') digit = '0';
    }
}

#ifdef __cpp_lib_to_chars
std::string shortest_scientific(double number) {
    std::array<char, 32> buffer;
    auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number, std::chars_format::scientific).ptr;
    return {buffer.data(), end};
}
#else
using portable::shortest_scientific;
#endif

}  // namespace

std::from_chars_result portable::read_double(char const* first, char const* last, double& value) {
    std::string const text(first, last);
    char* end = nullptr;
    errno = 0;
    double const read = std::strtod(text.c_str(), &end);
    if (end == text.c_str()) return {first, std::errc::invalid_argument};
    auto const* stopped = first + (end - text.c_str());
    // C says so of subnormal numbers too.
    if (errno == ERANGE && (read == 0 || std::isinf(read))) return {stopped, std::errc::result_out_of_range};
    value = read;
    return {stopped, std::errc()};
}

std::string portable::shortest_scientific(double number) {
    Buffer buffer;
    for (int digits = 0; digits < std::numeric_limits<double>::max_digits10; ++digits) {
        std::string text(print(buffer, "%.*e", digits, number));
        if (std::strtod(text.c_str(), nullptr) == number) return text;
        // Below a power of two doubles lie closer together: the next digits away from zero may read back where the
        // nearest do not.
        count_up(text);
        if (std::strtod(text.c_str(), nullptr) == number) return text;
    }
    return std::string(print(buffer, "%.*e", std::numeric_limits<double>::max_digits10 - 1, number));
}

std::from_chars_result read_double(char const* first, char const* last, double& value) {
#ifdef __cpp_lib_to_chars
    return std::from_chars(first, last, value);
#else
    return portable::read_double(first, last, value);
#endif
}

std::string fixed_digits(double number, int digits) {
    Buffer buffer;
    auto text = print(buffer, "%.*f", digits, number);
    return std::string(text);
}

std::string python_float_repr(double number) {
    if (std::isnan(number)) return "nan";
    if (std::isinf(number)) return number < 0 ? "-inf" : "inf";
    auto const written = shortest_scientific(number);
    std::string_view shortest = written;
    std::string repr(shortest.starts_with('-') ? "-" : "");
    shortest.remove_prefix(repr.size());
    auto const mantissa = shortest.substr(0, shortest.find('e'));
    int const exponent = std::atoi(written.c_str() + repr.size() + mantissa.size() + 1);
    // Python writes an exponent outside of these.
    if (exponent < -4 || exponent >= 16) return repr += shortest;

    std::string digits(mantissa.substr(0, 1));
    if (mantissa.size() > 1) digits += mantissa.substr(2);
    if (exponent < 0) return ((repr += "0.").append(static_cast<std::size_t>(-exponent - 1), '0')) += digits;
    auto whole = static_cast<std::size_t>(exponent) + 1;
    if (digits.size() <= whole) digits.append(whole + 1 - digits.size(), '0');
    return repr += digits.insert(whole, 1, '.');
}

}  // namespace alyx::analyzer
