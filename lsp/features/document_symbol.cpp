// textDocument/documentSymbol: the requests of a script.
#include "analyzer/assist/symbols.hpp"
#include "lsp/features/each.hpp"
#include "lsp/features/feature.hpp"
#include "lsp/protocol/features.hpp"

namespace alyx::lsp {
namespace {

void advertise(ClientCapabilities const& client, ServerCapabilities& server) {
    if (find(client, &ClientCapabilities::textDocument, &TextDocumentClientCapabilities::documentSymbol))
        server.documentSymbolProvider = true;
}

json::value list(Session& session, TextDocumentParams const& params) {
    std::vector<DocumentSymbol> symbols;
    each(session, params.textDocument.uri, analyzer::symbols, [&](auto const& symbol, auto const& range_of_place) {
        auto range = range_of_place(symbol.place), selection = range_of_place(symbol.selection);
        if (range && selection)
            symbols.push_back({symbol.name, symbol.detail, symbol_kind_function, *range, *selection});
    });
    bool hierarchical =
        is_supported(session.client, &ClientCapabilities::textDocument, &TextDocumentClientCapabilities::documentSymbol,
                     &DocumentSymbolClientCapabilities::hierarchicalDocumentSymbolSupport);
    if (hierarchical) return encode(symbols);
    std::vector<SymbolInformation> flat;
    for (auto const& symbol : symbols)
        flat.push_back({symbol.name, symbol.kind, {params.textDocument.uri, symbol.range}, {}});
    return encode(flat);
}

}  // namespace

namespace features {
extern Feature const document_symbol;
Feature const document_symbol{"textDocument/documentSymbol", Scope::document, advertise, answered_by<&list>};
}  // namespace features

}  // namespace alyx::lsp
