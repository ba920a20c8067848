// Code actions.
#pragma once

#include "lsp/protocol/diagnostics.hpp"

namespace alyx::lsp {

/// Diagnostics are those that the client shows, as it got them from any server.
struct CodeActionContext {
    std::vector<json::value> diagnostics;
    std::optional<std::vector<std::string>> only;
    std::optional<std::int32_t> triggerKind;
};
BOOST_DESCRIBE_STRUCT(CodeActionContext, (), (diagnostics, only, triggerKind))

struct CodeActionParams {
    TextDocumentIdentifier textDocument;
    Range range;
    CodeActionContext context;
};
BOOST_DESCRIBE_STRUCT(CodeActionParams, (), (textDocument, range, context))

struct CodeAction {
    std::string title;
    std::optional<std::string> kind;
    std::optional<std::vector<Diagnostic>> diagnostics;
    std::optional<bool> isPreferred;
    std::optional<WorkspaceEdit> edit;
    std::optional<Command> command;
};
BOOST_DESCRIBE_STRUCT(CodeAction, (), (title, kind, diagnostics, isPreferred, edit, command))

}  // namespace alyx::lsp
