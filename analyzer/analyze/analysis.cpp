// Fold, bind, judge, merge, silence.
#include "analyzer/analyze/analysis.hpp"

#include <algorithm>

#include "analyzer/analyze/judge.hpp"
#include "analyzer/analyze/literal_uses.hpp"
#include "analyzer/analyze/silence.hpp"
#include "analyzer/host/host.hpp"
#include "analyzer/host/words.hpp"

namespace alyx::analyzer {
namespace {

bool stands_in(Unit const& unit, std::string_view word) {
    return std::any_of(unit.sources.begin(), unit.sources.end(), [&](std::shared_ptr<Source const> const& source) {
        return find_word(source->text(), word) != std::string_view::npos;
    });
}

/// Last names of the calls that may stand in the unit. `get` alone is in every script: one of its receivers must be
/// there too. Raw URLs are not looked into.
std::vector<std::string_view> callees_in(Unit const& unit, Snapshot const& snapshot) {
    std::vector<std::string_view> callees;
    for (auto const& schema : snapshot.schemas())
        for (auto const& pattern : schema->calls) {
            auto const& receivers = pattern.receivers;
            bool is_known = std::find(callees.begin(), callees.end(), pattern.callee) != callees.end();
            if (is_known || pattern.shape == CallPattern::Shape::url || !stands_in(unit, pattern.callee)) continue;
            bool has_receiver = receivers.empty() ||
                                std::any_of(receivers.begin(), receivers.end(),
                                            [&](std::string const& receiver) { return stands_in(unit, receiver); });
            if (has_receiver) callees.push_back(pattern.callee);
        }
    return callees;
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

}  // namespace

std::shared_ptr<Analysis const> analyze(std::shared_ptr<Unit const> unit, std::shared_ptr<Snapshot const> snapshot) {
    auto analysis = std::make_shared<Analysis>();
    analysis->unit = std::move(unit);
    analysis->snapshot = std::move(snapshot);
    auto callees = callees_in(*analysis->unit, *analysis->snapshot);
    analysis->folded = fold_unit(*analysis->unit, {callees});
    for (auto const& call : analysis->folded.calls)
        if (auto site = bind(call, *analysis->snapshot)) analysis->sites.push_back(std::move(*site));
    for (auto const& declared : analysis->folded.declared)
        if (auto site = bind(declared, *analysis->snapshot)) analysis->sites.push_back(std::move(*site));
    analysis->statistics.sites = analysis->sites.size();
    for (std::uint32_t i = 0; i < analysis->sites.size(); ++i) {
        auto first = analysis->findings.size();
        judge(analysis->sites[i], analysis->findings, analysis->statistics);
        for (; first < analysis->findings.size(); ++first) analysis->findings[first].sites.push_back(i);
    }
    merge(analysis->findings);
    drop_contested_fixes(*analysis);
    set_levels(*analysis);
    silence(*analysis);
    std::stable_sort(analysis->findings.begin(), analysis->findings.end(),
                     [](Finding const& a, Finding const& b) { return order(a) < order(b); });
    return analysis;
}

}  // namespace alyx::analyzer
