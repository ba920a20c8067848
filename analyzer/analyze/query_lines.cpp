// From a line and its directives to a site of its dialect.
#include "analyzer/analyze/query_lines.hpp"

#include <algorithm>

#include "analyzer/analyze/dialect.hpp"
#include "analyzer/analyze/url_request.hpp"
#include "analyzer/analyze/url_site.hpp"
#include "analyzer/host/query_file.hpp"
#include "analyzer/schema/url_lookups.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {

extern Rule const unread_query;

namespace {

constexpr std::string_view filter_dialect = "alyx-filter";
constexpr std::string_view statement_dialect = "ftrack";

/// `https://…`. An address may also be a value, behind a name.
bool begins_with_scheme(std::string_view text) {
    auto const is_letter = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '+' || c == '-';
    };
    auto const end = std::find_if_not(text.begin(), text.end(), is_letter);
    return end != text.begin() && text.substr(static_cast<std::size_t>(end - text.begin())).starts_with("://");
}

class QueryLines {
  public:
    explicit QueryLines(Analysis& analysis) : analysis_(analysis) {}

    std::vector<std::vector<Site>> run() && {
        auto const& unit = *analysis_.unit;
        for (auto const& fragment : unit.fragments) {
            if (fragment.language != Language::queries) continue;
            source_ = fragment.source;
            text_ = unit.sources[source_]->text();
            for (auto const& line : read_query_file(text_, fragment.ranges).lines) {
                auto sites = sites_of(line);
                if (!sites.empty()) found_.push_back(std::move(sites));
            }
        }
        return std::move(found_);
    }

  private:
    Analysis& analysis_;
    std::uint32_t source_ = 0;
    std::string_view text_;
    std::vector<std::vector<Site>> found_;

    Place place(Span span) const { return {source_, span}; }
    Snapshot const& snapshot() const { return *analysis_.snapshot; }

    std::vector<Site> sites_of(QueryLine const& line) {
        auto const dialect = line.dialect.of(text_);
        bool const is_address = begins_with_scheme(line.query.of(text_));
        if (dialect == url_lookups_dialect || (dialect.empty() && is_address)) return url(line);
        if (dialect == statement_dialect) return statement(line);
        if (dialect.empty() || dialect == filter_dialect || dialect == "alyx") return filter(line);
        return say(line.dialect, concat("there is no dialect `", dialect, "` of files of queries"),
                   concat("there are ", filter_dialect, ", ", statement_dialect, " and ", url_lookups_dialect));
    }

    std::vector<Site> say(Span span, std::string message, std::string help) {
        auto& f = analysis_.findings.emplace_back();
        f.rule = &unread_query;
        f.place = place(span);
        f.message = std::move(message);
        f.help = std::move(help);
        f.level = default_severity(f.rule->effect);
        f.identity = concat("\t\t", span.of(text_), "\t");
        return {};
    }
    std::vector<Site> say_no_service(QueryLine const& line) {
        auto const name = line.service.of(text_);
        return say(line.service, concat("there is no service `", name, "` with such queries"),
                   "it is the name that its pack gives it");
    }
    std::vector<Site> say_no_endpoint(QueryLine const& line, Schema const& schema) {
        auto const& all = schema.endpoints;
        auto const usual = schema.find_endpoint("sessions");
        auto const at = std::find_if(all.begin(), all.end(), [](auto const& e) { return e->model != nullptr; });
        auto const name = usual ? std::string_view(usual->name) : at == all.end() ? "…" : std::string_view((*at)->name);
        return say(line.query, "it is not said which endpoint the query is for",
                   concat("write `endpoint: ", name, "`, or another one, on a line before"));
    }

    FoldedText literal(Span span) {
        auto made = std::make_shared<Literal>();
        made->layer = LiteralLayer::plain;
        made->contents = place(span);
        made->statement = span.begin;
        made->text = span.of(text_);
        made->map.add_verbatim(span.begin, span.size());
        FoldedText text;
        text.append_literal(*made, make_span(0, made->text.size()));
        analysis_.folded.literals.push_back(std::move(made));
        return text;
    }

    SiteArgument argument(std::string_view name, FoldedText text, Span span) const {
        SiteArgument made{std::string(name), place(span), {}, place(span), false};
        made.value.kind = Folded::Kind::text;
        made.value.text = std::move(text);
        made.value.place = place(span);
        return made;
    }

    std::vector<Site> filter(QueryLine const& line) {
        auto const service = line.service.of(text_);
        auto schemas = snapshot().schemas_for(analysis_.unit->path, {});
        std::erase_if(schemas, [&](Schema const* schema) {
            auto const* dialect = find_dialect(schema->dialect);
            bool const is_filter = !dialect || dialect->name == filter_dialect;
            return !is_filter || (!service.empty() && schema->service != service);
        });
        if (schemas.empty()) return service.empty() ? std::vector<Site>() : say_no_service(line);
        auto const endpoint = line.endpoint.of(text_);
        if (endpoint.empty()) return say_no_endpoint(line, *schemas.front());
        bool const is_known = std::any_of(schemas.begin(), schemas.end(),
                                          [&](Schema const* schema) { return schema->find_endpoint(endpoint); });
        std::vector<Site> sites;
        auto const named = literal(line.endpoint);
        auto const query = literal(line.query);
        for (auto const* schema : schemas) {
            if (is_known && !schema->find_endpoint(endpoint)) continue;
            auto& site = sites.emplace_back(Site{schema, nullptr, place(line.query), place(line.query), {}, true});
            site.arguments.push_back(argument("endpoint", named, line.endpoint));
            site.arguments.push_back(argument(schema->query_parameter, query, line.query));
        }
        return sites;
    }

    std::vector<Site> statement(QueryLine const& line) {
        std::vector<Site> sites;
        auto const query = literal(line.query);
        auto const service = line.service.of(text_);
        for (auto const* schema : schemas_of(*find_dialect(statement_dialect), snapshot())) {
            if (!service.empty() && schema->service != service) continue;
            auto const pattern = std::find_if(schema->calls.begin(), schema->calls.end(),
                                              [](CallPattern const& call) { return !call.queries.empty(); });
            if (pattern == schema->calls.end()) continue;
            auto& site = sites.emplace_back(Site{schema, &*pattern, place(line.query), place(line.query), {}, true});
            site.arguments.push_back(argument(pattern->queries.front(), query, line.query));
        }
        if (sites.empty() && !service.empty()) return say_no_service(line);
        return sites;
    }

    /// A whole address; `analysis?label=x` of a service; `label=x` of an endpoint.
    std::vector<Site> url(QueryLine const& line) {
        auto const text = line.query.of(text_);
        auto const whole = literal(line.query);
        auto const query = query_of(whole);
        auto const address = text.substr(0, query.begin);
        std::vector<UrlTarget> targets;
        if (begins_with_scheme(address)) {
            targets = targets_of(address, service_addresses(snapshot()));
            if (targets.empty())
                return say(line.query, "no service is known at this address", "name it in a pack's `base_urls`");
            return requests(targets, whole, whole, query, line);
        }
        auto const service = line.service.of(text_);
        if (service.empty())
            return say(line.query, "it is not said which service the query is for",
                       "write `service: biolan`, or another one, on a line before, or the whole address");
        auto const* schema = schema_of_service(snapshot(), service);
        if (!schema) return say_no_service(line);
        if (!query.empty() && query.begin > 0)
            return requests({relative_target(address, *schema)}, whole, whole, query, line);
        if (line.endpoint.empty()) return say_no_endpoint(line, *schema);
        return requests({relative_target(line.endpoint.of(text_), *schema)}, literal(line.endpoint), whole,
                        make_span(0, text.size()), line);
    }

    std::vector<Site> requests(std::vector<UrlTarget> const& targets, FoldedText const& address, FoldedText const& text,
                               Span query, QueryLine const& line) const {
        std::vector<Site> sites;
        for (auto const& target : targets) {
            UrlRequest request;
            if (!query.empty()) request.add_query(text, query);
            sites.push_back(
                request.site(*target.schema, address, target.endpoint, place(line.query), place(line.query)));
        }
        return sites;
    }
};

}  // namespace

std::vector<std::vector<Site>> sites_of_query_lines(Analysis& analysis) {
    return QueryLines(analysis).run();
}

}  // namespace alyx::analyzer
