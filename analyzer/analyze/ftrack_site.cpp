// Calls that send a whole statement: told by what made the receiver, or by its name and what the text says.
#include <algorithm>

#include "analyzer/analyze/dialect.hpp"
#include "analyzer/analyze/ftrack_items.hpp"
#include "analyzer/analyze/statement_text.hpp"
#include "analyzer/rules/statement.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {

extern Dialect const ftrack_dialect;

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

/// Other libraries have sessions too, with queries in SQL: a known entity type is proof, or the look of one with a
/// clause behind it.
bool looks_meant(StatementJudgement const& judgement, Schema const& schema) {
    auto const& s = judgement.statement;
    if (judgement.resolved.parts.front().target) return true;
    auto target = s.text_of(s.target);
    bool is_like_one = is_capitalised(target) && !s.target_has_hole;
    bool has_lower = std::any_of(target.begin(), target.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    if (!is_like_one || !has_lower) return false;
    return s.select.empty() ? !s.clauses.empty() : !near_entity_types(judgement.review(schema), target).empty();
}

struct Mended {
    std::string text;
    std::vector<Hole> holes;
};
Mended mended(FoldedText const& text, Fix const& fix) {
    Mended result{text.text, text.holes()};
    for (auto edit = fix.edits.rbegin(); edit != fix.edits.rend(); ++edit) {
        result.text.replace(edit->span.begin, edit->span.size(), edit->text);
        std::erase_if(result.holes, [&](Hole hole) { return edit->span.contains(hole.offset); });
        for (auto& hole : result.holes)
            if (hole.offset >= edit->span.end)
                hole.offset += static_cast<std::uint32_t>(edit->text.size()) - edit->span.size();
    }
    return result;
}

/// Of the statement that the fix makes nothing is said that was not said before.
bool brings_nothing_new(Fix const& fix, FoldedText const& text, Schema const& schema,
                        std::vector<Diagnosis> const& before) {
    auto const after = mended(text, fix);
    StatementJudgement const judgement(after.text, after.holes, schema);
    auto was_said = [&](Diagnosis const& d) {
        return std::any_of(before.begin(), before.end(),
                           [&](Diagnosis const& known) { return known.rule == d.rule && known.message == d.message; });
    };
    auto const all = diagnose(judgement.review(schema, false));
    return std::all_of(all.begin(), all.end(), was_said);
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

Finding finding_of(Diagnosis&& d, FoldedText const& text, std::string_view target, Site const& site) {
    Finding f;
    f.rule = d.rule;
    // What is missing at the very end has no byte of its own.
    auto size = static_cast<std::uint32_t>(text.text.size());
    Span shown = d.span.empty() && size > 0
                     ? Span{std::min(d.span.begin, size - 1), std::min(d.span.begin, size - 1) + 1}
                     : d.span;
    f.place = size > 0 ? text.place(shown) : site.callee_place;
    f.fix = finding_fix(d, text);
    f.identity = concat(target, "\t\t", text.text, "\t", d.span.of(text.text));
    f.message = std::move(d.message);
    f.help = std::move(d.help);
    f.server = d.server;
    f.level = default_severity(d.rule->effect);
    bool elsewhere = f.place.source != site.place.source || !site.place.span.covers(f.place.span);
    if (elsewhere) f.related.push_back({site.callee_place, "used here"});
    return f;
}

/// What `Session.query` does to a text, raw operations are spared.
bool is_about_client(Diagnosis const& d) {
    return d.rule->code.starts_with("AQ64");
}

/// A line of a file of queries, of which nobody knows what will send it.
bool is_call(Site const& site) {
    return site.place != site.callee_place;
}

void judge_text(Site const& site, FoldedText const* text, std::vector<Finding>& findings,
                AnalysisStatistics& statistics) {
    auto holes = text->holes();
    StatementJudgement judgement(text->text, holes, *site.schema);
    ++statistics.queries;
    auto const& uses = judgement.resolved.uses;
    statistics.resolved += std::all_of(uses.begin(), uses.end(), [](auto const& use) { return use.target.is_known; });
    auto first = static_cast<std::ptrdiff_t>(findings.size());
    auto target = judgement.statement.text_of(judgement.statement.target);
    auto said = diagnose(judgement.review(*site.schema));
    if (site.pattern->callee != "query" || !is_call(site)) std::erase_if(said, is_about_client);
    for (auto& d : said)
        if (d.server && d.server->status == 0 && !is_call(site)) d.server.reset();
    for (auto& d : said)
        if (d.fix && !brings_nothing_new(*d.fix, *text, *site.schema, said)) d.fix.reset();
    for (auto& d : said) findings.push_back(finding_of(std::move(d), *text, target, site));
    auto is = [](Effect effect) { return [=](Finding const& f) { return f.rule->effect == effect; }; };
    if (std::any_of(findings.begin() + first, findings.end(), is(Effect::refused)))
        findings.erase(std::remove_if(findings.begin() + first, findings.end(), is(Effect::advice)), findings.end());
}

void judge_statement(Site const& site, std::vector<Finding>& findings, AnalysisStatistics& statistics) {
    for (auto const* text : statement_texts(site)) judge_text(site, text, findings, statistics);
}

bool is_meant(FoldedCall const& call, Site const& site, SiteState state) {
    auto const* text = statement_text(site);
    bool const may_lack = state == SiteState::unfinished && site.pattern->callee == "query";
    if (is_made_by_client(call, *site.pattern)) return text || may_lack;
    if (!has_receiver(call, site.pattern->receivers)) return false;
    if (may_lack) return true;
    return text && looks_meant(StatementJudgement(text->text, text->holes(), *site.schema), *site.schema);
}

std::vector<Site> ftrack_sites(FoldedCall const& call, Snapshot const& snapshot, std::string_view, SiteState state) {
    std::vector<Site> sites;
    for (auto const* schema : schemas_of(ftrack_dialect, snapshot))
        for (auto const& pattern : schema->calls) {
            if (pattern.callee != call.callee.back()) continue;
            auto site = bind(call, *schema, pattern);
            if (!is_meant(call, site, state)) continue;
            sites.push_back(std::move(site));
            break;
        }
    return sites;
}

constexpr std::string_view services[] = {"ftrack"};
constexpr std::string_view words[] = {"query", "expression"};

Folded const* entry(Folded const& dict, std::string_view key) {
    for (auto const& [name, value] : dict.entries)
        if (name.text.text == key && value.kind == Folded::Kind::text) return &value;
    return nullptr;
}

}  // namespace

Dialect const ftrack_dialect{"ftrack", services, words, ftrack_sites, judge_statement, judge_answers};

std::vector<FoldedText const*> statement_texts(Site const& site) {
    auto const& queries = site.pattern->queries;
    std::vector<FoldedText const*> texts;
    for (auto const& argument : site.arguments) {
        if (!contains(queries, argument.name)) continue;
        if (argument.value.kind == Folded::Kind::text) texts.push_back(&argument.value.text);
        for (auto const& operation : argument.value.items) {  // [{'action': 'query', 'expression': '…'}]
            auto const* action = entry(operation, "action");
            auto const* expression = entry(operation, "expression");
            if (action && expression && action->text.text == "query") texts.push_back(&expression->text);
        }
    }
    return texts;
}

FoldedText const* statement_text(Site const& site) {
    auto const texts = statement_texts(site);
    return texts.empty() ? nullptr : texts.front();
}

}  // namespace alyx::analyzer
