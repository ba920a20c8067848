// Conditions in words.
#pragma once

#include <string>

#include "analyzer/outcome/outcome.hpp"

namespace alyx::analyzer {

/// `subject's nickname`: where the path leads, without its lookup, from the rows that the endpoint lists.
std::string path_in_words(Conjunct const& conjunct);

/// What is compared in the end: `22.0`, `'KS022'`, `10 (PASS)`, a list; `…` where it is not known.
std::string value_in_words(Conjunct const& conjunct);

/// `whose subject's nickname contains 'ks' (case-insensitive)`, `none of whose projects is named 'matlab'`: said of
/// the rows that the endpoint lists.
std::string condition_in_words(Conjunct const& conjunct);

/// `sessions whose …, whose … and none of whose …`; `all sessions`
std::string request_in_words(Outcome const& outcome);

}  // namespace alyx::analyzer
