// Binding by what made the receiver, or by its name and what the text says; diagnoses back to places.
#include "analyzer/analyze/statement_site.hpp"

#include <algorithm>

#include "analyzer/rules/statement.hpp"
#include "analyzer/schema/pack.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {
namespace {

constexpr int most_makers = 8;

bool contains(std::vector<std::string> const& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// `ftrack_api.Session(…)` made the receiver.
bool is_made_by_client(FoldedCall const& call, CallPattern const& pattern) {
    int depth = 0;
    for (auto maker = call.receiver; maker && depth < most_makers; maker = maker->receiver, ++depth)
        for (auto const& hint : pattern.hints)
            if (contains(maker->callee, hint)) return true;
    return false;
}

bool has_receiver(FoldedCall const& call, CallPattern const& pattern) {
    return call.callee.size() > 1 && contains(pattern.receivers, call.callee[call.callee.size() - 2]);
}

/// Other libraries have sessions too, with queries in SQL: a known entity type is proof, or the look of one with a
/// clause behind it.
bool looks_meant(StatementJudgement const& judgement) {
    auto const& s = judgement.statement;
    if (judgement.resolved.parts.front().target) return true;
    auto target = s.text_of(s.target);
    bool is_capitalised = !target.empty() && target.front() >= 'A' && target.front() <= 'Z' && !s.target_has_hole;
    bool has_lower = std::any_of(target.begin(), target.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    return is_capitalised && has_lower && s.select.empty() && !s.clauses.empty();
}

FoldedText const* statement_text(FoldedCall const& call, CallPattern const& pattern) {
    auto is_text = [](Folded const& value) { return value.kind == Folded::Kind::text; };
    for (std::size_t i = 0; i < call.positional.size() && i < pattern.arguments.size(); ++i)
        if (contains(pattern.queries, pattern.arguments[i]) && is_text(call.positional[i].value))
            return &call.positional[i].value.text;
    for (auto const& keyword : call.keywords)
        if (contains(pattern.queries, keyword.name) && is_text(keyword.value)) return &keyword.value.text;
    return nullptr;
}

std::optional<FindingFix> finding_fix(Diagnosis const& d, FoldedText const& text) {
    if (!d.fix) return std::nullopt;
    FindingFix fix{d.fix->title, d.fix->safety, {}, {}};
    std::uint32_t kept = 0;
    for (auto const& edit : d.fix->edits) {
        auto encoded = encode_edit(text, edit.span, edit.text);
        if (!encoded) return std::nullopt;
        fix.edits.push_back(std::move(encoded->edit));
        fix.intended += concat(Span{kept, edit.span.begin}.of(text.text), encoded->decoded);
        kept = edit.span.end;
    }
    fix.intended += std::string_view(text.text).substr(kept);
    return fix;
}

Finding finding_of(Diagnosis&& d, FoldedText const& text, std::string_view target, FoldedCall const& call) {
    Finding f;
    f.rule = d.rule;
    // What is missing at the very end has no byte of its own.
    auto size = static_cast<std::uint32_t>(text.text.size());
    Span shown = d.span.empty() && size > 0
                     ? Span{std::min(d.span.begin, size - 1), std::min(d.span.begin, size - 1) + 1}
                     : d.span;
    f.place = size > 0 ? text.place(shown) : call.callee_place;
    f.fix = finding_fix(d, text);
    f.identity = concat(target, "\t\t", text.text, "\t", d.span.of(text.text));
    f.message = std::move(d.message);
    f.help = std::move(d.help);
    f.server = d.server;
    f.level = default_severity(d.rule->effect);
    bool elsewhere = f.place.source != call.place.source || !call.place.span.covers(f.place.span);
    if (elsewhere) f.related.push_back({call.callee_place, "used here"});
    return f;
}

void judge_as(FoldedCall const& call, Schema const& schema, CallPattern const& pattern, std::vector<Finding>& findings,
              AnalysisStatistics& statistics) {
    auto const* text = statement_text(call, pattern);
    bool is_made = is_made_by_client(call, pattern);
    if (!text || !(is_made || has_receiver(call, pattern))) return;
    auto holes = text->holes();
    StatementJudgement judgement(text->text, holes, schema);
    if (!is_made && !looks_meant(judgement)) return;
    ++statistics.sites;
    ++statistics.queries;
    auto const& uses = judgement.resolved.uses;
    statistics.resolved += std::all_of(uses.begin(), uses.end(), [](auto const& use) { return use.target.is_known; });
    auto first = static_cast<std::ptrdiff_t>(findings.size());
    auto target = judgement.statement.text_of(judgement.statement.target);
    for (auto& d : diagnose(judgement.review(schema)))
        findings.push_back(finding_of(std::move(d), *text, target, call));
    auto is = [](Effect effect) { return [=](Finding const& f) { return f.rule->effect == effect; }; };
    if (std::any_of(findings.begin() + first, findings.end(), is(Effect::refused)))
        findings.erase(std::remove_if(findings.begin() + first, findings.end(), is(Effect::advice)), findings.end());
}

}  // namespace

std::vector<std::shared_ptr<Schema const>> statement_schemas(Snapshot const& snapshot) {
    std::vector<std::shared_ptr<Schema const>> found;
    auto add = [&](std::shared_ptr<Schema const> const& schema) {
        if (is_statement_dialect(schema->dialect)) found.push_back(schema);
    };
    for (auto const& schema : snapshot.schemas()) add(schema);
    if (!found.empty()) return found;
    for (auto service : built_in_services()) add(built_in_schema(service));
    return found;
}

void judge_statement(FoldedCall const& call, std::span<std::shared_ptr<Schema const> const> schemas,
                     std::vector<Finding>& findings, AnalysisStatistics& statistics) {
    if (call.callee.empty()) return;
    for (auto const& schema : schemas)
        for (auto const& pattern : schema->calls)
            if (pattern.callee == call.callee.back()) judge_as(call, *schema, pattern, findings, statistics);
}

}  // namespace alyx::analyzer
