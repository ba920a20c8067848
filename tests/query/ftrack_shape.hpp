// The tree of an ftrack statement as one line, without spans: `(select name) Task (status.name is "Done")`.
#pragma once

#include <string>

#include "analyzer/query/statement.hpp"

std::string shape(alyx::analyzer::Statement const& statement);
/// `missing ) at 5; unexpected [3,7)`.
std::string faults(alyx::analyzer::Statement const& statement);
