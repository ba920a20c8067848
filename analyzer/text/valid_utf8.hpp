// Text for formats that can hold UTF-8 only.
#pragma once

#include <string>
#include <string_view>

namespace alyx::analyzer {

/// The text with U+FFFD for each byte that is no UTF-8.
std::string valid_utf8(std::string_view text);

}  // namespace alyx::analyzer
