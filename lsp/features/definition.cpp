// textDocument/definition: the page of the schema that says what a word is.
#include "analyzer/assist/definition.hpp"
#include "lsp/features/feature.hpp"
#include "lsp/features/schema_location.hpp"

namespace alyx::lsp {
namespace {

void advertise(ClientCapabilities const&, ServerCapabilities& server) {
    server.definitionProvider = true;
}

std::optional<Location> define(Session& session, TextDocumentPositionParams const& params) {
    auto at = session.at(params);
    auto found = at ? analyzer::definition(*at->spot.analysis, at->spot.place) : std::nullopt;
    auto uri = found ? schema_location(session, *found->schema, found->page) : std::nullopt;
    if (!uri) return std::nullopt;
    return Location{std::move(*uri), {{found->row, 0}, {found->row, 0}}};
}

}  // namespace

namespace features {
extern Feature const definition;
Feature const definition{"textDocument/definition", Scope::position, advertise, answered_by<&define>};
}  // namespace features

}  // namespace alyx::lsp
