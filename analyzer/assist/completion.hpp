// What can be written at a place: endpoints, actions, parameters, the parts of a path, lookups, values.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/analyze/analysis.hpp"
#include "analyzer/text/span.hpp"

namespace alyx::analyzer {

enum class CompletionKind : std::uint8_t {
    endpoint,
    action,
    parameter,         ///< a keyword of the call
    field,             ///< of the model that the path has reached
    relation,          ///< to another model
    reverse_relation,  ///< from another model
    transform,         ///< a part taken out of a value: year
    lookup,
    key,     ///< of a JSON field
    choice,  ///< a stored value that has a label
    value,
    negation,  ///< `~`
};

struct CompletionItem {
    std::string label;  ///< as it is read: what stands in the query, or the keyword
    CompletionKind kind = CompletionKind::value;
    std::string detail;       ///< short, to be shown behind the label: `ForeignKey`, `= PASS`
    std::string description;  ///< short, to be shown at the line's end: the target or model
    Place insert;             ///< what is replaced where text behind the cursor stays: ends at the cursor, on one line
    Place replace;            ///< what is replaced where the whole word goes: begins as `insert`, covers it
    std::string text;         ///< what is written there, encoded for the literal
    std::string snippet;      ///< the same with places to fill in, in LSP's snippet syntax; empty: there are none
    bool retrigger = false;   ///< once it is written, the next completion is due
    std::string filter_text;  ///< what the bytes of `insert` are compared with
    std::uint32_t rank = 0;   ///< the best is 0; no two items of a list have the same
    std::string documentation;  ///< what `completion_documentation` takes; empty: there is none
};

/// Characters after which an editor should ask by itself. Each asks for what may stand there, and mostly that is
/// nothing: `_` answers only behind `__`.
extern std::string_view const completion_triggers;

/// Items in the order of their ranks; those that do not begin with what is typed are among them, for editors filter by
/// rules of their own. `place` is the cursor, an empty span. `trigger`: the character whose typing caused the question,
/// 0 where it was asked for. Empty wherever no query stands.
std::vector<CompletionItem> complete(Analysis const& analysis, Place place, char trigger = '\0');

/// Markdown for an item, made when it is looked at. Empty where the snapshot knows nothing of it any more.
std::string completion_documentation(Snapshot const& snapshot, std::string_view documentation);

}  // namespace alyx::analyzer
