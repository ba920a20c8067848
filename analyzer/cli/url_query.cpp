// URLs from the command line and from JSON lines.
#include <algorithm>
#include <boost/json.hpp>
#include <utility>

#include "analyzer/analyze/judge.hpp"
#include "analyzer/analyze/url_address.hpp"
#include "analyzer/analyze/url_request.hpp"
#include "analyzer/analyze/url_site.hpp"
#include "analyzer/cli/batch_diagnosis.hpp"
#include "analyzer/cli/dialect_query.hpp"
#include "analyzer/schema/pack.hpp"
#include "analyzer/schema/url_lookups.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::cli {

using namespace analyzer;

extern DialectQuery const url_query;

namespace {

namespace json = boost::json;

/// Texts that stand for themselves, each as a source of its own.
class Texts {
  public:
    FoldedText add(std::string_view text) {
        auto literal = std::make_shared<Literal>();
        literal->layer = LiteralLayer::python_raw;
        literal->contents = {static_cast<std::uint32_t>(literals_.size()), make_span(0, text.size())};
        literal->text = text;
        literal->map.add_verbatim(0, static_cast<std::uint32_t>(text.size()));
        literals_.push_back(literal);
        FoldedText folded;
        folded.append_literal(*literal, literal->contents.span);
        return folded;
    }
    std::string_view text_of(std::uint32_t source) const { return literals_[source]->text; }
    Place place() const { return {static_cast<std::uint32_t>(literals_.size()) - 1, {}}; }

  private:
    std::vector<std::shared_ptr<Literal const>> literals_;
};

/// Where a URL may lead.
struct Services {
    Schema const* first;  ///< for what begins with no address
    std::vector<ServiceAddress> addresses;
};

Services services_of(Snapshot const& packs) {
    return {packs.schemas().front().get(), service_addresses(packs)};
}

/// None where there is none of this name.
std::optional<Services> service_named(std::string_view name, Snapshot const& packs) {
    Schema const* found = nullptr;
    for (auto const& schema : packs.schemas())
        if (!found && schema->service == name) found = schema.get();
    if (!found) found = built_in_schema(name).get();
    if (!found) return std::nullopt;
    Services services{found, {}};
    for (auto const& address : service_addresses(packs))
        if (address.schema == found) services.addresses.push_back(address);
    for (auto const& url : found->base_urls) services.addresses.push_back({url, found});
    return services;
}

/// The only endpoint with a list; empty where there are several.
std::string_view only_endpoint(Schema const& schema) {
    std::string_view found;
    for (auto const& endpoint : schema.endpoints) {
        if (!endpoint->model) continue;
        if (!found.empty()) return {};
        found = endpoint->name;
    }
    return found;
}

/// What there is to judge, or why there is nothing.
struct Judgeable {
    std::optional<Site> site;
    std::string why_not;
};

/// Filter strings are sent to endpoints alone, so that a wrong one of Alyx is told here, where it is asked about.
Judgeable judgeable(Site site) {
    if (!url_lookups(*site.schema) || is_judgeable(site)) return {std::move(site), {}};
    auto const& schema = *site.schema;
    return {std::nullopt,
            concat("nothing is known of what the endpoint `", site.arguments.front().value.text.text, "` of ",
                   schema.title, " lists; `alyxlint schema show --schema ", schema.service, "` names its endpoints")};
}

std::string no_service(std::string_view address, Services const& services) {
    std::string titles;
    Schema const* last = nullptr;
    for (auto const& known : services.addresses)
        if (auto const* before = std::exchange(last, known.schema); before != last)
            titles += concat(titles.empty() ? "" : ", ", last->title);
    return concat("`", address, "` lies below the address of no service that is known (", titles,
                  "); `--schema FILE` names the pack of another");
}

/// An address without its scheme, `api.example.org/items` or `//api.example.org/items`.
std::vector<UrlTarget> bare_targets(std::string_view address, Services const& services) {
    constexpr std::string_view scheme = "https://";
    auto const bare = address.substr(std::min(address.find_first_not_of('/'), address.size()));
    auto const skipped = static_cast<std::uint32_t>(address.size() - bare.size());
    auto const whole = concat(scheme, bare);
    std::vector<UrlTarget> targets;
    for (auto const& target : targets_of(whole, services.addresses)) {
        constexpr auto added = static_cast<std::uint32_t>(scheme.size());
        if (target.endpoint.begin < added) continue;
        auto const [begin, end] = target.endpoint;
        targets.push_back({target.schema, {begin - added + skipped, end - added + skipped}});
    }
    return targets;
}

/// A URL, and what is added to its query.
struct Sent {
    FoldedText url;
    UrlRequest request;
};

/// The site of a URL; none where it is that of no service, or of an endpoint of which nothing is known.
Judgeable site_of(Sent const& sent, Services const& services) {
    auto const& [url, request] = sent;
    auto const address = Span{0, query_of(url).begin}.of(url.text);
    if (address.empty()) {  // a query alone, where it can only be for one endpoint
        FoldedText endpoint;
        endpoint.append_made(only_endpoint(*services.first), {});
        auto const whole = make_span(0, endpoint.text.size());
        return judgeable(request.site(*services.first, endpoint, whole, {}, {}));
    }
    auto targets = targets_of(address, services.addresses);
    bool const has_scheme = address.find("://") != address.npos;
    if (targets.empty() && !has_scheme) targets = bare_targets(address, services);
    if (targets.empty() && !has_scheme) targets.push_back(relative_target(address, *services.first));
    if (targets.empty()) return {std::nullopt, no_service(address, services)};
    return judgeable(request.site(*targets.front().schema, url, targets.front().endpoint, {}, {}));
}

std::vector<Finding> findings_of(Site const& site, FoldedText const& url) {
    std::vector<Finding> findings;
    if (auto cut = cut_query_of(url)) findings.push_back(std::move(*cut));
    AnalysisStatistics statistics;
    judge(site, findings, statistics);
    for (auto& finding : findings) finding.related.clear();  // there is no call
    std::stable_sort(findings.begin(), findings.end(), [](Finding const& a, Finding const& b) {
        return std::pair(a.place.source, a.place.span.begin) < std::pair(b.place.source, b.place.span.begin);
    });
    return findings;
}

/// The parameter of a query that the byte belongs to, as it is written.
std::string_view parameter_at(std::string_view url, std::uint32_t offset) {
    auto const mark = url.find_last_of("?&", std::min<std::size_t>(offset, url.size()));
    // A query alone begins with a name; within an address there is no parameter.
    if (mark == url.npos && (url.find('/') != url.npos || url.find('=') == url.npos)) return {};
    auto const begin = mark == url.npos ? 0 : mark + 1;
    auto const end = std::min(url.find_first_of("=&#", begin), url.size());
    return url.substr(begin, end - begin);
}

void append(std::string& out, std::vector<Finding> const& findings, auto const& text_of) {
    bool first = true;
    for (auto const& finding : findings) {
        Diagnosis d;
        d.rule = finding.rule;
        d.message = finding.message;
        d.server = finding.server;
        d.span = finding.place.span;
        CodePoints points;
        if (!std::exchange(first, false)) out += ',';
        append_diagnosis(out, d, text_of(finding.place), points);
    }
}

/// As a library sends a value that is no list; nothing for null, which it drops.
std::optional<std::string> sent_text(json::value const& value) {
    if (value.is_null()) return std::nullopt;
    if (auto const* text = value.if_string()) return std::string(*text);
    if (auto const* flag = value.if_bool()) return *flag ? "True" : "False";
    return json::serialize(value);
}

/// The request of a row, and where its texts came from.
class RowRequest {
  public:
    /// `query`: does the URL have one that is sent?
    RowRequest(std::string_view url, bool has_query) {
        sent_.url = add(url, {});
        if (has_query) sent_.request.add_query(sent_.url, query_of(sent_.url));
    }

    /// An object, pairs in a list, or a text as it stands behind the `?`. False: it is none of these.
    bool add_parameters(json::value const& params) {
        if (auto const* text = params.if_string()) {
            auto const query = add(*text, {});
            sent_.request.add_query(query, make_span(0, query.text.size()));
            return true;
        }
        if (auto const* object = params.if_object()) {
            for (auto const& [name, value] : *object) add_all(name, value);
            return true;
        }
        auto const is_pair = [](json::value const& item) {
            return item.is_array() && item.get_array().size() == 2 && item.get_array()[0].is_string();
        };
        auto const* pairs = params.if_array();
        if (!pairs || !std::all_of(pairs->begin(), pairs->end(), is_pair)) return false;
        for (auto const& pair : *pairs) add_all(pair.at(0).get_string(), pair.at(1));
        return true;
    }

    Sent const& sent() const { return sent_; }
    DiagnosedText text_at(Place place) const {
        auto const text = texts_.text_of(place.source);
        auto const name = names_[place.source];
        return {name.empty() ? parameter_at(text, place.span.begin) : name, text, 0};
    }

  private:
    Texts texts_;
    Sent sent_;
    std::vector<std::string_view> names_;  ///< of the parameter that a source is or belongs to; empty: it is a query

    FoldedText add(std::string_view text, std::string_view name) {
        names_.push_back(name);
        return texts_.add(text);
    }
    void add_all(std::string_view name, json::value const& value) {
        if (auto const* list = value.if_array())
            for (auto const& item : *list) add_one(name, item);
        else if (auto const* object = value.if_object())  // libraries go through it as through a list
            for (auto const& [key, item] : *object) add_one(name, json::value(key));
        else
            add_one(name, value);
    }
    void add_one(std::string_view name, json::value const& value) {
        auto const text = sent_text(value);
        if (!text) return;
        auto folded = add(name, name);
        sent_.request.add(std::move(folded), add(*text, name), texts_.place());
    }
};

/// Of an address that no pack describes there is nothing to say.
void answer(std::string& out, RowRequest const& row, Services const& services) {
    auto const found = site_of(row.sent(), services);
    if (!found.site) return;
    append(out, findings_of(*found.site, row.sent().url), [&](Place place) { return row.text_at(place); });
}

std::string answer_row(std::string& out, json::object const& row, SharedPacks const& packs) {
    std::string_view texts[3];
    constexpr std::string_view keys[] = {"service", "url", "endpoint"};
    for (std::size_t i = 0; i < std::size(keys); ++i) {
        auto const* value = row.if_contains(keys[i]);
        if (value && !value->is_string() && !value->is_null()) return concat("\"", keys[i], "\" is no text");
        if (value && value->is_string()) texts[i] = value->get_string();
    }
    auto const& [service, url, endpoint] = texts;
    auto const services = service.empty() ? services_of(*packs) : service_named(service, *packs);
    if (!services) return concat("there is no service \"", service, "\": give its pack with --schema");
    auto const* params = row.if_contains("params");
    if (!row.contains("url") && !params) return "neither an \"url\" text nor a \"params\" object";
    auto const address = row.contains("url") ? url : !endpoint.empty() ? endpoint : only_endpoint(*services->first);
    if (address.empty()) return row.contains("url") ? "the \"url\" is empty" : "no \"endpoint\" text";
    RowRequest request(address, row.contains("url"));
    bool const takes = params && !params->is_null();
    if (takes && !request.add_parameters(*params)) return "\"params\" is no object";
    answer(out, request, *services);
    return {};
}

std::shared_ptr<Analysis const> analyze_url(QueryOptions const& options, SharedPacks const& packs) {
    RowRequest const request(options.text, true);
    auto unit = std::make_shared<Unit>();
    unit->sources.push_back(std::make_shared<Source>("url", options.text));
    auto analysis = std::make_shared<Analysis>();
    auto const found = site_of(request.sent(), services_of(*packs));
    if (!found.site) {
        complain(concat("command line: ", found.why_not));
        return nullptr;
    }
    analysis->findings = findings_of(*found.site, request.sent().url);
    analysis->unit = std::move(unit);
    return analysis;
}

}  // namespace

DialectQuery const url_query{url_lookups_dialect, answer_row, analyze_url};

}  // namespace alyx::cli
