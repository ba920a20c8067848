// Which rules are meant: a code, the beginning of codes, a name, or ALL.
#pragma once

#include <boost/system/result.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/rules/rule.hpp"
#include "analyzer/text/failure.hpp"

namespace alyx::analyzer {

/// As ruff's: where selectors disagree about a rule, the more specific one has the say.
struct Selector {
    std::string text;                ///< as it was written
    std::vector<Rule const*> rules;  ///< by code; at least one
    unsigned specificity = 0;        ///< of ALL 0, of prefixes their length, of a single rule max_specificity

    bool selects(Rule const& rule) const;
};

inline constexpr unsigned max_specificity = 16;

/// The failure has a reason and a remedy (did you mean …?); whoever asked knows file and place.
boost::system::result<Selector, Failure> parse_selector(std::string_view text);

}  // namespace alyx::analyzer
