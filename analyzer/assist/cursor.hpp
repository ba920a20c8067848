// What stands at a place of a script: an argument of a client's call, and how far into its text the place lies.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "analyzer/analyze/analysis.hpp"
#include "analyzer/assist/cursor_text.hpp"

namespace alyx::analyzer {

/// What the argument of a call is, at which a cursor stands.
enum class CursorRole : std::uint8_t {
    callee,      ///< the call's name
    endpoint,    ///< or a URL that begins with one
    action,      ///< list, read …
    keyword,     ///< the name of an argument, or where one may be written
    parameter,   ///< the value of a filter; `parameter` says which, where the service knows it
    body_key,    ///< a key of what `create` and its like write
    json_field,  ///< the name of a JSON field
    query,       ///< a whole query of a dialect that has no endpoints
    other,       ///< another argument, of which nothing is known
};

/// One way to understand a place. A literal that feeds several calls, or one call over several ways, gives several.
struct Cursor {
    static constexpr std::uint32_t no_argument = UINT32_MAX;

    std::shared_ptr<Site const> site;
    CursorRole role = CursorRole::other;
    std::uint32_t argument = no_argument;  ///< of the site; none where a new one would begin
    Endpoint const* endpoint = nullptr;    ///< of the call; null: not known (yet)
    Parameter const* parameter = nullptr;
    CursorText text;  ///< of the argument's value as it is sent; of a keyword the name
};

/// Own what they point into, beside what the analysis owns.
struct Cursors {
    std::vector<Cursor> all;
    std::shared_ptr<FoldedUnit const> folded;
};

enum class CursorUse : std::uint8_t { writing, reading };

/// All that the byte or gap at `place` (an empty span) is in calls of the analysis. Code may be incomplete: where the
/// place is in a call that the parser could not make sense of, the unit is read again with what is open closed: at the
/// place where something is being written, at the end of its line to read what stands there.
Cursors cursors_at(Analysis const& analysis, Place place, CursorUse use);

}  // namespace alyx::analyzer
