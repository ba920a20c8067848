// workspace/executeCommand.
#include "analyzer/assist/rule_url.hpp"
#include "analyzer/text/concat.hpp"
#include "lsp/features/commands.hpp"
#include "lsp/features/feature.hpp"
#include "lsp/protocol/workspace.hpp"

namespace alyx::lsp {
namespace {

using analyzer::concat;

void advertise(ClientCapabilities const& client, ServerCapabilities& server) {
    if (find(client, &ClientCapabilities::workspace, &WorkspaceClientCapabilities::executeCommand))
        server.executeCommandProvider = ExecuteCommandOptions{{std::string(explain_command)}};
}

ResponseError refuse(std::string why) {
    return {ErrorCode::InvalidParams, std::move(why)};
}

/// In a browser, where the client can and there is a page; else in a few words.
void explain(Session& session, analyzer::Rule const& rule) {
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

Answer<json::value> execute(Session& session, ExecuteCommandParams const& params) {
    if (params.command != explain_command) return refuse(concat("`", params.command, "` is no command of alyxls"));
    auto const* argument =
        params.arguments && params.arguments->size() == 1 ? params.arguments->front().if_string() : nullptr;
    if (!argument) return refuse(concat("`", explain_command, "` takes one argument, the code of a rule"));
    auto const* rule = analyzer::find_rule(*argument);
    if (!rule) return refuse(concat("there is no rule ", std::string_view(*argument)));
    explain(session, *rule);
    return json::value();
}

}  // namespace

namespace features {
extern Feature const execute_command;
Feature const execute_command{"workspace/executeCommand", Scope::workspace, advertise, answered_by<&execute>};
}  // namespace features

}  // namespace alyx::lsp
