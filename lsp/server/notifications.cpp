// Synchronisation of documents and notebooks, folders, files and settings.
#include "lsp/server/notifications.hpp"

#include <algorithm>
#include <array>

#include "analyzer/text/concat.hpp"
#include "lsp/features/feature.hpp"
#include "lsp/protocol/workspace.hpp"
#include "lsp/session/configuration.hpp"
#include "lsp/session/uri.hpp"

namespace alyx::lsp {
namespace {

using analyzer::concat;

void warn(Session& session, std::string text) {
    session.log(MessageType::Warning, std::move(text));
}

void did_open(Session& session, DidOpenTextDocumentParams const& params) {
    session.diagnostics.opened(session.documents.open(params.textDocument));
}

/// Edits of a document or of a cell.
void edit(Session& session, VersionedTextDocumentIdentifier const& id,
          std::vector<TextDocumentContentChangeEvent> const& changes) {
    auto* document = session.documents.document(id.uri);
    auto* bundle = session.documents.bundle(id.uri);
    if (!document || !bundle)
        return warn(session, concat("a change of ", id.uri, " is passed over: the document is not open"));
    if (!change(*document, changes, session.encoding))
        warn(session, concat("a change of ", id.uri, ", version ", std::to_string(id.version),
                             ", lies outside of its text: editor and server are out of step; open the file again"));
    document->version = id.version;
    bundle->is_analysed = false;
    session.diagnostics.changed(*bundle);
}

void did_change(Session& session, DidChangeTextDocumentParams const& params) {
    edit(session, params.textDocument, params.contentChanges);
}

/// What the client was shown of a document that is no longer open.
void forget(Session& session, Uri const& document) {
    session.diagnostics.closed(document);
    session.tokens.erase(document);
}

void close(Session& session, Uri const& uri) {
    auto bundle = session.documents.close(uri);
    if (!bundle) return warn(session, concat(uri, " is closed without having been open"));
    session.diagnostics.closed(*bundle);
    for (auto const& document : bundle->documents) forget(session, document->uri);
    // What is pulled of the workspace is not pulled of open documents.
    session.background.wake();
}

void did_close(Session& session, TextDocumentParams const& params) {
    close(session, params.textDocument.uri);
}

void did_save(Session& session, TextDocumentParams const& params) {
    auto path = path_of(params.textDocument.uri);
    if (path && is_input(session, *path)) return reload(session);
    session.background.wake();
}

void did_open_notebook(Session& session, DidOpenNotebookDocumentParams const& params) {
    session.diagnostics.opened(session.documents.open(params.notebookDocument, params.cellTextDocuments));
    // What was said of the file is said of its cells now.
    session.background.wake();
}

void did_change_notebook(Session& session, DidChangeNotebookDocumentParams const& params) {
    auto const& cells = params.change.cells;
    if (!cells) return;
    if (cells->structure) {
        auto* bundle = session.documents.restructure(params.notebookDocument.uri, *cells->structure);
        if (!bundle) return warn(session, concat(params.notebookDocument.uri, " changes without having been open"));
        for (auto const& cell : cells->structure->didClose.value_or(std::vector<TextDocumentIdentifier>{}))
            forget(session, cell.uri);
        session.diagnostics.changed(*bundle);
    }
    for (auto const& content : cells->textContent.value_or(std::vector<NotebookTextContent>{}))
        edit(session, content.document, content.changes);
}

void did_close_notebook(Session& session, DidCloseNotebookDocumentParams const& params) {
    close(session, params.notebookDocument.uri);
    session.background.wake();
}

void did_save_notebook(Session&, json::value const&) {}

void did_change_folders(Session& session, DidChangeWorkspaceFoldersParams const& params) {
    for (auto const& folder : params.event.removed) session.workspace.remove(folder);
    for (auto const& folder : params.event.added) session.workspace.add(folder);
    reload(session);
}

void did_change_watched_files(Session& session, DidChangeWatchedFilesParams const& params) {
    auto matters = [&](FileEvent const& event) {
        auto path = path_of(event.uri);
        return path && is_input(session, *path);
    };
    if (std::any_of(params.changes.begin(), params.changes.end(), matters)) return reload(session);
    session.background.wake();
}

void did_change_configuration(Session& session, DidChangeConfigurationParams const& params) {
    configure(session, params.settings);
}

void set_trace(Session& session, SetTraceParams const& params) {
    session.trace = params.value;
}

}  // namespace

std::span<Notification const> all_notifications() {
    static constexpr std::array<Notification, 12> all{{
        {"textDocument/didOpen", noticed_by<&did_open>},
        {"textDocument/didChange", noticed_by<&did_change>},
        {"textDocument/didClose", noticed_by<&did_close>},
        {"textDocument/didSave", noticed_by<&did_save>},
        {"notebookDocument/didOpen", noticed_by<&did_open_notebook>},
        {"notebookDocument/didChange", noticed_by<&did_change_notebook>},
        {"notebookDocument/didClose", noticed_by<&did_close_notebook>},
        {"notebookDocument/didSave", noticed_by<&did_save_notebook>},
        {"workspace/didChangeWorkspaceFolders", noticed_by<&did_change_folders>},
        {"workspace/didChangeWatchedFiles", noticed_by<&did_change_watched_files>},
        {"workspace/didChangeConfiguration", noticed_by<&did_change_configuration>},
        {"$/setTrace", noticed_by<&set_trace>},
    }};
    return all;
}

}  // namespace alyx::lsp
