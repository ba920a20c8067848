// A call in a script that a pack describes, with its arguments named and folded.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analyzer/analyze/snapshot.hpp"
#include "analyzer/fold/folded_unit.hpp"

namespace alyx::analyzer {

struct SiteArgument {
    std::string name;
    Place name_place;  ///< of a keyword; of a positional argument the value's
    Folded value;
    Place place;
    bool is_keyword = false;
};

struct Site {
    Schema const* schema = nullptr;
    CallPattern const* pattern = nullptr;  ///< null: a declared query, whose arguments are `endpoint` and the query's
    Place place;                           ///< the whole call
    Place callee_place;
    std::vector<SiteArgument> arguments;
    bool is_complete = true;  ///< false: `*args` or `**kwargs` may add to them
};

/// The site that a call is, or nothing where no pack describes it.
std::optional<Site> bind(FoldedCall const& call, Snapshot const& snapshot);
/// The same for a call that is being written: of a client that is known by its name the endpoint may be missing.
std::optional<Site> bind_unfinished(FoldedCall const& call, Snapshot const& snapshot);
/// The site that `# alyx: sessions` makes of an assignment; nothing where no pack has such an endpoint.
std::optional<Site> bind(DeclaredQuery const& declared, Snapshot const& snapshot);

}  // namespace alyx::analyzer
