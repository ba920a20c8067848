// textDocument/semanticTokens/full.
#include "lsp/features/feature.hpp"
#include "lsp/features/token_list.hpp"

namespace alyx::lsp {
namespace {

void advertise(ClientCapabilities const& client, ServerCapabilities& server) {
    if (find(client, &ClientCapabilities::textDocument, &TextDocumentClientCapabilities::semanticTokens))
        server.semanticTokensProvider = SemanticTokensOptions{token_legend(), true, {}};
}

SemanticTokens full(Session& session, TextDocumentParams const& params) {
    auto data = token_list(session, params.textDocument.uri, std::nullopt);
    return {remember_tokens(session, params.textDocument.uri, data), std::move(data)};
}

}  // namespace

namespace features {
extern Feature const semantic_tokens;
Feature const semantic_tokens{"textDocument/semanticTokens/full", Scope::document, advertise, answered_by<&full>};
}  // namespace features

}  // namespace alyx::lsp
