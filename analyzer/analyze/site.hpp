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

/// What a call in the file `path` (absolute, or empty) is: nothing where no pack describes it; several sites where
/// packs tie, so that only what is wrong in all of them is known to be.
std::vector<Site> sites_of(FoldedCall const& call, Snapshot const& snapshot, std::string_view path);
/// The same for a call that is being written: of a client that is known by its name the endpoint may be missing.
std::vector<Site> unfinished_sites_of(FoldedCall const& call, Snapshot const& snapshot, std::string_view path);
/// What `# alyx: sessions` makes of an assignment; nothing where no pack has such an endpoint.
std::vector<Site> sites_of(DeclaredQuery const& declared, Snapshot const& snapshot, std::string_view path);

}  // namespace alyx::analyzer
