// Pages of schemas that editors can open.
#pragma once

#include <optional>
#include <string>

#include "analyzer/schema/schema.hpp"
#include "lsp/session/session.hpp"

namespace alyx::lsp {

/// The URI of the page of an endpoint or model; nothing where it cannot be shown.
std::optional<Uri> schema_location(Session const& session, analyzer::Schema const& schema, std::string const& page);

}  // namespace alyx::lsp
