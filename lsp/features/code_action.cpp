// textDocument/codeAction: fixes, silencing comments, explanations, other ways to write, and mending all.
#include <algorithm>

#include "analyzer/analyze/add_ignores.hpp"
#include "analyzer/assist/rewrites.hpp"
#include "analyzer/text/concat.hpp"
#include "lsp/features/commands.hpp"
#include "lsp/features/edits.hpp"
#include "lsp/features/feature.hpp"
#include "lsp/protocol/code_action.hpp"

namespace alyx::lsp {
namespace {

using analyzer::concat;

constexpr std::string_view quick_fix = "quickfix";
constexpr std::string_view rewrite = "refactor.rewrite";
constexpr std::string_view mend_all = "source.fixAll.alyxlint";

void advertise(ClientCapabilities const& client, ServerCapabilities& server) {
    // Without literals a client takes commands only, which could not show what they change.
    if (find(client, &ClientCapabilities::textDocument, &TextDocumentClientCapabilities::codeAction,
             &CodeActionClientCapabilities::codeActionLiteralSupport))
        server.codeActionProvider =
            CodeActionOptions{{std::string(quick_fix), std::string(rewrite), std::string(mend_all)}};
}

/// Kinds are hierarchical: who wants `source` wants `source.fixAll` too.
bool is_wanted(CodeActionParams const& params, std::string_view kind) {
    auto const& only = params.context.only;
    return !only || std::any_of(only->begin(), only->end(), [&](std::string const& wanted) {
        return wanted.empty() || kind == wanted || kind.starts_with(wanted + ".");
    });
}

class Actions {
  public:
    Actions(Session& session, Bundle const& bundle, analyzer::Analysis const& analysis)
        : session_(session), bundle_(bundle), analysis_(analysis) {}

    void fix(analyzer::Finding const& finding) {
        if (!finding.fix) return;
        bool safe = finding.fix->safety == analyzer::Fix::Safety::safe;
        auto title = concat(finding.fix->title, safe ? "" : " (may not be what is meant)");
        if (auto edit = workspace_edit(session_, bundle_, analysis_, finding.fix->edits))
            add(finding, std::move(title)).edit = std::move(edit);
        else
            return;
        if (safe) all.back().isPreferred = true;
    }

    void silence(analyzer::Finding const& finding) {
        auto edits = add_ignore(analysis_, finding, "");
        if (auto edit = workspace_edit(session_, bundle_, analysis_, edits))
            add(finding, concat("silence ", finding.rule->code, " here")).edit = std::move(edit);
    }

    void explain(analyzer::Finding const& finding) {
        if (!find(session_.client, &ClientCapabilities::workspace, &WorkspaceClientCapabilities::executeCommand))
            return;
        auto title = concat("explain ", finding.rule->code, ": ", finding.rule->name);
        add(finding, title).command =
            Command{title, std::string(explain_command), std::vector{json::value(finding.rule->code)}};
    }

    void rewrites(analyzer::Place place) {
        for (auto const& one : analyzer::rewrites(analysis_, place)) {
            auto edit = workspace_edit(session_, bundle_, analysis_, one.edits);
            if (!edit) continue;
            auto& action = all.emplace_back();
            action.title = one.title;
            action.kind = rewrite;
            action.edit = std::move(edit);
        }
    }

    std::vector<CodeAction> all;

  private:
    CodeAction& add(analyzer::Finding const& finding, std::string title) {
        auto& action = all.emplace_back();
        action.title = std::move(title);
        action.kind = quick_fix;
        action.diagnostics = {diagnostic_of(session_, bundle_, analysis_, finding)};
        return action;
    }

    Session& session_;
    Bundle const& bundle_;
    analyzer::Analysis const& analysis_;
};

std::vector<CodeAction> act(Session& session, CodeActionParams const& params) {
    std::vector<CodeAction> actions;
    auto const* document = session.documents.document(params.textDocument.uri);
    auto* open = session.documents.bundle(params.textDocument.uri);
    if (!document || !open) return actions;
    auto const& bundle = session.analysed(*open);
    auto span = span_of(*document, params.range, session.encoding);
    auto touches = [&](Located const& at) {
        return at.document == document && at.span.begin <= span.end && span.begin <= at.span.end;
    };
    for (auto const& analysis : bundle.analyses) {
        Actions own(session, bundle, *analysis);
        auto each = [&](void (Actions::*offer)(analyzer::Finding const&)) {
            for (auto const& finding : analysis->findings)
                if (touches(locate(bundle, *analysis, finding.place))) (own.*offer)(finding);
        };
        if (is_wanted(params, quick_fix))
            for (auto offer : {&Actions::fix, &Actions::silence, &Actions::explain}) each(offer);
        std::move(own.all.begin(), own.all.end(), std::back_inserter(actions));
    }
    auto at = is_wanted(params, rewrite) ? session.at({params.textDocument, params.range.start}) : std::nullopt;
    if (at) {
        Actions own(session, bundle, *at->spot.analysis);
        own.rewrites(at->spot.place);
        std::move(own.all.begin(), own.all.end(), std::back_inserter(actions));
    }
    if (params.context.only && is_wanted(params, mend_all)) {
        CodeAction action{"mend everything that has one right answer", std::string(mend_all)};
        action.edit = fix_all(session, bundle);
        bool changes = (action.edit->changes && !action.edit->changes->empty()) ||
                       (action.edit->documentChanges && !action.edit->documentChanges->empty());
        if (changes) actions.push_back(std::move(action));
    }
    return actions;
}

}  // namespace

namespace features {
extern Feature const code_action;
Feature const code_action{"textDocument/codeAction", Scope::range, advertise, answered_by<&act>};
}  // namespace features

}  // namespace alyx::lsp
