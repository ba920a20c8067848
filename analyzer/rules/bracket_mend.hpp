// What to write for a value in brackets that the server cannot evaluate.
#pragma once

#include "analyzer/rules/rule.hpp"

namespace alyx::analyzer {

/// Was the value of the refusal cut at a comma behind an inner bracket?
bool is_cut_off(Review const& review, Refusal const& refusal);
/// Says by the lookup what was probably meant: a regular expression, a list of texts, or text with brackets. Sets help
/// and fix. Of a refusal of the string itself.
void mend_brackets(Review const& review, Refusal const& refusal, Diagnosis& d);

}  // namespace alyx::analyzer
