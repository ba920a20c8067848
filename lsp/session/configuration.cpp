// Watches files, asks for settings, and lets the client ask again for what depends on them.
#include "lsp/session/configuration.hpp"

#include "analyzer/host/host.hpp"
#include "analyzer/text/concat.hpp"
#include "lsp/protocol/workspace.hpp"
#include "lsp/session/session.hpp"

namespace alyx::lsp {
namespace {

using Workspaces = WorkspaceClientCapabilities;

CapabilityRegistration watchers() {
    WatchedFilesOptions options;
    std::string code = "**/*.{";
    for (auto extension : analyzer::host_extensions()) code += analyzer::concat(extension.substr(1), ",");
    code.back() = '}';
    options.watchers = {{"**/*.{toml,json}"}, {std::move(code)}};
    return {"alyx-files", "workspace/didChangeWatchedFiles", encode(options)};
}

void refresh(Session& session, std::optional<Refresh> Workspaces::*member, std::string_view method) {
    if (is_supported(session.client, &ClientCapabilities::workspace, member, &Refresh::refreshSupport))
        session.request(method, {});
}

}  // namespace

bool is_input(Session const& session, std::string const& path) {
    auto name = std::string_view(path).substr(path.rfind('/') + 1);
    return name == "alyxlint.toml" || name == ".alyxlint.toml" || name == "pyproject.toml" ||
           session.workspace.inputs().contains(path);
}

void register_interests(Session& session) {
    RegistrationParams params;
    auto dynamic = [&](std::optional<Registration> Workspaces::*member) {
        return is_supported(session.client, &ClientCapabilities::workspace, member, &Registration::dynamicRegistration);
    };
    if (dynamic(&Workspaces::didChangeWatchedFiles)) params.registrations.push_back(watchers());
    if (dynamic(&Workspaces::didChangeConfiguration))
        params.registrations.push_back({"alyx-settings", "workspace/didChangeConfiguration", {}});
    if (!params.registrations.empty()) session.request("client/registerCapability", encode(params));
    configure(session, std::nullopt);
}

void configure(Session& session, std::optional<json::value> const& settings) {
    if (is_supported(session.client, &ClientCapabilities::workspace, &Workspaces::configuration)) {
        session.request("workspace/configuration", encode(ConfigurationParams{{{{}, "alyx"}}}),
                        [](Session& answered, json::value const* result) {
                            auto const* array = result ? result->if_array() : nullptr;
                            if (array && !array->empty()) answered.workspace.configure(array->front());
                            reload(answered);
                        });
        return;
    }
    if (!settings) return;
    auto const* object = settings->if_object();
    auto const* own = object ? object->if_contains("alyx") : nullptr;
    session.workspace.configure(own ? *own : *settings);
    reload(session);
}

void reload(Session& session) {
    session.workspace.reload();
    session.diagnostics.all_changed();
    session.background.wake();
    refresh(session, &Workspaces::diagnostics, "workspace/diagnostic/refresh");
    refresh(session, &Workspaces::semanticTokens, "workspace/semanticTokens/refresh");
    refresh(session, &Workspaces::inlayHint, "workspace/inlayHint/refresh");
    refresh(session, &Workspaces::codeLens, "workspace/codeLens/refresh");
}

}  // namespace alyx::lsp
