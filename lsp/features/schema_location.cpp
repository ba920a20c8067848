// Renders a schema's page, and has it put where the client can open it.
#include "lsp/features/schema_location.hpp"

#include <algorithm>

#include "analyzer/assist/schema_page.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::lsp {

using analyzer::concat;

std::optional<Uri> schema_location(Session const& session, analyzer::Schema const& schema, std::string const& page) {
    auto found = analyzer::schema_page(schema, page);
    if (!found || !session.environment.publish) return std::nullopt;
    auto name = concat(schema.service, "-", schema.version, "-", page);
    auto is_odd = [](char c) { return c == '/' || c == '\\' || c == ':' || c == '\0'; };
    std::replace_if(name.begin(), name.end(), is_odd, '_');
    auto uri = session.environment.publish(name, found->render(analyzer::PageFormat::markdown));
    return uri.empty() ? std::nullopt : std::optional(std::move(uri));
}

}  // namespace alyx::lsp
