// alyx/queries: where the queries of a script or notebook stand, for who counts them or goes to one.
#include <algorithm>

#include "lsp/features/feature.hpp"
#include "lsp/protocol/own_methods.hpp"

namespace alyx::lsp {
namespace {

using namespace analyzer;

/// Blanks and line ends become one blank.
std::string on_one_line(std::string_view text) {
    std::string line;
    for (char c : text) {
        bool is_blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
        if (!is_blank)
            line += c;
        else if (!line.empty() && line.back() != ' ')
            line += ' ';
    }
    return line;
}

std::string endpoint_of(Site const& site) {
    std::string const name = site.pattern ? site.pattern->endpoint_argument : "endpoint";
    for (auto const& argument : site.arguments)
        if (argument.name == name && argument.value.kind == Folded::Kind::text) return argument.value.text.text;
    return site.pattern ? site.pattern->endpoint : "";
}

std::vector<QueryItem> queries(Session& session, QueriesParams const& params) {
    std::vector<QueryItem> items;
    auto* bundle = session.documents.bundle(params.textDocument.uri);
    if (!bundle) return items;
    for (auto const& analysis : session.analysed(*bundle).analyses)
        for (auto const& site : analysis->sites) {
            auto located = locate(*bundle, *analysis, site.place);
            auto text = on_one_line(site.place.span.of(analysis->unit->sources[site.place.source]->text()));
            items.push_back({located.document->uri, session.range(located), endpoint_of(site), std::move(text)});
        }
    // A call that runs in several ways is several sites.
    auto is_same = [](QueryItem const& a, QueryItem const& b) { return a.uri == b.uri && a.range == b.range; };
    items.erase(std::unique(items.begin(), items.end(), is_same), items.end());
    return items;
}

}  // namespace

namespace features {
extern Feature const queries;
Feature const queries{"alyx/queries", Scope::document, nullptr, answered_by<&lsp::queries>};
}  // namespace features

}  // namespace alyx::lsp
