// textDocument/foldingRange: calls over several lines.
#include "analyzer/assist/ranges.hpp"
#include "lsp/features/each.hpp"
#include "lsp/features/feature.hpp"
#include "lsp/protocol/features.hpp"

namespace alyx::lsp {
namespace {

void advertise(ClientCapabilities const& client, ServerCapabilities& server) {
    if (find(client, &ClientCapabilities::textDocument, &TextDocumentClientCapabilities::foldingRange))
        server.foldingRangeProvider = true;
}

std::vector<FoldingRange> fold(Session& session, TextDocumentParams const& params) {
    std::vector<FoldingRange> ranges;
    each(session, params.textDocument.uri, analyzer::folding_ranges,
         [&](analyzer::Place place, auto const& range_of_place) {
             auto range = range_of_place(place);
             if (range && range->start.line < range->end.line) ranges.push_back({range->start.line, range->end.line});
         });
    return ranges;
}

}  // namespace

namespace features {
extern Feature const folding_range;
Feature const folding_range{"textDocument/foldingRange", Scope::document, advertise, answered_by<&fold>};
}  // namespace features

}  // namespace alyx::lsp
