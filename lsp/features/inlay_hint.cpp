// textDocument/inlayHint: what a query means without saying it.
#include "analyzer/assist/hints.hpp"
#include "lsp/features/each.hpp"
#include "lsp/features/feature.hpp"
#include "lsp/protocol/features.hpp"

namespace alyx::lsp {
namespace {

void advertise(ClientCapabilities const& client, ServerCapabilities& server) {
    if (find(client, &ClientCapabilities::textDocument, &TextDocumentClientCapabilities::inlayHint))
        server.inlayHintProvider = ResolveOptions{};
}

std::vector<InlayHint> hint(Session& session, RangeParams const& params) {
    std::vector<InlayHint> hints;
    each(session, params.textDocument.uri, analyzer::hints, [&](auto const& from, auto const& range_of_place) {
        auto range = range_of_place(from.place);
        if (!range || range->start < params.range.start || params.range.end < range->start) return;
        InlayHint one{range->start, from.label};
        one.data = json::object{{"uri", params.textDocument.uri}};
        hints.push_back(std::move(one));
    });
    return hints;
}

}  // namespace

namespace features {
extern Feature const inlay_hint;
Feature const inlay_hint{"textDocument/inlayHint", Scope::range, advertise, answered_by<&hint>};
}  // namespace features

}  // namespace alyx::lsp
