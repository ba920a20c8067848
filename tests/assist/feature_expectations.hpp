// Expectations of cursor files that are about features other than completion and hovers.
#pragma once

#include <string>

#include "analyzer/analyze/analysis.hpp"

namespace alyx::analyzer::test {

/// Features that each dialect has a cursor file for, by the file's name.
extern std::initializer_list<char const*> const cursor_features;

/// Checks one line of a case; false where it is none of these:
///   symbol NAME            an entry of the outline, over the whole call
///   leads PAGE [NAME]      the definition is that page of the schema, in the row of the name
///   mentioned N            so many places mention what stands at the cursor
///   token KIND TEXT        the word is coloured so
///   hint WORD LABEL        is shown behind the word
///   explains LABEL TEXT    stands in what is said of a hint
///   lens TITLE
///   selects TEXT           is among the growing selections, within those of the lines behind it
///   signature LABEL        begins so
///   active NAME            the parameter that the cursor is in
///   links WORD PAGE
///   folds ROWS             a call that takes so many lines can be folded
bool check_feature(Analysis const& analysis, Place place, std::string const& what, std::string const& rest);

}  // namespace alyx::analyzer::test
