// What can stand in a filter string: the segments of its paths, and its values.
#pragma once

#include "analyzer/assist/completion_list.hpp"
#include "analyzer/assist/query_reading.hpp"
#include "analyzer/assist/script_usage.hpp"

namespace alyx::analyzer {

/// The cursor is in the value of a parameter of meaning query or pairs.
void offer_query(Cursor const& cursor, ScriptUsage const& script, CompletionList& list);
/// The segment that `word` is; nothing but `before` decides what fits.
void offer_segments(Cursor const& cursor, QueryReading const& reading, QueryWord const& word, ScriptUsage const& script,
                    CompletionList& list);
/// What can be compared at the end of the path.
void offer_values(Cursor const& cursor, ResolvedPath const& target, Span value, CompletionList& list);
/// What a parameter that is no query takes.
void offer_parameter_values(Cursor const& cursor, CompletionList& list);

}  // namespace alyx::analyzer
