// textDocument/semanticTokens/full/delta: what has changed since.
#include <algorithm>

#include "lsp/features/feature.hpp"
#include "lsp/features/token_list.hpp"

namespace alyx::lsp {
namespace {

std::variant<SemanticTokens, SemanticTokensDelta> difference(Session& session, Uri const& uri,
                                                             std::string const& previous) {
    auto known = session.tokens.find(uri);
    bool is_known = known != session.tokens.end() && known->second.id == previous;
    auto before = is_known ? known->second.data : std::vector<std::uint32_t>();
    auto after = token_list(session, uri, std::nullopt);
    auto id = remember_tokens(session, uri, after);
    if (!is_known) return SemanticTokens{id, std::move(after)};
    auto most = std::min(before.size(), after.size());
    std::size_t begin = 0, end = 0;
    while (begin < most && before[begin] == after[begin]) ++begin;
    while (end < most - begin && before[before.size() - end - 1] == after[after.size() - end - 1]) ++end;
    SemanticTokensDelta delta{id, {}};
    auto cut = before.size() - begin - end;
    if (cut > 0 || after.size() > begin + end)
        delta.edits.push_back(
            {static_cast<std::uint32_t>(begin),
             static_cast<std::uint32_t>(cut),
             {after.begin() + static_cast<std::ptrdiff_t>(begin), after.end() - static_cast<std::ptrdiff_t>(end)}});
    return delta;
}

json::value delta(Session& session, SemanticTokensDeltaParams const& params) {
    return encode(difference(session, params.textDocument.uri, params.previousResultId));
}

}  // namespace

namespace features {
extern Feature const semantic_tokens_delta;
Feature const semantic_tokens_delta{"textDocument/semanticTokens/full/delta", Scope::document, nullptr,
                                    answered_by<&delta>};
}  // namespace features

}  // namespace alyx::lsp
