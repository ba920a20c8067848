// completionItem/resolve: the documentation of the item that is looked at.
#include "analyzer/assist/completion.hpp"
#include "lsp/features/feature.hpp"
#include "lsp/protocol/completion.hpp"

namespace alyx::lsp {
namespace {

/// What completion put into the item's `data`.
struct ItemData {
    Uri uri;
    std::string documentation;
};
BOOST_DESCRIBE_STRUCT(ItemData, (), (uri, documentation))

/// The item as the client sent it, for it may hold members of the client's own.
json::value resolve(Session& session, json::value const& item) {
    auto resolved = item;
    auto* object = resolved.if_object();
    auto const* data = object ? object->if_contains("data") : nullptr;
    ItemData known;
    Mismatch why;
    if (!data || !decode(*data, known, why)) return resolved;
    auto snapshot = session.workspace.snapshot(known.uri);
    auto text = analyzer::completion_documentation(*snapshot, known.documentation);
    if (!text.empty()) (*object)["documentation"] = encode(MarkupContent{"markdown", std::move(text)});
    return resolved;
}

}  // namespace

namespace features {
extern Feature const completion_resolve;
Feature const completion_resolve{"completionItem/resolve", Scope::item, nullptr, answered_by<&resolve>};
}  // namespace features

}  // namespace alyx::lsp
