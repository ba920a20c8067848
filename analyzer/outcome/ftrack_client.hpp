// What ftrack's Python client does to the text of a query before it is sent.
#pragma once

#include <optional>
#include <string_view>

#include "analyzer/query/statement.hpp"

namespace alyx::analyzer {

/// `Session.query` and `QueryResult` of ftrack-python: neither parses the text.
struct FtrackClientOutcome {
    /// The text does not begin with `select`, and up to its first blank it is no entity type: KeyError.
    bool raises_key_error = false;
    Span type;  ///< what it took for one; empty where the text begins with `select`
    /// What its expressions `offset (\d+)` and `limit (\d+)` find first, and cut out wherever that is.
    std::optional<Span> offset;
    std::optional<Span> limit;
};

/// Of a statement without holes in front of what matters; where a hole may decide, nothing is told.
FtrackClientOutcome predict_ftrack_client(Statement const& statement, bool type_is_known);

}  // namespace alyx::analyzer
