// What the server offers.
#pragma once

#include <string>
#include <vector>

#include "lsp/protocol/semantic_tokens.hpp"

namespace alyx::lsp {

enum class TextDocumentSyncKind : std::int32_t { None = 0, Full = 1, Incremental = 2 };

struct SaveOptions {
    std::optional<bool> includeText;
};
BOOST_DESCRIBE_STRUCT(SaveOptions, (), (includeText))

struct TextDocumentSyncOptions {
    bool openClose = true;
    TextDocumentSyncKind change = TextDocumentSyncKind::Incremental;
    std::optional<SaveOptions> save;
};
BOOST_DESCRIBE_STRUCT(TextDocumentSyncOptions, (), (openClose, change, save))

struct NotebookCellLanguage {
    std::string language;
};
BOOST_DESCRIBE_STRUCT(NotebookCellLanguage, (), (language))

struct NotebookSelector {
    std::string notebook;
    std::vector<NotebookCellLanguage> cells;
};
BOOST_DESCRIBE_STRUCT(NotebookSelector, (), (notebook, cells))

struct NotebookDocumentSyncOptions {
    std::vector<NotebookSelector> notebookSelector;
    bool save = false;
};
BOOST_DESCRIBE_STRUCT(NotebookDocumentSyncOptions, (), (notebookSelector, save))

struct CompletionItemOptions {
    bool labelDetailsSupport = true;
};
BOOST_DESCRIBE_STRUCT(CompletionItemOptions, (), (labelDetailsSupport))

struct CompletionOptions {
    std::vector<std::string> triggerCharacters;
    bool resolveProvider = false;
    CompletionItemOptions completionItem;
};
BOOST_DESCRIBE_STRUCT(CompletionOptions, (), (triggerCharacters, resolveProvider, completionItem))

struct CodeActionOptions {
    std::vector<std::string> codeActionKinds;
    bool resolveProvider = false;
};
BOOST_DESCRIBE_STRUCT(CodeActionOptions, (), (codeActionKinds, resolveProvider))

struct DiagnosticOptions {
    std::string identifier = "alyx";
    bool interFileDependencies = false;
    bool workspaceDiagnostics = true;
};
BOOST_DESCRIBE_STRUCT(DiagnosticOptions, (), (identifier, interFileDependencies, workspaceDiagnostics))

struct ExecuteCommandOptions {
    std::vector<std::string> commands;
};
BOOST_DESCRIBE_STRUCT(ExecuteCommandOptions, (), (commands))

struct WorkspaceFoldersServerCapabilities {
    bool supported = true;
    bool changeNotifications = true;
};
BOOST_DESCRIBE_STRUCT(WorkspaceFoldersServerCapabilities, (), (supported, changeNotifications))

struct WorkspaceOptions {
    std::optional<WorkspaceFoldersServerCapabilities> workspaceFolders;
};
BOOST_DESCRIBE_STRUCT(WorkspaceOptions, (), (workspaceFolders))

/// For methods whose items are resolved when they are looked at.
struct ResolveOptions {
    bool resolveProvider = true;
};
BOOST_DESCRIBE_STRUCT(ResolveOptions, (), (resolveProvider))

struct SignatureHelpOptions {
    std::vector<std::string> triggerCharacters;
};
BOOST_DESCRIBE_STRUCT(SignatureHelpOptions, (), (triggerCharacters))

/// Each member is what one feature, or the server itself, advertises.
struct ServerCapabilities {
    std::string positionEncoding;
    TextDocumentSyncOptions textDocumentSync;
    std::optional<NotebookDocumentSyncOptions> notebookDocumentSync;
    std::optional<CompletionOptions> completionProvider;
    std::optional<bool> hoverProvider;
    std::optional<CodeActionOptions> codeActionProvider;
    std::optional<DiagnosticOptions> diagnosticProvider;
    std::optional<ExecuteCommandOptions> executeCommandProvider;
    std::optional<SignatureHelpOptions> signatureHelpProvider;
    std::optional<bool> definitionProvider, referencesProvider, documentHighlightProvider, documentSymbolProvider,
        workspaceSymbolProvider, foldingRangeProvider, selectionRangeProvider;
    std::optional<SemanticTokensOptions> semanticTokensProvider;
    std::optional<ResolveOptions> inlayHintProvider, codeLensProvider, documentLinkProvider;
    std::optional<WorkspaceOptions> workspace;
};
BOOST_DESCRIBE_STRUCT(ServerCapabilities, (),
                      (positionEncoding, textDocumentSync, notebookDocumentSync, completionProvider, hoverProvider,
                       codeActionProvider, diagnosticProvider, executeCommandProvider, signatureHelpProvider,
                       definitionProvider, referencesProvider, documentHighlightProvider, documentSymbolProvider,
                       workspaceSymbolProvider, foldingRangeProvider, selectionRangeProvider, semanticTokensProvider,
                       inlayHintProvider, codeLensProvider, documentLinkProvider, workspace))

}  // namespace alyx::lsp
