// textDocument/semanticTokens/range.
#include "lsp/features/feature.hpp"
#include "lsp/features/token_list.hpp"
#include "lsp/protocol/features.hpp"

namespace alyx::lsp {
namespace {

SemanticTokens part(Session& session, RangeParams const& params) {
    return {{}, token_list(session, params.textDocument.uri, params.range)};
}

}  // namespace

namespace features {
extern Feature const semantic_tokens_range;
Feature const semantic_tokens_range{"textDocument/semanticTokens/range", Scope::range, nullptr, answered_by<&part>};
}  // namespace features

}  // namespace alyx::lsp
