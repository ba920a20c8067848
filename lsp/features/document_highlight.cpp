// textDocument/documentHighlight: other mentions of what the cursor is on.
#include "analyzer/assist/references.hpp"
#include "lsp/features/feature.hpp"
#include "lsp/protocol/features.hpp"

namespace alyx::lsp {
namespace {

void advertise(ClientCapabilities const&, ServerCapabilities& server) {
    server.documentHighlightProvider = true;
}

std::optional<std::vector<DocumentHighlight>> highlight(Session& session, TextDocumentPositionParams const& params) {
    auto at = session.at(params);
    auto mention = at ? analyzer::mention_at(*at->spot.analysis, at->spot.place) : std::nullopt;
    if (!mention) return std::nullopt;
    std::vector<DocumentHighlight> highlights;
    for (auto const& analysis : at->bundle.analyses)
        for (auto place : analyzer::mentions_of(*analysis, mention->what)) {
            auto located = locate(at->bundle, *analysis, place);
            if (located.document == &at->document) highlights.push_back({session.range(located)});
        }
    return highlights;
}

}  // namespace

namespace features {
extern Feature const document_highlight;
Feature const document_highlight{"textDocument/documentHighlight", Scope::position, advertise, answered_by<&highlight>};
}  // namespace features

}  // namespace alyx::lsp
