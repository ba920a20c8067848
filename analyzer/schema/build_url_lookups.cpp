// What a pack says of lookups in URLs.
#include <algorithm>
#include <boost/json/array.hpp>
#include <iterator>

#include "analyzer/schema/pack_builder.hpp"
#include "analyzer/schema/url_lookups.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {
namespace {

bool is_lookup_of_relations(std::string_view name) {
    constexpr std::string_view names[] = {"exact", "in", "gt", "gte", "lt", "lte", "isnull"};
    return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

}  // namespace

void PackBuilder::build_url_lookups(Members const& pack) {
    if (schema_.dialect != url_lookups_dialect) {
        if (pack.has("url_lookups"))
            problems_.add(pack.path() / std::string_view("url_lookups"), "the pack is of another dialect",
                          concat("write \"dialect\": \"", url_lookups_dialect, "\""));
        return;
    }
    if (!schema_.query_parameter.empty())
        problems_.add(pack.path() / std::string_view("query_parameter"),
                      "in this dialect every parameter of the URL is a lookup", "remove it");
    if (schema_.base_urls.empty())
        problems_.add(pack.path(), "requests of this dialect are told by their addresses", "list them in `base_urls`");
    check_base_urls(pack);
    schema_.query_parameter = lookups_parameter;
    using Unknown = UrlLookups::Unknown;
    using Lists = UrlLookups::Lists;
    auto const here = pack.path() / std::string_view("url_lookups");
    Members const habits(pack.object("url_lookups"), here);
    auto const unknown = habits.text("unknown_parameters");
    auto const lists = habits.text("lists");
    url_.unknown = unknown == "ignored"   ? Unknown::ignored
                   : unknown == "refused" ? Unknown::refused
                                          : Unknown::undocumented;
    url_.lists = lists == "commas" ? Lists::commas : lists == "repeated" ? Lists::repeated : Lists::undocumented;
    url_.status = static_cast<int>(habits.integer("status"));
    url_.all_endpoints = habits.flag("all_endpoints", true);
}

void PackBuilder::check_base_urls(Members const& pack) {
    auto const all = pack.path() / std::string_view("base_urls");
    for (std::size_t i = 0; i < schema_.base_urls.size(); ++i) {
        std::string_view const url = schema_.base_urls[i];
        bool const has_scheme = url.starts_with("https://") || url.starts_with("http://");
        auto const here = all / i;
        if (!has_scheme)
            problems_.add(here, concat("`", url, "` is no base URL"), "it begins with `https://` or `http://`");
        else if (url.find_first_of("?#") != url.npos)
            problems_.add(here, concat("`", url, "` is no base URL"), "it ends before the query");
    }
}

void PackBuilder::check_path(Endpoint const& endpoint, Parameter const& made, Members const& member) {
    bool const is_checked = schema_.dialect == url_lookups_dialect && member.has("path") && endpoint.model;
    if (!is_checked) return;
    auto const here = member.path() / std::string_view("path");
    auto const* model = endpoint.model;
    std::string_view path = made.path;
    while (model) {
        auto const stop = std::min(path.find("__"), path.size());
        auto const* name = model->find(path.substr(0, stop));
        if (!name) {
            bool const is_lookup = path != made.path && is_lookup_of_relations(path);
            if (!is_lookup)
                problems_.add(here, concat("`", path.substr(0, stop), "` is no name of ", model->label),
                              "add it to the model");
            return;
        }
        if (stop == path.size()) return;
        model = name->target;
        path.remove_prefix(stop + 2);
    }
}

void PackBuilder::add_lookups(Endpoint& endpoint) {
    if (schema_.dialect != url_lookups_dialect || !endpoint.model) return;
    Parameter lookups;
    lookups.name = lookups_parameter;
    lookups.meaning = ParameterMeaning::query;
    lookups.help = "Fields of the model with Django's lookups, each a parameter of the URL.";
    endpoint.parameters.push_back(std::move(lookups));
    endpoint.has_query = true;
}

void PackBuilder::read_filters(Endpoint const& endpoint, Members const& member) {
    if (!member.has("filters")) return;
    auto const here = member.path() / std::string_view("filters");
    if (schema_.dialect != url_lookups_dialect) {
        problems_.add(here, "only lookups in URLs are limited so",
                      concat("write \"dialect\": \"", url_lookups_dialect, "\""));
        return;
    }
    auto& names = url_.filters[&endpoint];
    for (auto const& name : member.texts("filters")) {
        if (endpoint.model && !endpoint.model->find(name))
            problems_.add(here, concat("`", name, "` is no name of ", endpoint.model->label), "add it to the model");
        names.insert(name);
    }
}

void PackBuilder::read_url_parameter(Endpoint const& endpoint, Members const& parameter) {
    auto const* made = endpoint.find(parameter.text("name"));
    if (made && parameter.has("ordering")) url_.orderings[made] = parameter.texts("ordering");
    if (!parameter.has("requires")) return;
    auto const* other = endpoint.find(parameter.text("requires"));
    if (!other)
        problems_.add(parameter.path() / std::string_view("requires"),
                      concat("the endpoint has no parameter `", parameter.text("requires"), "`"), "list it too");
    if (made && other) url_.required[made] = other->name;
}

std::vector<std::string> const* ordering_of(Schema const& schema, Parameter const& parameter) {
    auto const* url = url_lookups(schema);
    if (!url) return nullptr;
    auto const at = url->orderings.find(&parameter);
    return at == url->orderings.end() ? nullptr : &at->second;
}

std::string_view required_by(Schema const& schema, Parameter const& parameter) {
    auto const* url = url_lookups(schema);
    if (!url) return {};
    auto const at = url->required.find(&parameter);
    return at == url->required.end() ? std::string_view() : std::string_view(at->second);
}

bool UrlLookups::may_begin(Endpoint const& endpoint, std::string_view name) const {
    if (!endpoint.model->find(name)) return false;
    auto const limited = filters.find(&endpoint);
    return limited == filters.end() || limited->second.contains(std::string(name));
}

}  // namespace alyx::analyzer
