// Calls that send filter strings to endpoints: their packs and patterns.
#include <algorithm>

#include "analyzer/analyze/base_url.hpp"
#include "analyzer/analyze/dialect.hpp"
#include "analyzer/analyze/judge.hpp"
#include "analyzer/analyze/url_request.hpp"

namespace alyx::analyzer {

extern Dialect const alyx_dialect;

namespace {

/// The texts that the endpoint's argument may be; empty where it is not known.
std::vector<std::string_view> texts_of(Folded const& value) {
    if (value.kind == Folded::Kind::text && !value.text.has_holes()) return {value.text.text};
    std::vector<std::string_view> texts;
    if (value.kind == Folded::Kind::alternatives)
        for (auto const& item : value.items)
            if (item.kind == Folded::Kind::text && !item.text.has_holes()) texts.push_back(item.text.text);
    return texts;
}

bool names_endpoint(Schema const& schema, std::string_view text) {
    auto begin = !text.empty() && text.front() == '/' ? 1U : 0U;
    auto end = std::min(text.find_first_of("/?", begin), text.size());
    return schema.find_endpoint(text.substr(begin, end - begin)) != nullptr;
}

bool is_action(Schema const& schema, std::string_view text) {
    return std::any_of(schema.endpoints.begin(), schema.endpoints.end(), [&](auto const& endpoint) {
        return std::find(endpoint->actions.begin(), endpoint->actions.end(), text) != endpoint->actions.end();
    });
}

SiteArgument const* find(Site const& site, std::string_view name) {
    auto at = std::find_if(site.arguments.begin(), site.arguments.end(), [&](auto const& a) { return a.name == name; });
    return at == site.arguments.end() ? nullptr : &*at;
}

/// A method called `rest` may be anyone's: an endpoint the pack knows proves it, or else the receiver's name together
/// with an action that some endpoint has.
bool is_rest(Site const& site, FoldedCall const& call) {
    auto const* url = find(site, site.pattern->endpoint_argument);
    if (!url) return false;
    auto texts = texts_of(url->value);
    if (std::any_of(texts.begin(), texts.end(), [&](auto text) { return names_endpoint(*site.schema, text); }))
        return true;
    auto const* action = find(site, site.pattern->action_argument);
    bool acts = false;
    if (action)
        for (auto text : texts_of(action->value)) acts |= is_action(*site.schema, text);
    return !texts.empty() && (acts || has_receiver(call, site.pattern->hints));
}

/// `rest('sessions?subject=KS022')`
bool holds_query(Site const& site) {
    auto const* url = find(site, site.pattern->endpoint_argument);
    if (!url || site.pattern->shape != CallPattern::Shape::rest || url->value.kind != Folded::Kind::text) return false;
    auto const query = query_of(url->value.text);
    return !query.empty() && names_endpoint(*site.schema, Span{0, query.begin}.of(url->value.text.text));
}

bool is_callee(FoldedCall const& call, CallPattern const& pattern) {
    return pattern.callee == call.callee.back() && (pattern.receivers.empty() || has_receiver(call, pattern.receivers));
}

/// The first pattern that fits the call.
std::optional<Site> bind_where(FoldedCall const& call, Schema const& schema, SiteState state) {
    for (auto const& pattern : schema.calls) {
        if (!is_callee(call, pattern)) continue;
        Site site = bind(call, schema, pattern);
        if (pattern.shape == CallPattern::Shape::url || holds_query(site)) continue;  // taken apart as a URL
        bool const may_be = state == SiteState::unfinished && has_receiver(call, pattern.hints);
        if (pattern.shape != CallPattern::Shape::rest || may_be || is_rest(site, call)) return site;
    }
    return std::nullopt;
}

/// The packs that may be meant, without those of languages that have calls of their own.
std::vector<Schema const*> packs_for(Snapshot const& snapshot, std::string_view path, std::string_view base_url) {
    auto schemas = snapshot.schemas_for(path, base_url);
    std::erase_if(schemas, [](Schema const* schema) {
        auto const* dialect = find_dialect(schema->dialect);
        return dialect && dialect != &alyx_dialect;
    });
    return schemas;
}

std::vector<Site> alyx_sites(FoldedCall const& call, Snapshot const& snapshot, std::string_view path, SiteState state) {
    auto schemas = packs_for(snapshot, path, base_url_of(call));
    std::vector<Site> sites;
    for (auto const& own : snapshot.own_calls()) {
        if (!is_callee(call, own.pattern)) continue;
        if (own.schema) schemas = {own.schema};
        for (auto const* schema : schemas) sites.push_back(bind(call, *schema, own.pattern));
        return sites;
    }
    for (auto const* schema : schemas)
        if (auto site = bind_where(call, *schema, state)) sites.push_back(std::move(*site));
    return sites;
}

}  // namespace

Dialect const alyx_dialect{"alyx-filter", {}, {}, alyx_sites, judge};

std::vector<Site> sites_of(DeclaredQuery const& declared, Snapshot const& snapshot, std::string_view path) {
    // `# alyx: sessions, as the figure needs them`: the first word is the endpoint.
    auto endpoint = declared.directive.substr(0, declared.directive.find_first_of(" \t,;#"));
    std::vector<Site> sites;
    for (auto const* schema : packs_for(snapshot, path, {})) {
        if (!schema->find_endpoint(endpoint)) continue;
        Site site{schema, nullptr, declared.value.place, declared.value.place, {}, true};
        site.arguments.push_back({"endpoint", declared.directive_place, {}, declared.directive_place, false});
        auto& value = site.arguments.back().value;
        value.kind = Folded::Kind::text;
        value.text.append_made(endpoint, declared.directive_place);
        site.arguments.push_back(
            {schema->query_parameter, declared.value.place, declared.value, declared.value.place, true});
        sites.push_back(std::move(site));
    }
    return sites;
}

}  // namespace alyx::analyzer
