// workspace/executeCommand.
#include "analyzer/assist/rule_url.hpp"
#include "analyzer/text/concat.hpp"
#include "lsp/features/commands.hpp"
#include "lsp/features/feature.hpp"
#include "lsp/features/fix_files.hpp"
#include "lsp/protocol/workspace.hpp"

namespace alyx::lsp {
namespace {

using analyzer::concat;

void advertise(ClientCapabilities const& client, ServerCapabilities& server) {
    if (!find(client, &ClientCapabilities::workspace, &WorkspaceClientCapabilities::executeCommand)) return;
    server.executeCommandProvider = ExecuteCommandOptions{{std::string(explain_command)}};
    if (is_supported(client, &ClientCapabilities::workspace, &WorkspaceClientCapabilities::applyEdit))
        server.executeCommandProvider->commands.emplace_back(rename_command);
}

void refuse(Session& session, Id const& id, std::string why) {
    session.fail(id, {ErrorCode::InvalidParams, std::move(why)});
}

/// In a browser, where the client can and there is a page; else in a few words.
void show(Session& session, analyzer::Rule const& rule) {
    auto url = rule_url(rule, session.environment.documentation);
    bool can_show = is_supported(session.client, &ClientCapabilities::window, &WindowClientCapabilities::showDocument,
                                 &ShowDocument::support);
    if (can_show && !url.empty()) {
        session.request("window/showDocument", encode(ShowDocumentParams{url, {}, true}));
        return;
    }
    session.notify("window/showMessage", MessageParams{MessageType::Info, concat(rule.code, " ", rule.name, ": ",
                                                                                 rule.summary, "\n", rule.why)});
}

void explain(Session& session, Id const& id, ExecuteCommandParams const& params) {
    auto const* argument =
        params.arguments && params.arguments->size() == 1 ? params.arguments->front().if_string() : nullptr;
    if (!argument) return refuse(session, id, concat("`", explain_command, "` takes one argument, the code of a rule"));
    auto const* rule = analyzer::find_rule(*argument);
    if (!rule) return refuse(session, id, concat("there is no rule ", std::string_view(*argument)));
    show(session, *rule);
    session.reply(id, nullptr);
}

bool is_rename(analyzer::Analysis const&, analyzer::Finding const& finding) {
    return finding.rule->tag == analyzer::Tag::deprecated && finding.fix->safety == analyzer::Fix::Safety::safe;
}

/// The client makes the edit, so that it can be looked at and undone.
void apply_renames(Session& session, Id const& id, ExecuteCommandParams const& params) {
    session.background.add(std::make_unique<FixFiles>(
        id, params.workDoneToken, is_rename, [](Session& done, Id const& request, WorkspaceFixes fixes) {
            if (fixes.files == 0)
                done.notify(
                    "window/showMessage",
                    MessageParams{MessageType::Info, "alyxls: no file uses a name that its service has changed"});
            else
                done.request("workspace/applyEdit",
                             encode(ApplyWorkspaceEditParams{"Alyx: write the new names", std::move(fixes.edit)}));
            done.reply(request, nullptr);
        }));
}

void execute(Session& session, Id const& id, json::value const& params) {
    ExecuteCommandParams decoded;
    Mismatch why;
    if (!decode(params, decoded, why)) return refuse(session, id, why.to_string());
    if (decoded.command == explain_command) return explain(session, id, decoded);
    if (decoded.command == rename_command) return apply_renames(session, id, decoded);
    refuse(session, id, concat("`", decoded.command, "` is no command of alyxls"));
}

}  // namespace

namespace features {
extern Feature const execute_command;
Feature const execute_command{"workspace/executeCommand", Scope::workspace, advertise, execute};
}  // namespace features

}  // namespace alyx::lsp
