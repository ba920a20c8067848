// Turns findings into diagnostics, and publishes them.
#include "lsp/session/diagnostics.hpp"

#include <algorithm>

#include "analyzer/assist/rule_url.hpp"
#include "analyzer/assist/server_answer.hpp"
#include "analyzer/text/concat.hpp"
#include "lsp/session/session.hpp"

namespace alyx::lsp {

using namespace analyzer;

namespace {

using namespace std::chrono_literals;

/// Analyses that take longer than what lies between two keys wait until nothing was typed for a quarter of that time,
/// or for `longest`: others would only show their diagnostics later.
constexpr Duration slow = 150ms;
constexpr Duration longest = 200ms;

DiagnosticSeverity severity_of(Severity severity) {
    switch (severity) {
        case Severity::error:
            return DiagnosticSeverity::Error;
        case Severity::warning:
            return DiagnosticSeverity::Warning;
        case Severity::information:
            return DiagnosticSeverity::Information;
    }
    return DiagnosticSeverity::Error;
}

std::string message_of(Finding const& finding) {
    std::string text = finding.message;
    if (auto const& server = finding.server) text += concat("\n", answer_source(*server), ": ", answer_text(*server));
    if (!finding.help.empty()) text += concat("\nhelp: ", finding.help);
    return text;
}

/// What the client does with diagnostics, pulled ones too: LSP 3.17 asks for it in one place only.
template <class Member>
auto const* published(Session const& session, Member member) {
    return find(session.client, &ClientCapabilities::textDocument, &TextDocumentClientCapabilities::publishDiagnostics,
                member);
}

std::optional<std::vector<DiagnosticRelatedInformation>> related_to(Session const& session, Bundle const& bundle,
                                                                    Analysis const& analysis, Finding const& finding) {
    auto const* shown = published(session, &PublishDiagnosticsClientCapabilities::relatedInformation);
    if (!shown || !*shown) return std::nullopt;
    std::vector<DiagnosticRelatedInformation> related;
    for (auto const& one : finding.related) {
        auto located = locate(bundle, analysis, one.place);
        related.push_back({{located.document->uri, session.range(located)}, one.message});
    }
    return related.empty() ? std::nullopt : std::optional(std::move(related));
}

std::optional<std::vector<DiagnosticTag>> tags_of(Session const& session, Finding const& finding) {
    if (finding.rule->tag == Tag::none) return std::nullopt;
    auto tag = finding.rule->tag == Tag::unnecessary ? DiagnosticTag::Unnecessary : DiagnosticTag::Deprecated;
    auto const* known = published(session, &PublishDiagnosticsClientCapabilities::tagSupport);
    if (!known || !known->valueSet) return std::nullopt;
    auto const& shown = *known->valueSet;
    bool is_shown = std::find(shown.begin(), shown.end(), static_cast<std::int32_t>(tag)) != shown.end();
    return is_shown ? std::optional(std::vector{tag}) : std::nullopt;
}

}  // namespace

Diagnostic diagnostic_of(Session const& session, Bundle const& bundle, Analysis const& analysis,
                         Finding const& finding) {
    Diagnostic diagnostic;
    diagnostic.range = session.range(locate(bundle, analysis, finding.place));
    diagnostic.severity = severity_of(finding.severity());
    diagnostic.code = std::string(finding.rule->code);
    diagnostic.source = "alyx";
    auto const* links = published(session, &PublishDiagnosticsClientCapabilities::codeDescriptionSupport);
    auto url = links && *links ? rule_url(*finding.rule, session.environment.documentation) : std::string();
    if (!url.empty()) diagnostic.codeDescription = CodeDescription{std::move(url)};
    diagnostic.tags = tags_of(session, finding);
    diagnostic.message = message_of(finding);
    diagnostic.relatedInformation = related_to(session, bundle, analysis, finding);
    return diagnostic;
}

std::vector<Diagnostic> diagnostics_of(Session const& session, Bundle const& bundle, Document const& document) {
    std::vector<Diagnostic> diagnostics;
    for (auto const& analysis : bundle.analyses)
        for (auto const& finding : analysis->findings)
            if (locate(bundle, *analysis, finding.place).document == &document)
                diagnostics.push_back(diagnostic_of(session, bundle, *analysis, finding));
    std::stable_sort(diagnostics.begin(), diagnostics.end(),
                     [](Diagnostic const& a, Diagnostic const& b) { return a.range.start < b.range.start; });
    return diagnostics;
}

bool Diagnostics::pulls() const {
    return find(session_.client, &ClientCapabilities::textDocument, &TextDocumentClientCapabilities::diagnostic);
}

void Diagnostics::opened(Bundle const& bundle) {
    for (auto const& document : bundle.documents) published_.erase(document->uri);
    changed(bundle);
}

void Diagnostics::changed(Bundle const& bundle) {
    if (!pulls()) pending_[bundle.uri] = {};
}

void Diagnostics::closed(Bundle const& bundle) {
    pending_.erase(bundle.uri);
    for (auto const& document : bundle.documents) closed(document->uri);
}

void Diagnostics::closed(Uri const& document) {
    if (published_.erase(document) > 0)
        session_.notify("textDocument/publishDiagnostics", PublishDiagnosticsParams{document, {}, {}});
}

void Diagnostics::all_changed() {
    session_.documents.each([&](Bundle& bundle) {
        bundle.is_analysed = false;
        changed(bundle);
    });
}

void Diagnostics::advance(Time now) {
    for (auto at = pending_.begin(); at != pending_.end();) {
        auto* bundle = session_.documents.bundle(at->first);
        auto& due = at->second.due;
        if (bundle && !due)
            due = bundle->cost > slow && !bundle->is_analysed ? now + std::min(bundle->cost / 4, longest) : now;
        if (bundle && *due > now) {
            ++at;
            continue;
        }
        at = pending_.erase(at);
        if (bundle) publish(*bundle);
    }
}

std::optional<Time> Diagnostics::next_deadline() const {
    std::optional<Time> next;
    for (auto const& [uri, pending] : pending_) {
        auto due = pending.due.value_or(Time::min());
        if (!next || due < *next) next = due;
    }
    return next;
}

void Diagnostics::publish(Bundle& bundle) {
    session_.analysed(bundle);
    for (auto const& document : bundle.documents) {
        PublishDiagnosticsParams params{document->uri, document->version, {}};
        params.diagnostics = diagnostics_of(session_, bundle, *document);
        auto shown = json::serialize(encode(params));
        auto& before = published_[document->uri];
        if (before == shown) continue;
        before = std::move(shown);
        session_.notify("textDocument/publishDiagnostics", params);
    }
}

}  // namespace alyx::lsp
