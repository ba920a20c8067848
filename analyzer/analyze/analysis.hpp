// From a unit to findings: the one pass that the terminal and the language server share.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "analyzer/analyze/site.hpp"
#include "analyzer/analyze/snapshot.hpp"
#include "analyzer/edit/encode.hpp"
#include "analyzer/fold/folded_unit.hpp"
#include "analyzer/rules/rule.hpp"
#include "analyzer/text/unit.hpp"

namespace alyx::analyzer {

class FoldCache;
struct AnalysisCache;

struct FindingFix {
    std::string title;
    Fix::Safety safety = Fix::Safety::unsafe;
    std::vector<SourceEdit> edits;
    std::string intended;  ///< the folded text that the edits lead to; empty where they change a name
};

struct RelatedPlace {
    Place place;
    std::string message;
};

struct Finding {
    Rule const* rule = nullptr;
    Place place;
    std::string message;
    std::string help;
    std::optional<ServerAnswer> server;
    std::optional<FindingFix> fix;
    std::vector<RelatedPlace> related;
    std::vector<std::uint32_t> sites;  ///< of the analysis, at which it was found
    Severity level = Severity::error;  ///< the rule's, or as it was configured
    /// What it is about, whatever stands elsewhere in the file: the endpoint, parameter, decoded value and the part of
    /// it, as far as they are known, with tabs between them. No offset, line or cell.
    std::string identity;

    Severity severity() const { return level; }
};

/// A finding that a comment silences.
struct Suppressed {
    Finding finding;
    Place comment;       ///< the directive, from its # to the end of its reason
    std::string reason;  ///< that it gives, may be empty
};

struct AnalysisStatistics {
    std::size_t sites = 0;     ///< calls and declared queries that a pack describes
    std::size_t queries = 0;   ///< requests that were judged
    std::size_t resolved = 0;  ///< of the sites: those whose endpoint and query are known but for holes
};

/// Owns all that its findings point into. Findings are in the order of the text.
struct Analysis {
    std::shared_ptr<Unit const> unit;
    std::shared_ptr<Snapshot const> snapshot;
    FoldedUnit folded;
    std::vector<Site> sites;
    std::vector<Finding> findings;
    std::vector<Suppressed> suppressed;
    AnalysisStatistics statistics;
    /// Of code that is being written, closed to be read at all; null where no further state of the unit is to come.
    std::shared_ptr<FoldCache> unfinished;
};

/// `cache`, which may be null, is that of earlier states of the unit; it saves time and changes nothing.
std::shared_ptr<Analysis const> analyze(std::shared_ptr<Unit const> unit, std::shared_ptr<Snapshot const> snapshot,
                                        AnalysisCache* cache = nullptr);

}  // namespace alyx::analyzer
