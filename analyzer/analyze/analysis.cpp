// Fold, bind, judge, merge, silence.
#include "analyzer/analyze/analysis.hpp"

#include <algorithm>

#include "analyzer/analyze/analysis_cache.hpp"
#include "analyzer/analyze/dialect.hpp"
#include "analyzer/analyze/literal_uses.hpp"
#include "analyzer/analyze/query_lines.hpp"
#include "analyzer/analyze/silence.hpp"
#include "analyzer/analyze/url_site.hpp"
#include "analyzer/analyze/url_text.hpp"
#include "analyzer/host/commented_code.hpp"
#include "analyzer/host/host.hpp"
#include "analyzer/host/words.hpp"

namespace alyx::analyzer {
namespace {

bool stands_in(Unit const& unit, std::string_view word) {
    return std::any_of(unit.sources.begin(), unit.sources.end(), [&](std::shared_ptr<Source const> const& source) {
        return find_word(source->text(), word) != std::string_view::npos;
    });
}

/// Collects the last names of calls that may stand in the unit. `get` alone is in every script: one of its receivers
/// must be there too. Raw URLs are not looked into.
class Callees {
  public:
    explicit Callees(Unit const& unit) : unit_(unit) {}

    void add(CallPattern const& pattern) {
        auto const& receivers = pattern.receivers;
        bool is_known = std::find(names_.begin(), names_.end(), pattern.callee) != names_.end();
        if (is_known || pattern.shape == CallPattern::Shape::url || !stands_in(unit_, pattern.callee)) return;
        bool has_receiver =
            receivers.empty() || std::any_of(receivers.begin(), receivers.end(),
                                             [&](std::string const& receiver) { return stands_in(unit_, receiver); });
        if (has_receiver) names_.push_back(pattern.callee);
    }
    std::vector<std::string_view> const& names() const { return names_; }

  private:
    Unit const& unit_;
    std::vector<std::string_view> names_;
};

std::vector<std::string_view> callees_in(Unit const& unit, Snapshot const& snapshot) {
    Callees callees(unit);
    for (auto const* schema : schemas_in(unit, snapshot))
        for (auto const& pattern : schema->calls) callees.add(pattern);
    for (auto const& own : snapshot.own_calls()) callees.add(own.pattern);
    auto names = callees.names();
    for (auto name : url_callees(unit, snapshot))
        if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
    for (auto const* dialect : dialects_in(unit)) {
        names.insert(names.end(), dialect->uses.begin(), dialect->uses.end());
        auto const more = dialect->callees_in ? dialect->callees_in(unit) : std::vector<std::string_view>();
        names.insert(names.end(), more.begin(), more.end());
    }
    return names;
}

auto order(Finding const& f) {
    return std::tuple(f.place.source, f.place.span.begin, f.place.span.end, f.rule->code, std::string_view(f.message));
}

/// The same mistake reached over several calls, or several ways a script may run, is one finding.
void merge(std::vector<Finding>& findings) {
    std::stable_sort(findings.begin(), findings.end(),
                     [](Finding const& a, Finding const& b) { return order(a) < order(b); });
    auto same = [](Finding const& a, Finding const& b) { return order(a) == order(b); };
    std::vector<Finding> merged;
    for (auto& finding : findings) {
        if (merged.empty() || !same(merged.back(), finding)) {
            merged.push_back(std::move(finding));
            continue;
        }
        auto& first = merged.back();
        first.sites.insert(first.sites.end(), finding.sites.begin(), finding.sites.end());
        if (!first.server) first.server = finding.server;
        for (auto& related : finding.related)
            if (std::none_of(first.related.begin(), first.related.end(),
                             [&](RelatedPlace const& r) { return r.place == related.place; }))
                first.related.push_back(std::move(related));
        // Two ways that want different fixes leave none.
        bool agree = first.fix && finding.fix && first.fix->edits == finding.fix->edits;
        if (!agree) first.fix.reset();
    }
    findings = std::move(merged);
}

/// Severities as they are configured; what is not selected for this file goes.
void set_levels(Analysis& analysis) {
    auto const& settings = analysis.snapshot->settings();
    std::vector<Finding> kept;
    for (auto& finding : analysis.findings) {
        auto level = settings.level(*finding.rule, analysis.unit->path);
        if (!level) continue;
        finding.level = *level;
        kept.push_back(std::move(finding));
    }
    analysis.findings = std::move(kept);
}

/// A literal may feed several calls. What mends it for one of them must mend it for all, or it is left alone.
void drop_contested_fixes(Analysis& analysis) {
    LiteralUses uses(analysis.sites);
    for (auto& finding : analysis.findings) {
        if (!finding.fix) continue;
        bool contested = std::any_of(finding.fix->edits.begin(), finding.fix->edits.end(), [&](SourceEdit const& edit) {
            return uses.feeds_another(edit.place, finding.sites);
        });
        if (contested) finding.fix.reset();
    }
}

/// What only some packs object to is not known to be wrong; what the others say of it otherwise is not said either.
void keep_common(std::vector<Finding>& findings, std::vector<Finding> const& others) {
    std::vector<Finding> kept;
    for (auto& finding : findings) {
        auto same = std::find_if(others.begin(), others.end(), [&](Finding const& other) {
            return other.rule == finding.rule && other.place == finding.place;
        });
        if (same == others.end()) continue;
        if (!same->fix || !finding.fix || same->fix->edits != finding.fix->edits) finding.fix.reset();
        if (!same->server || !finding.server || same->server->exception != finding.server->exception)
            finding.server.reset();
        if (same->help != finding.help) finding.help.clear();
        kept.push_back(std::move(finding));
    }
    findings = std::move(kept);
}

/// One call, or declared query, as each of the packs that may be meant sees it.
void judge_tied(Analysis& analysis, std::vector<Site> sites) {
    if (sites.empty()) return;
    std::vector<Finding> findings;
    auto const& dialect = dialect_of(sites.front());
    dialect.judge(sites.front(), findings, analysis.statistics);
    for (std::size_t i = 1; i < sites.size() && !findings.empty(); ++i) {
        std::vector<Finding> others;
        AnalysisStatistics counted_already;
        dialect.judge(sites[i], others, counted_already);
        keep_common(findings, others);
    }
    ++analysis.statistics.sites;
    auto first = static_cast<std::uint32_t>(analysis.sites.size());
    for (auto& site : sites) analysis.sites.push_back(std::move(site));
    for (auto& finding : findings) {
        for (auto i = first; i < analysis.sites.size(); ++i) finding.sites.push_back(i);
        analysis.findings.push_back(std::move(finding));
    }
}

}  // namespace

std::shared_ptr<Analysis const> analyze(std::shared_ptr<Unit const> unit, std::shared_ptr<Snapshot const> snapshot,
                                        AnalysisCache* cache) {
    auto analysis = std::make_shared<Analysis>();
    analysis->snapshot = std::move(snapshot);
    bool const with_comments = analysis->snapshot->settings().include_comments;
    analysis->unit = with_comments ? std::make_shared<Unit const>(with_commented_code(*unit)) : std::move(unit);
    if (cache) analysis->unfinished = cache->unfinished;
    auto callees = callees_in(*analysis->unit, *analysis->snapshot);
    analysis->folded = fold_unit(*analysis->unit, {callees}, cache ? &cache->folds : nullptr);
    for (auto const& call : analysis->folded.calls)
        judge_tied(*analysis, sites_of(call, *analysis->snapshot, analysis->unit->path));
    for (auto const& declared : analysis->folded.declared)
        judge_tied(*analysis, sites_of(declared, *analysis->snapshot, analysis->unit->path));
    for (auto const* dialect : dialects())
        if (dialect->judge_unit) dialect->judge_unit(*analysis);
    for (auto& sites : url_sites_in_text(*analysis->unit, *analysis->snapshot, analysis->folded.literals))
        judge_tied(*analysis, std::move(sites));
    for (auto& sites : sites_of_query_lines(*analysis)) judge_tied(*analysis, std::move(sites));
    merge(analysis->findings);
    drop_contested_fixes(*analysis);
    set_levels(*analysis);
    silence(*analysis);
    std::stable_sort(analysis->findings.begin(), analysis->findings.end(),
                     [](Finding const& a, Finding const& b) { return order(a) < order(b); });
    return analysis;
}

}  // namespace alyx::analyzer
