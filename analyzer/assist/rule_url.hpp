// Where the page of a rule stands.
#pragma once

#include <string>
#include <string_view>

#include "analyzer/rules/rule.hpp"

namespace alyx::analyzer {

/// The page of the rule in the site at `base`, an URL without a slash at its end. Empty where `base` is.
std::string rule_url(Rule const& rule, std::string_view base);

}  // namespace alyx::analyzer
