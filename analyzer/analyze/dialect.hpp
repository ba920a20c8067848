// A query language as scripts hold it: which calls its queries stand in, and what is wrong with one.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "analyzer/analyze/analysis.hpp"

namespace alyx::analyzer {

enum class SiteState : std::uint8_t {
    written,
    unfinished,  ///< arguments may be missing that would prove whose call it is
};

/// One line in dialects.def and an object `<name>_dialect` make one more.
struct Dialect {
    std::string_view name;                       ///< `dialect` of its packs
    std::span<std::string_view const> services;  ///< of the program's packs that hold without being configured
    /// A unit without any of them has none of the calls of these packs, which need not be read then.
    std::span<std::string_view const> words;
    /// What the call in the file `path` is; several where packs tie, none where it is another's.
    std::vector<Site> (*sites_of)(FoldedCall const&, Snapshot const&, std::string_view path, SiteState);
    /// Appends what is wrong with the queries of the site, and counts them. Nothing that could be put better is said of
    /// what does not work.
    void (*judge)(Site const&, std::vector<Finding>&, AnalysisStatistics&);
    /// Appends what is wrong around the sites, which all have been judged; null: nothing is looked for there.
    void (*judge_unit)(Analysis&) = nullptr;
    /// Null, or the names of a use of a result (`__len__`): then uses are followed, and reported as such calls.
    std::span<std::string_view const> uses = {};
    /// Null, or names of calls that no pack lists and the unit has; parts of its text.
    std::vector<std::string_view> (*callees_in)(Unit const&) = nullptr;
};

std::span<Dialect const* const> dialects();
/// Null where there is none.
Dialect const* find_dialect(std::string_view name);
/// That of its pack.
Dialect const& dialect_of(Site const& site);

/// The packs of a dialect: those of the snapshot, and the program's own where none of them has calls.
std::vector<Schema const*> schemas_of(Dialect const& dialect, Snapshot const& snapshot);
/// That of the service, be it of the snapshot or one that holds without being configured; null where there is none.
Schema const* schema_of_service(Snapshot const& snapshot, std::string_view service);
/// Those whose words stand in the unit.
std::vector<Dialect const*> dialects_in(Unit const& unit);
/// The packs that may describe calls of the unit.
std::vector<Schema const*> schemas_in(Unit const& unit, Snapshot const& snapshot);

/// The call as the pattern names its arguments.
Site bind(FoldedCall const& call, Schema const& schema, CallPattern const& pattern);
/// The last name of what the method is called on is one of these.
bool has_receiver(FoldedCall const& call, std::vector<std::string> const& names);

}  // namespace alyx::analyzer
