// What a client can do, as far as the server asks.
#pragma once

#include <string>
#include <vector>

#include "lsp/protocol/client_text_document.hpp"

namespace alyx::lsp {

struct Refresh {
    std::optional<bool> refreshSupport;
};
BOOST_DESCRIBE_STRUCT(Refresh, (), (refreshSupport))

struct Registration {
    std::optional<bool> dynamicRegistration;
};
BOOST_DESCRIBE_STRUCT(Registration, (), (dynamicRegistration))

struct WorkspaceEditClientCapabilities {
    std::optional<bool> documentChanges;
};
BOOST_DESCRIBE_STRUCT(WorkspaceEditClientCapabilities, (), (documentChanges))

struct WorkspaceClientCapabilities {
    std::optional<bool> applyEdit;
    std::optional<WorkspaceEditClientCapabilities> workspaceEdit;
    std::optional<Registration> didChangeConfiguration;
    std::optional<Registration> didChangeWatchedFiles;
    std::optional<bool> workspaceFolders;
    std::optional<bool> configuration;
    std::optional<Refresh> diagnostics;
    std::optional<Refresh> semanticTokens;
    std::optional<Refresh> inlayHint;
    std::optional<Refresh> codeLens;
    Present symbol;
    Present executeCommand;
};
BOOST_DESCRIBE_STRUCT(WorkspaceClientCapabilities, (),
                      (applyEdit, workspaceEdit, didChangeConfiguration, didChangeWatchedFiles, workspaceFolders,
                       configuration, diagnostics, semanticTokens, inlayHint, codeLens, symbol, executeCommand))

struct ShowDocument {
    std::optional<bool> support;
};
BOOST_DESCRIBE_STRUCT(ShowDocument, (), (support))

struct WindowClientCapabilities {
    std::optional<bool> workDoneProgress;
    std::optional<ShowDocument> showDocument;
};
BOOST_DESCRIBE_STRUCT(WindowClientCapabilities, (), (workDoneProgress, showDocument))

struct GeneralClientCapabilities {
    std::optional<std::vector<std::string>> positionEncodings;
};
BOOST_DESCRIBE_STRUCT(GeneralClientCapabilities, (), (positionEncodings))

struct ClientCapabilities {
    std::optional<WorkspaceClientCapabilities> workspace;
    std::optional<TextDocumentClientCapabilities> textDocument;
    std::optional<WindowClientCapabilities> window;
    std::optional<GeneralClientCapabilities> general;
    Present notebookDocument;
};
BOOST_DESCRIBE_STRUCT(ClientCapabilities, (), (workspace, textDocument, window, general, notebookDocument))

/// The capability along these members; null where the client does not name it.
template <class T, class Member, class... Members>
auto const* find(T const& from, std::optional<Member> T::*member, Members... members) {
    auto const* found = from.*member ? &*(from.*member) : nullptr;
    if constexpr (sizeof...(members) == 0)
        return found;
    else
        return found ? find(*found, members...) : nullptr;
}

template <class... Members>
bool is_supported(ClientCapabilities const& client, Members... members) {
    auto const* flag = find(client, members...);
    return flag && *flag;
}

}  // namespace alyx::lsp
