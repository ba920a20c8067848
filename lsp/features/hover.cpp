// textDocument/hover.
#include "analyzer/assist/hover.hpp"

#include <algorithm>

#include "lsp/features/feature.hpp"
#include "lsp/protocol/completion.hpp"

namespace alyx::lsp {
namespace {

void advertise(ClientCapabilities const& client, ServerCapabilities& server) {
    if (find(client, &ClientCapabilities::textDocument, &TextDocumentClientCapabilities::hover))
        server.hoverProvider = true;
}

/// Clients that show plain text only get the same text: Markdown is made to be read.
std::string format(Session const& session) {
    auto const* formats = find(session.client, &ClientCapabilities::textDocument,
                               &TextDocumentClientCapabilities::hover, &HoverClientCapabilities::contentFormat);
    bool plain = formats && std::find(formats->begin(), formats->end(), "markdown") == formats->end();
    return plain ? "plaintext" : "markdown";
}

std::optional<Hover> look(Session& session, TextDocumentPositionParams const& params) {
    auto at = session.at(params);
    if (!at) return std::nullopt;
    auto hover = analyzer::hover(*at->spot.analysis, at->spot.place);
    if (!hover) return std::nullopt;
    return Hover{{format(session), std::move(hover->markdown)},
                 session.range(locate(at->bundle, *at->spot.analysis, hover->place))};
}

}  // namespace

namespace features {
extern Feature const hover;
Feature const hover{"textDocument/hover", Scope::position, advertise, answered_by<&look>};
}  // namespace features

}  // namespace alyx::lsp
