// textDocument/selectionRange: segment, path, pair, query.
#include "analyzer/assist/ranges.hpp"
#include "lsp/features/feature.hpp"
#include "lsp/protocol/features.hpp"

namespace alyx::lsp {
namespace {

void advertise(ClientCapabilities const& client, ServerCapabilities& server) {
    if (find(client, &ClientCapabilities::textDocument, &TextDocumentClientCapabilities::selectionRange))
        server.selectionRangeProvider = true;
}

/// Nested from the outside in. Where no query stands, an empty range: each position wants an answer.
json::value ranges_at(Session& session, TextDocumentIdentifier const& document, Position position) {
    json::object nested;
    if (auto at = session.at({document, position})) {
        auto places = analyzer::selection_ranges(*at->spot.analysis, at->spot.place);
        for (auto place = places.rbegin(); place != places.rend(); ++place) {
            json::object inner{{"range", encode(session.range(locate(at->bundle, *at->spot.analysis, *place)))}};
            if (!nested.empty()) inner["parent"] = std::move(nested);
            nested = std::move(inner);
        }
    }
    if (nested.empty()) nested["range"] = encode(Range{position, position});
    return nested;
}

json::value select(Session& session, SelectionRangeParams const& params) {
    json::array all;
    for (auto position : params.positions) all.push_back(ranges_at(session, params.textDocument, position));
    return all;
}

}  // namespace

namespace features {
extern Feature const selection_range;
Feature const selection_range{"textDocument/selectionRange", Scope::position, advertise, answered_by<&select>};
}  // namespace features

}  // namespace alyx::lsp
