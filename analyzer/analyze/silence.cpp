// Asks the comments about each finding.
#include "analyzer/analyze/silence.hpp"

#include <algorithm>

#include "analyzer/suppress/remarks.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {
namespace {

/// Sources in which comments may matter; others are not parsed for them.
std::vector<std::uint32_t> sources_with_directives(Analysis const& analysis) {
    auto const& sources = analysis.unit->sources;
    std::vector<bool> has_findings(sources.size(), false);
    for (auto const& finding : analysis.findings) has_findings[finding.place.source] = true;
    std::vector<std::uint32_t> found;
    for (std::uint32_t i = 0; i < sources.size(); ++i)
        if (may_hold_directives(sources[i]->text(), has_findings[i])) found.push_back(i);
    return found;
}

Suppressed suppressed(Finding finding, PlacedDirective const& by, Unit const& unit) {
    auto const& d = by.directive;
    auto reason = d.reason.of(unit.sources[by.source]->text());
    return {std::move(finding), {by.source, d.span}, std::string(reason)};
}

Finding finding_of(Remark&& remark, Severity level, Unit const& unit) {
    Finding finding;
    finding.rule = remark.rule;
    finding.place = remark.place;
    finding.message = std::move(remark.message);
    finding.help = std::move(remark.help);
    finding.level = level;
    finding.identity = concat("\t\t", remark.place.span.of(unit.sources[remark.place.source]->text()), "\t");
    if (remark.mend)
        finding.fix =
            FindingFix{std::move(remark.mend->title), remark.mend->safety, {std::move(remark.mend->edit)}, {}};
    return finding;
}

}  // namespace

Spot spot_of(Finding const& finding, Analysis const& analysis) {
    Spot spot{finding.rule, finding.place, {}};
    for (auto site : finding.sites) spot.calls.push_back(analysis.sites[site].place);
    return spot;
}

void silence(Analysis& analysis) {
    auto sources = sources_with_directives(analysis);
    if (sources.empty()) return;
    Suppressions suppressions(*analysis.unit, sources);
    std::vector<Finding> kept;
    for (auto& finding : analysis.findings) {
        if (auto const* by = suppressions.silence(spot_of(finding, analysis)))
            analysis.suppressed.push_back(suppressed(std::move(finding), *by, *analysis.unit));
        else
            kept.push_back(std::move(finding));
    }
    auto const& settings = analysis.snapshot->settings();
    auto level = [&](Rule const& rule) { return settings.level(rule, analysis.unit->path); };
    Asked asked{[&](Rule const& rule) { return level(rule).has_value(); }, settings.narrowed};
    for (auto& remark : remarks_on(suppressions, asked)) {
        auto severity = level(*remark.rule);
        if (!severity) continue;
        auto const* by = suppressions.silence_remark({remark.rule, remark.place, {}}, remark.about);
        auto finding = finding_of(std::move(remark), *severity, *analysis.unit);
        if (by)
            analysis.suppressed.push_back(suppressed(std::move(finding), *by, *analysis.unit));
        else
            kept.push_back(std::move(finding));
    }
    analysis.findings = std::move(kept);
}

}  // namespace alyx::analyzer
