// The query language of ftrack: `select name from Task where status.name is "Done" order by name limit 5`.
#pragma once

#include <string>
#include <string_view>

#include "analyzer/query/statement.hpp"

namespace alyx::analyzer {

/// Total: any bytes give a tree, in which what is missing is a node of its own with its place. The text must outlive
/// it. A hole may stand for a name, a value, a list or any piece of the text; no fault is told that it could repair.
Statement parse_ftrack(std::string_view text, Holes holes = {});

/// The statement in its plain spelling. Parsed again it gives the same tree, unless it has faults.
std::string print(Statement const& statement);
std::string print(Criterion const& criterion, std::string_view text);

/// How operators are spelt: `=` and `is`, `after` …; `unknown` where a word is none.
Operator ftrack_operator(std::string_view spelling);
/// The first spelling of it.
std::string_view ftrack_spelling(Operator op);

}  // namespace alyx::analyzer
