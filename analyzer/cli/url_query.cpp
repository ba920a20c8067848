// URLs from the command line and from JSON lines.
#include <algorithm>
#include <boost/json.hpp>
#include <utility>

#include "analyzer/analyze/judge.hpp"
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

std::vector<ServiceAddress> addresses_of(std::vector<Schema const*> const& schemas) {
    std::vector<ServiceAddress> all;
    for (auto const* schema : schemas)
        for (auto const& url : schema->base_urls) all.push_back({url, schema});
    return all;
}

/// The pack that is named, or those that an address may belong to; empty: there is none of this name.
std::vector<Schema const*> packs(std::string_view service, SharedSchema const& given) {
    if (!service.empty()) {
        if (given->service == service) return {given.get()};
        auto const built_in = built_in_schema(service);
        return built_in ? std::vector{built_in.get()} : std::vector<Schema const*>();
    }
    std::vector all{given.get()};
    for (auto const& schema : built_in_url_schemas()) all.push_back(schema.get());
    return all;
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

/// Filter strings are sent to endpoints alone, so that a wrong one of Alyx is told here, where it is asked about.
std::optional<Site> site_if_judgeable(Site site) {
    if (url_lookups(*site.schema) && !is_judgeable(site)) return std::nullopt;
    return site;
}

/// The site of a URL; none where it is that of no service, or of an endpoint of which nothing is known.
std::optional<Site> site_of(FoldedText const& url, std::vector<Schema const*> const& schemas) {
    auto const query = query_of(url);
    auto const address = Span{0, query.begin}.of(url.text);
    UrlRequest request;
    request.add_query(url, query);
    if (address.empty()) {  // a query alone, where it can only be for one endpoint
        FoldedText endpoint;
        endpoint.append_made(only_endpoint(*schemas.front()), {});
        auto const whole = make_span(0, endpoint.text.size());
        return site_if_judgeable(request.site(*schemas.front(), endpoint, whole, {}, {}));
    }
    auto targets = targets_of(address, addresses_of(schemas));
    if (targets.empty() && address.find("://") == address.npos)
        targets.push_back(relative_target(address, *schemas.front()));
    if (targets.empty()) return std::nullopt;
    return site_if_judgeable(request.site(*targets.front().schema, url, targets.front().endpoint, {}, {}));
}

std::vector<Finding> findings_of(Site const& site) {
    std::vector<Finding> findings;
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
    auto const begin = url.find_last_of("?&", std::min<std::size_t>(offset, url.size()));
    if (begin == url.npos) return {};
    auto const end = std::min(url.find_first_of("=&#", begin + 1), url.size());
    return url.substr(begin + 1, end - begin - 1);
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

std::string answer_url(std::string& out, std::string_view text, std::vector<Schema const*> const& schemas) {
    Texts texts;
    auto const url = texts.add(text);
    auto const site = site_of(url, schemas);
    if (!site) return {};
    append(out, findings_of(*site), [&](Place place) {
        return DiagnosedText{parameter_at(text, place.span.begin), text, 0};
    });
    return {};
}

/// As a library sends a value that is no list; nothing for null, which it drops.
std::optional<std::string> sent(json::value const& value) {
    if (value.is_null()) return std::nullopt;
    if (auto const* text = value.if_string()) return std::string(*text);
    if (auto const* flag = value.if_bool()) return *flag ? "True" : "False";
    return json::serialize(value);
}

std::string answer_parameters(std::string& out, json::object const& params, std::string_view endpoint,
                              Schema const& schema) {
    Texts texts;
    auto const url = texts.add(endpoint);
    UrlRequest request;
    std::vector<std::string_view> names{std::string_view()};  // of each source
    auto const add = [&](std::string_view name, json::value const& value) {
        auto const text = sent(value);
        if (!text) return;
        auto folded = texts.add(name);
        request.add(std::move(folded), texts.add(*text), texts.place());
        names.insert(names.end(), 2, name);
    };
    for (auto const& [name, value] : params) {
        if (!value.is_array())
            add(name, value);
        else
            for (auto const& item : value.get_array()) add(name, item);
    }
    auto const target = relative_target(endpoint, schema);
    auto const site = site_if_judgeable(request.site(schema, url, target.endpoint, {}, {}));
    if (!site) return {};
    append(out, findings_of(*site), [&](Place place) {
        return DiagnosedText{names[place.source], texts.text_of(place.source), 0};
    });
    return {};
}

std::string answer_row(std::string& out, json::object const& row, SharedSchema const& given) {
    auto const text = [&](std::string_view key) -> std::optional<std::string_view> {
        auto const* value = row.if_contains(key);
        if (!value || !value->is_string()) return std::nullopt;
        return std::string_view(value->get_string());
    };
    auto const service = text("service").value_or("");
    auto const schemas = packs(service, given);
    if (schemas.empty()) return concat("there is no service \"", service, "\"");
    if (auto const url = text("url")) return answer_url(out, *url, schemas);
    auto const* params = row.if_contains("params");
    if (!params || !params->is_object()) return "neither an \"url\" text nor a \"params\" object";
    auto const endpoint = text("endpoint").value_or(only_endpoint(*schemas.front()));
    if (endpoint.empty()) return "no \"endpoint\" text";
    return answer_parameters(out, params->get_object(), endpoint, *schemas.front());
}

std::shared_ptr<Analysis const> analyze_url(QueryOptions const& options, SharedSchema const& given) {
    Texts texts;
    auto const url = texts.add(options.text);
    auto unit = std::make_shared<Unit>();
    unit->sources.push_back(std::make_shared<Source>("url", options.text));
    auto analysis = std::make_shared<Analysis>();
    if (auto const site = site_of(url, packs({}, given))) analysis->findings = findings_of(*site);
    analysis->unit = std::move(unit);
    return analysis;
}

}  // namespace

DialectQuery const url_query{url_lookups_dialect, answer_row, analyze_url};

}  // namespace alyx::cli
