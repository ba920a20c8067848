// Fragments, and queries that a library replaces.
#include "analyzer/analyze/url_address.hpp"

#include <algorithm>

#include "analyzer/analyze/url_parameters.hpp"
#include "analyzer/analyze/url_request.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {

extern Rule const cut_query;
extern Rule const replaced_query;

namespace {

using Kind = Folded::Kind;

Finding finding_of(Rule const& rule, FoldedText const& url, Span part) {
    Finding f;
    f.rule = &rule;
    f.place = url.place(part);
    f.level = default_severity(rule.effect);
    f.identity = concat("\t\t", url.text, "\t", part.of(url.text));
    return f;
}

bool holds(Place outer, Place inner) {
    return outer.source == inner.source && outer.span.covers(inner.span);
}

/// The argument that is the URL of the site: that in which its endpoint stands.
FoldedText const* url_of(FoldedCall const& call, Site const& site) {
    auto const endpoint = site.arguments.front().place;
    auto const fits = [&](Folded const& value) {
        if (value.kind != Kind::text || value.text.text.empty()) return false;
        auto const& pieces = value.text.pieces;
        return std::any_of(pieces.begin(), pieces.end(), [&](Piece const& piece) {
            return piece.kind == Piece::Kind::literal && piece.literal && holds(piece.literal->contents, endpoint);
        });
    };
    for (auto const& argument : call.positional) {
        if (fits(argument.value)) return &argument.value.text;
        for (auto const& [name, entry] : argument.value.entries)
            if (name.text.text == "url" && fits(entry)) return &entry.text;
    }
    for (auto const& keyword : call.keywords)
        if (keyword.name == "url" && fits(keyword.value)) return &keyword.value.text;
    return nullptr;
}

std::optional<Finding> replaced_query_of(FoldedCall const& call, FoldedText const& url) {
    auto const query = query_of(url);
    if (query.size() < 2 || !replaces_query(call)) return std::nullopt;
    auto f = finding_of(replaced_query, url, {query.begin + 1, query.end});
    f.message = concat("`params=` takes the place of `", Span{query.begin + 1, query.end}.of(url.text),
                       "`, which httpx never sends");
    f.help = "give all of them in `params`";
    return f;
}

}  // namespace

std::optional<Finding> cut_query_of(FoldedText const& url) {
    auto const query = query_of(url);
    auto const size = static_cast<std::uint32_t>(url.text.size());
    if (query.end >= size || url.text[query.end] != '#' || query.end + 1 == size) return std::nullopt;
    Span const cut{query.end, size};
    // `/page#title` asks nothing.
    if (query.empty() && cut.of(url.text).find('=') == std::string_view::npos) return std::nullopt;
    auto f = finding_of(cut_query, url, cut);
    f.message = concat("a `#` ends what is sent of a URL: `", cut.of(url.text), "` is not");
    f.help = "in a value write `%23`, or give the parameters as a dictionary";
    // Elsewhere it may be meant to end the URL: `?label=x#results`.
    auto const before = std::string_view(url.text).substr(0, query.end);
    bool const is_within_value =
        before.ends_with(' ') || before.ends_with('+') || before.ends_with('=') || before.ends_with("%20");
    if (url.has_holes() || !is_within_value) return f;
    if (auto encoded = encode_edit(url, {query.end, query.end + 1}, "%23")) {
        f.fix = FindingFix{"write `%23`", Fix::Safety::unsafe, {}, {}};
        f.fix->edits.push_back(std::move(encoded->edit));
    }
    return f;
}

void judge_addresses(Analysis& analysis) {
    for (std::uint32_t i = 0; i < analysis.sites.size(); ++i) {
        auto const& site = analysis.sites[i];
        if (!site.pattern || site.pattern->shape != CallPattern::Shape::url || site.arguments.empty()) continue;
        for (auto const& call : analysis.folded.calls) {
            if (call.place != site.place) continue;
            auto const* url = url_of(call, site);
            if (!url) continue;
            for (auto& found : {cut_query_of(*url), replaced_query_of(call, *url)}) {
                if (!found) continue;
                analysis.findings.push_back(*found);
                analysis.findings.back().sites = {i};
            }
        }
    }
}

}  // namespace alyx::analyzer
