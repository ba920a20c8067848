// documentLink/resolve: the page is written when the link is followed.
#include "analyzer/analyze/dialect.hpp"
#include "lsp/features/feature.hpp"
#include "lsp/features/schema_location.hpp"
#include "lsp/protocol/features.hpp"

namespace alyx::lsp {
namespace {

/// What the link's request put into its `data`.
struct LinkData {
    Uri uri;
    std::string service;
    std::string page;
};
BOOST_DESCRIBE_STRUCT(LinkData, (), (uri, service, page))

/// The link as the client sent it, for it may hold members of the client's own.
json::value resolve(Session& session, json::value const& sent) {
    DocumentLink link;
    LinkData data;
    Mismatch why;
    auto resolved = sent;
    if (!decode(sent, link, why) || !link.data || !decode(*link.data, data, why)) return resolved;
    auto const* schema = analyzer::schema_of_service(*session.workspace.snapshot(data.uri), data.service);
    auto uri = schema ? schema_location(session, *schema, data.page) : std::nullopt;
    if (uri) resolved.as_object()["target"] = *uri;
    return resolved;
}

}  // namespace

namespace features {
extern Feature const document_link_resolve;
Feature const document_link_resolve{"documentLink/resolve", Scope::item, nullptr, answered_by<&resolve>};
}  // namespace features

}  // namespace alyx::lsp
