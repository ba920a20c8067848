// textDocument/diagnostic: for clients that pull.
#include "lsp/features/feature.hpp"
#include "lsp/session/result_id.hpp"

namespace alyx::lsp {
namespace {

void advertise(ClientCapabilities const& client, ServerCapabilities& server) {
    if (find(client, &ClientCapabilities::textDocument, &TextDocumentClientCapabilities::diagnostic))
        server.diagnosticProvider = DiagnosticOptions{};
}

DocumentDiagnosticReport pull(Session& session, DocumentDiagnosticParams const& params) {
    std::vector<Diagnostic> items;
    auto const* document = session.documents.document(params.textDocument.uri);
    if (auto* bundle = session.documents.bundle(params.textDocument.uri); bundle && document)
        items = diagnostics_of(session, session.analysed(*bundle), *document);
    auto id = result_id(items);
    if (params.previousResultId == id) return {"unchanged", id, {}};
    return {"full", id, std::move(items)};
}

}  // namespace

namespace features {
extern Feature const document_diagnostic;
Feature const document_diagnostic{"textDocument/diagnostic", Scope::document, advertise, answered_by<&pull>};
}  // namespace features

}  // namespace alyx::lsp
