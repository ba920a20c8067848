// Finds the URL among the arguments, and the service by its address.
#include "analyzer/analyze/url_site.hpp"

#include <algorithm>

#include "analyzer/analyze/address.hpp"
#include "analyzer/analyze/base_url.hpp"
#include "analyzer/analyze/curl.hpp"
#include "analyzer/analyze/dialect.hpp"
#include "analyzer/analyze/judge.hpp"
#include "analyzer/analyze/url_address.hpp"
#include "analyzer/analyze/url_parameters.hpp"
#include "analyzer/analyze/url_request.hpp"
#include "analyzer/host/words.hpp"
#include "analyzer/query/url_lookups.hpp"
#include "analyzer/schema/nearest.hpp"
#include "analyzer/schema/url_lookups.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {
namespace {

using Kind = Folded::Kind;

/// Functions that fetch what an address names, in any library. Those that only write are not among them.
constexpr std::string_view fetchers[] = {
    "get",   "head",    "request", "stream",  "urlopen",   "Request",  "urlretrieve", "getJSON", "ajax",    "fetch",
    "axios", "webread", "websave", "getData", "read_json", "read_csv", "curl",        "wget",    "urlread", "urlwrite"};

bool stands_in(Unit const& unit, std::string_view text) {
    return std::any_of(unit.sources.begin(), unit.sources.end(),
                       [&](auto const& source) { return source->text().find(text) != std::string_view::npos; });
}

bool is_word_in(Unit const& unit, std::string_view word) {
    return std::any_of(unit.sources.begin(), unit.sources.end(),
                       [&](auto const& source) { return find_word(source->text(), word) != std::string_view::npos; });
}

bool sends_url(CallPattern const& pattern) {
    return pattern.shape == CallPattern::Shape::url || pattern.shape == CallPattern::Shape::rest;
}

/// Does the client send the argument's text below the address that it was made with?
bool is_client_of(FoldedCall const& call, Schema const& schema) {
    return std::any_of(schema.calls.begin(), schema.calls.end(), [&](CallPattern const& pattern) {
        return sends_url(pattern) && pattern.callee == call.callee.back() &&
               (pattern.receivers.empty() || has_receiver(call, pattern.receivers));
    });
}

/// Any program has a client that gets `/users?page=2`: the receiver's name must be the service's, or its query be
/// there.
bool is_surely_of(FoldedCall const& call, Schema const& schema, std::string_view url) {
    auto const receiver = call.callee.size() > 1 ? std::string_view(call.callee[call.callee.size() - 2]) : "";
    bool const is_named = receiver == "ai" || receiver.find(schema.service) != receiver.npos;
    return is_named || call.callee.back() == "rest" || url.find(concat(schema.query_parameter, "=")) != url.npos;
}

class UrlSites {
  public:
    UrlSites(FoldedCall const& call, Snapshot const& snapshot, std::string_view path)
        : call_(call), snapshot_(snapshot), path_(path) {}

    std::vector<Site> run() {
        if (call_.callee.empty() || is_no_get(call_)) return {};
        for (auto const& argument : call_.positional)
            if (try_argument(argument.value)) return std::move(sites_);
        for (auto const& keyword : call_.keywords)
            if (keyword.name == "url" && try_argument(keyword.value)) return std::move(sites_);
        return {};
    }

  private:
    FoldedCall const& call_;
    Snapshot const& snapshot_;
    std::string_view path_;
    std::vector<Site> sites_;

    bool try_argument(Folded const& value) {
        if (value.kind == Kind::text)
            return try_url(call_.callee.back() == "curl" ? unglobbed(call_, value.text) : value.text);
        if (value.kind != Kind::dict) return false;
        for (auto const& [name, entry] : value.entries)
            if (name.text.text == "url" && entry.kind == Kind::text) return try_url(entry.text);
        return false;
    }

    bool try_url(FoldedText const& url) {
        auto const query = query_of(url);
        auto const address = url.part({0, query.begin});
        if (address.text.empty() || address.has_holes()) return false;
        auto const targets = targets_of(address.text, service_addresses(snapshot_));
        for (auto const& target : targets.empty() ? relative(address.text, query.of(url.text)) : targets)
            add(target, url, query);
        return !sites_.empty();
    }

    /// `/sessions?…` of a client that a pack knows, or that was made with a service's address.
    std::vector<UrlTarget> relative(std::string_view address, std::string_view query) const {
        if (address.find("://") != address.npos) return {};
        std::vector<UrlTarget> targets;
        auto const base = base_url_of(call_);
        if (!base.empty() && !is_client_call()) {
            auto const size = static_cast<std::uint32_t>(address.size());
            auto const joined = concat(base, base.ends_with('/') || address.starts_with('/') ? "" : "/", address);
            auto const shift = static_cast<std::uint32_t>(joined.size()) - size;
            for (auto const& target : targets_of(joined, service_addresses(snapshot_)))
                if (target.endpoint.begin >= shift)
                    targets.push_back({target.schema, {target.endpoint.begin - shift, target.endpoint.end - shift}});
            return targets;
        }
        // Without a query there is nothing to say that the call's own rules don't.
        if (query.empty()) return {};
        bool const is_known_server = !base.empty() && !targets_of(base, service_addresses(snapshot_)).empty();
        for (auto const* schema : snapshot_.schemas_for(path_, base))
            if (is_client_of(call_, *schema) && (is_known_server || is_surely_of(call_, *schema, query)))
                targets.push_back(relative_target(address, *schema));
        return targets;
    }

    bool is_client_call() const {
        auto const& schemas = snapshot_.schemas();
        return std::any_of(schemas.begin(), schemas.end(), [&](auto const& s) { return is_client_of(call_, *s); });
    }

    void add(UrlTarget const& target, FoldedText const& url, Span query) {
        UrlRequest request;
        if (!query.empty() && !replaces_query(call_)) request.add_query(url, query);
        add_parameters(call_, request);
        auto site = request.site(*target.schema, url, target.endpoint, call_.place, call_.callee_place);
        if (is_judgeable(site)) sites_.push_back(std::move(site));
    }
};

}  // namespace

std::vector<ServiceAddress> service_addresses(Snapshot const& snapshot) {
    std::vector<ServiceAddress> all;
    auto const add = [&](std::string_view url, Schema const* schema) {
        bool const is_taken =
            std::any_of(all.begin(), all.end(), [&](ServiceAddress const& a) { return is_same_url(a.base_url, url); });
        if (!is_taken) all.push_back({url, schema});
    };
    for (auto const& use : snapshot.settings().schemas)
        for (auto const& url : use.base_urls)
            for (auto const* schema : snapshot.schemas_for({}, url)) add(url, schema);
    for (auto const& schema : snapshot.schemas())
        for (auto const& url : schema->base_urls) add(url, schema.get());
    for (auto const& schema : built_in_url_schemas())
        for (auto const& url : schema->base_urls) add(url, schema.get());
    return all;
}

std::vector<UrlTarget> targets_of(std::string_view address, std::vector<ServiceAddress> const& services) {
    std::vector<UrlTarget> targets;
    for (auto const& service : services)
        if (auto const at = below(address, service.base_url)) targets.push_back({service.schema, *at});
    return targets;
}

UrlTarget relative_target(std::string_view address, Schema const& schema) {
    auto const begin = std::min(address.find_first_not_of('/'), address.size());
    auto const end = std::max(begin, address.find_last_not_of('/') + 1);
    return {&schema, make_span(begin, end)};
}

namespace {

/// Does the request ask for what only this endpoint, or one like it, can be asked?
bool asks_like(Site const& site, Endpoint const& endpoint) {
    auto const* url = url_lookups(*site.schema);
    for (std::size_t i = 1; i < site.arguments.size(); ++i) {
        auto const& argument = site.arguments[i];
        if (!url || argument.name != site.schema->query_parameter) {
            if (endpoint.find(argument.name)) return true;
            continue;
        }
        auto const& lookups = argument.value.text;
        auto const holes = lookups.holes();
        auto const query = parse_url_lookups(lookups.text, holes);
        for (auto const& c : query.conditions) {
            auto const& first = c.path.segments.front();
            bool const is_known = c.is_known && !c.path.has_hole;
            if (is_known && url->may_begin(endpoint, first.span.of(lookups.text))) return true;
            if (is_known && endpoint.find(c.path.span.of(lookups.text))) return true;
        }
    }
    return false;
}

/// `orders/5`, `orders/5/items`: a row of an endpoint, or what hangs on it.
bool is_below_endpoint(Schema const& schema, std::string_view name) {
    for (auto slash = name.find('/'); slash != name.npos; slash = name.find('/', slash + 1))
        if (schema.find_endpoint(name.substr(0, slash))) return true;
    return false;
}

}  // namespace

bool is_judgeable(Site const& site) {
    auto const& schema = *site.schema;
    std::string_view const name = site.arguments.front().value.text.text;
    if (auto const* endpoint = schema.find_endpoint(name)) return endpoint->model != nullptr;
    if (is_below_endpoint(schema, name)) return false;
    auto const* url = url_lookups(schema);
    if (url && url->all_endpoints) return !name.empty();
    // What the pack does not list may be another page of the service.
    std::vector<std::string_view> names;
    for (auto const& endpoint : schema.endpoints)
        if (endpoint->model) names.push_back(endpoint->name);
    auto const* meant = schema.find_endpoint(nearest(name, names));
    return meant && asks_like(site, *meant);
}

std::vector<std::string_view> url_callees(Unit const& unit, Snapshot const& snapshot) {
    std::vector<std::string_view> names;
    auto const add = [&](std::string_view name) {
        bool const is_known = std::find(names.begin(), names.end(), name) != names.end();
        if (!is_known && is_word_in(unit, name)) names.push_back(name);
    };
    auto const addresses = service_addresses(snapshot);
    bool const has_address = std::any_of(addresses.begin(), addresses.end(), [&](ServiceAddress const& address) {
        auto const host = host_of(address.base_url);
        return !host.empty() && stands_in(unit, host);
    });
    if (has_address)
        for (auto name : fetchers) add(name);
    for (auto const& schema : snapshot.schemas())
        for (auto const& pattern : schema->calls) {
            auto const& receivers = pattern.receivers;
            bool const may_be = receivers.empty() || std::any_of(receivers.begin(), receivers.end(),
                                                                 [&](auto const& r) { return is_word_in(unit, r); });
            if (pattern.shape == CallPattern::Shape::url && may_be) add(pattern.callee);
        }
    return names;
}

namespace {

constexpr std::string_view services[] = {"biolan"};

std::vector<Site> url_sites(FoldedCall const& call, Snapshot const& snapshot, std::string_view path, SiteState) {
    return UrlSites(call, snapshot, path).run();
}

}  // namespace

extern Dialect const url_dialect;
Dialect const url_dialect{url_lookups_dialect, services, {}, url_sites, judge, judge_addresses};

}  // namespace alyx::analyzer
