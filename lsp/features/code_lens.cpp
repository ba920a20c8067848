// textDocument/codeLens: how much each request asks.
#include "analyzer/assist/lenses.hpp"
#include "lsp/features/each.hpp"
#include "lsp/features/feature.hpp"
#include "lsp/protocol/features.hpp"

namespace alyx::lsp {
namespace {

void advertise(ClientCapabilities const& client, ServerCapabilities& server) {
    if (find(client, &ClientCapabilities::textDocument, &TextDocumentClientCapabilities::codeLens))
        server.codeLensProvider = ResolveOptions{false};
}

std::vector<CodeLens> look(Session& session, TextDocumentParams const& params) {
    std::vector<CodeLens> lenses;
    each(session, params.textDocument.uri, analyzer::lenses, [&](auto const& lens, auto const& range_of_place) {
        // A command without a name: editors show the title, and nothing happens.
        if (auto range = range_of_place(lens.place)) lenses.push_back({*range, {lens.title, "", {}}});
    });
    return lenses;
}

}  // namespace

namespace features {
extern Feature const code_lens;
Feature const code_lens{"textDocument/codeLens", Scope::document, advertise, answered_by<&look>};
}  // namespace features

}  // namespace alyx::lsp
