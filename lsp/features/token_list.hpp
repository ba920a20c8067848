// Semantic tokens of a document as the protocol's numbers.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lsp/protocol/semantic_tokens.hpp"
#include "lsp/session/session.hpp"

namespace alyx::lsp {

SemanticTokensLegend token_legend();
/// Those that begin in the range; without one, all.
std::vector<std::uint32_t> token_list(Session& session, Uri const& uri, std::optional<Range> range);
/// Keeps what the client has now, for the next difference. Gives it its id.
std::string remember_tokens(Session& session, Uri const& uri, std::vector<std::uint32_t> const& data);

}  // namespace alyx::lsp
