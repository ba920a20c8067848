// Numbers of JavaScript and of MATLAB, which write them alike.
#pragma once

#include <string>
#include <string_view>

namespace alyx::analyzer {

/// As String() shows the number; empty where that is not known. Sets whether it is an integer.
std::string javascript_number(std::string_view text, bool& is_integer);

}  // namespace alyx::analyzer
