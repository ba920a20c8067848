// Collects, sorts and encodes tokens.
#include "lsp/features/token_list.hpp"

#include <algorithm>
#include <array>

#include "analyzer/assist/tokens.hpp"
#include "lsp/features/each.hpp"

namespace alyx::lsp {
namespace {

using analyzer::TokenKind;

/// Types that themes know.
constexpr std::array<std::string_view, 8> legend{"class",   "method",   "operator", "property",
                                                 "keyword", "function", "number",   "string"};

std::uint32_t type_of(TokenKind kind) {
    auto index = [](std::string_view name) {
        return static_cast<std::uint32_t>(std::find(legend.begin(), legend.end(), name) - legend.begin());
    };
    switch (kind) {
        case TokenKind::endpoint:
            return index("class");
        case TokenKind::action:
            return index("method");
        case TokenKind::negation:
            return index("operator");
        case TokenKind::relation:
            return index("property");
        case TokenKind::field:
            return index("property");
        case TokenKind::key:
            return index("property");
        case TokenKind::transform:
            return index("function");
        case TokenKind::lookup:
            return index("function");
        case TokenKind::number:
            return index("number");
        case TokenKind::text:
            return index("string");
        case TokenKind::word:
            return index("keyword");
        case TokenKind::separator:
            return index("operator");
    }
    return index("string");
}

struct Placed {
    Range range;
    std::uint32_t type;
};

}  // namespace

SemanticTokensLegend token_legend() {
    return {{legend.begin(), legend.end()}, {}};
}

std::vector<std::uint32_t> token_list(Session& session, Uri const& uri, std::optional<Range> range) {
    std::vector<Placed> tokens;
    each(session, uri, analyzer::tokens, [&](analyzer::Token const& token, auto const& range_of_place) {
        auto at = range_of_place(token.place);
        if (!at || at->start.line != at->end.line) return;
        if (range && (at->start < range->start || range->end < at->start)) return;
        tokens.push_back({*at, type_of(token.kind)});
    });
    std::sort(tokens.begin(), tokens.end(), [](Placed const& a, Placed const& b) { return a.range < b.range; });
    std::vector<std::uint32_t> data;
    Position last;
    for (auto const& [at, type] : tokens) {
        bool same_line = at.start.line == last.line;
        data.insert(data.end(), {at.start.line - last.line, at.start.character - (same_line ? last.character : 0),
                                 at.end.character - at.start.character, type, 0});
        last = at.start;
    }
    return data;
}

std::string remember_tokens(Session& session, Uri const& uri, std::vector<std::uint32_t> const& data) {
    if (!session.documents.document(uri)) return "0";
    auto& known = session.tokens[uri];
    known.data = data;
    known.id = std::to_string(++session.last_tokens);
    return known.id;
}

}  // namespace alyx::lsp
