// Words that name rules: in comments, in configuration, on the command line.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analyzer/rules/rule.hpp"

namespace alyx::analyzer {

/// The rules that a code (`AQ203`), the begin of codes (`AQ2`), a name (`unknown-field`) or `ALL` names, by code.
/// Upper and lower case are the same. Empty: it names none.
std::vector<Rule const*> rules_named(std::string_view selector);

/// The code or name that may have been meant by a word that names no rule; empty where nothing is close.
std::string_view nearest_rule(std::string_view selector);

}  // namespace alyx::analyzer
