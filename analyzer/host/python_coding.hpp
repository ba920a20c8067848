// The encoding that a Python script declares (PEP 263).
#pragma once

#include <string_view>

namespace alyx::analyzer {

/// The name in a comment of the first two lines such as `# -*- coding: latin-1 -*-`, as Python 3 finds it: in the
/// second line only where the first is blank or a comment. Empty where there is none, or where a byte order mark says
/// UTF-8.
std::string_view declared_coding(std::string_view bytes);

}  // namespace alyx::analyzer
