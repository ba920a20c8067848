// textDocument/documentLink: from endpoints to their pages.
#include "analyzer/assist/ranges.hpp"
#include "lsp/features/each.hpp"
#include "lsp/features/feature.hpp"
#include "lsp/protocol/features.hpp"

namespace alyx::lsp {
namespace {

void advertise(ClientCapabilities const& client, ServerCapabilities& server) {
    if (find(client, &ClientCapabilities::textDocument, &TextDocumentClientCapabilities::documentLink))
        server.documentLinkProvider = ResolveOptions{};
}

std::vector<DocumentLink> link(Session& session, TextDocumentParams const& params) {
    std::vector<DocumentLink> links;
    each(session, params.textDocument.uri, analyzer::schema_links, [&](auto const& from, auto const& range_of_place) {
        auto range = range_of_place(from.place);
        if (!range) return;
        DocumentLink one{*range};
        one.tooltip = "what can be asked of `" + from.page + "`";
        one.data =
            json::object{{"uri", params.textDocument.uri}, {"service", from.schema->service}, {"page", from.page}};
        links.push_back(std::move(one));
    });
    return links;
}

}  // namespace

namespace features {
extern Feature const document_link;
Feature const document_link{"textDocument/documentLink", Scope::document, advertise, answered_by<&link>};
}  // namespace features

}  // namespace alyx::lsp
