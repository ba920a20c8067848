// Numbers as Python reads them from text: int(), float(), Decimal(), str.isdigit() and what follows from them.
#pragma once

#include <optional>
#include <string_view>

#include "analyzer/text/decimal.hpp"
#include "analyzer/value/py_value.hpp"

namespace alyx::analyzer {

/// `int(text)`: blanks around, sign, single underscores, any Unicode decimal digits. An integer PyValue, or nothing
/// (ValueError). More than 4300 digits: nothing, as Python 3.11 refuses them.
std::optional<PyValue> python_int(std::string_view text);
/// `float(text)`, with inf, nan, exponents, underscores; nothing where Python raises ValueError.
std::optional<double> python_float(std::string_view text);
/// Is `text.replace(".", "", 1).isdigit()` true? Superscripts are digits here, which `float()` then refuses.
bool is_digits_with_dot(std::string_view text);
/// `text.isdigit()`.
bool is_digits(std::string_view text);
/// `text.isnumeric()`.
bool is_numeric(std::string_view text);
/// `Decimal(text)`, as the nearest double: nothing where it is refused; NaN and infinities are given as such. Finite
/// numbers beyond a double's range are infinities too.
std::optional<double> python_decimal(std::string_view text);
/// `text.strip()`: Unicode white space at both ends.
std::string_view python_strip(std::string_view text);
/// `text.lower()` for ASCII; other characters are left as they are.
std::string ascii_lower(std::string_view text);

}  // namespace alyx::analyzer
