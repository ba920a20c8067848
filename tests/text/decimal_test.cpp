// Doubles are written so that they read back, with as few digits as that takes, whatever the standard library has.
#include "analyzer/text/decimal.hpp"

#include <bit>
#include <boost/test/unit_test.hpp>
#include <cfloat>
#include <cmath>
#include <random>
#include <vector>

using namespace alyx::analyzer;

namespace {

std::string by_standard(double number) {
    char buffer[32];
    return {buffer, std::to_chars(buffer, buffer + sizeof buffer, number, std::chars_format::scientific).ptr};
}

/// Powers of two, where the distance between doubles changes, their neighbours, and any.
std::vector<double> doubles() {
    std::vector<double> numbers{0.1, -0.1, 1.5, 22, 1e22, 1e23, DBL_MAX, DBL_MIN, DBL_TRUE_MIN, -DBL_MAX};
    for (int exponent = -1074; exponent < 1024; ++exponent) {
        double const power = std::ldexp(1, exponent);
        numbers.insert(numbers.end(), {power, -power, std::nextafter(power, 0), std::nextafter(power, DBL_MAX)});
    }
    std::mt19937_64 random(2026);
    while (numbers.size() < 20'000)
        if (auto number = std::bit_cast<double>(random()); std::isfinite(number)) numbers.push_back(number);
    return numbers;
}

}  // namespace

BOOST_AUTO_TEST_CASE(portable_digits_are_those_of_the_standard_library) {
    for (double number : doubles()) {
        auto const digits = by_standard(number);
        BOOST_TEST_REQUIRE(portable::shortest_scientific(number) == digits);
        double read = 0;
        auto const [end, error] = portable::read_double(digits.data(), digits.data() + digits.size(), read);
        BOOST_TEST_REQUIRE((error == std::errc()));
        BOOST_TEST_REQUIRE(read == number);
        BOOST_TEST_REQUIRE((end == digits.data() + digits.size()));
    }
}

BOOST_AUTO_TEST_CASE(portable_reading_refuses_what_the_standard_library_refuses) {
    for (std::string const text : {"1e400", "-1e400", "1e-400", "", "x", "1.5j", "2e", "0.0", "3."}) {
        double expected = 7, actual = 7;
        auto const wanted = std::from_chars(text.data(), text.data() + text.size(), expected);
        auto const got = portable::read_double(text.data(), text.data() + text.size(), actual);
        BOOST_TEST((got.ec == wanted.ec), text);
        BOOST_TEST(actual == expected, text);
        BOOST_TEST((got.ptr == wanted.ptr), text);
    }
}

BOOST_AUTO_TEST_CASE(floats_are_shown_as_python_shows_them) {
    BOOST_TEST(python_float_repr(22) == "22.0");
    BOOST_TEST(python_float_repr(-0.0001) == "-0.0001");
    BOOST_TEST(python_float_repr(0.00001) == "1e-05");
    BOOST_TEST(python_float_repr(1e16) == "1e+16");
    BOOST_TEST(python_float_repr(1.5e300) == "1.5e+300");
    BOOST_TEST(python_float_repr(123456.789) == "123456.789");
    BOOST_TEST(python_float_repr(-INFINITY) == "-inf");
    BOOST_TEST(fixed_digits(0.125, 2) == "0.12");
    BOOST_TEST(fixed_digits(1e22, 0) == "10000000000000000000000");
    BOOST_TEST(fixed_digits(-DBL_MAX, 0).size() == 310);
}
