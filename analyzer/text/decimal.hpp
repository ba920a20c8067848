// Doubles from and to decimal digits: exact, and in no locale.
#pragma once

#include <charconv>
#include <string>

namespace alyx::analyzer {

/// As std::from_chars does.
std::from_chars_result read_double(char const* first, char const* last, double& value);
/// `repr` of a Python float: shortest digits that read back, `22.0`, `1e+16`, `inf`, `nan`.
std::string python_float_repr(double number);
/// With so many digits after the point; ties go to even. For finite numbers.
std::string fixed_digits(double number, int digits);

/// What stands below these where the standard library reads and writes only integers (libc++ as Emscripten has it).
namespace portable {
std::from_chars_result read_double(char const* first, char const* last, double& value);
/// Shortest digits that read back, `-1.5e+00`. For finite numbers.
std::string shortest_scientific(double number);
}  // namespace portable

}  // namespace alyx::analyzer
