// Jupyter notebooks: which bytes of the file are code.
#pragma once

#include <string>

#include "analyzer/host/host.hpp"

namespace alyx::analyzer {

/// Adds a unit of the code cells whose languages are known, and one of the fences in Markdown cells.
/// Broken JSON gives the cells before the error, and a failure with row and column.
void notebook_units(std::string name, std::string bytes, Units& units);

}  // namespace alyx::analyzer
