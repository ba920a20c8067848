// Endpoints of a pack, with the defaults that follow from their models.
#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/unordered/unordered_flat_set.hpp>

#include "analyzer/schema/pack_builder.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {

namespace {

std::string_view id_type_of(FieldClass const* key) {
    if (!key) return "";
    return key->type == FieldType::uuid ? "uuid" : key->type == FieldType::integer ? "int" : "str";
}

bool has_path(ParameterMeaning meaning) {
    return meaning != ParameterMeaning::query && meaning != ParameterMeaning::tree_node &&
           meaning != ParameterMeaning::datasets && meaning != ParameterMeaning::opaque;
}

bool has_choices(Parameter const& parameter) {
    return parameter.type == ParameterType::choice || parameter.meaning == ParameterMeaning::label ||
           parameter.meaning == ParameterMeaning::quality;
}

}  // namespace

void PackBuilder::build_endpoints(Members const& pack) {
    auto const all = pack.path() / std::string_view("endpoints");
    auto const paging = pack.texts("paging");
    for (auto const& member : pack.object("endpoints")) {
        auto const here = all / std::string_view(member.key());
        if (!member.value().is_object()) continue;
        auto& endpoint = *schema_.endpoints.emplace_back(std::make_unique<Endpoint>());
        endpoint.name = member.key();
        build_endpoint(endpoint, Members(member.value().get_object(), here), paging);
    }
    std::sort(schema_.endpoints.begin(), schema_.endpoints.end(),
              [](auto const& a, auto const& b) { return a->name < b->name; });
    schema_.client_endpoints = pack.texts("client_endpoints");
    std::sort(schema_.client_endpoints.begin(), schema_.client_endpoints.end());
}

void PackBuilder::build_endpoint(Endpoint& endpoint, Members const& member, std::vector<std::string> const& paging) {
    if (endpoint.name.starts_with('/') || endpoint.name.ends_with('/'))
        problems_.add(member.path(), "the name of an endpoint begins or ends with a slash", "write it without");
    if (member.has("model"))
        endpoint.model = model_named(member.text("model"), member.path() / std::string_view("model"));
    if (member.has("actions"))
        endpoint.actions = member.texts("actions");
    else if (endpoint.model)
        endpoint.actions = {"list", "create", "read", "update", "partial_update", "delete"};
    if (!member.is_null("client_actions"))
        endpoint.client_actions = member.has("client_actions") ? member.texts("client_actions") : endpoint.actions;
    endpoint.annotations = member.texts("annotations");
    endpoint.paging = member.has("paging") ? member.texts("paging")
                      : endpoint.model     ? paging
                                           : std::vector<std::string>();
    endpoint.body_fields = member.texts("body_fields");
    std::sort(endpoint.body_fields.begin(), endpoint.body_fields.end());
    read_id(endpoint, member);

    auto const all = member.path() / std::string_view("parameters");
    auto const& list = member.array("parameters");
    if (!list.empty() && !member.has("model"))
        problems_.add(all, "an endpoint without a model has no list, and so no parameters", "name its `model`");
    boost::unordered_flat_set<std::string> seen;
    endpoint.parameters.reserve(list.size() + 1);  // nothing moves: parameters are pointed to
    for (std::size_t i = 0; i < list.size(); ++i) {
        auto const here = all / i;
        if (!list[i].is_object()) continue;
        endpoint.parameters.push_back(read_parameter(endpoint, Members(list[i].get_object(), here)));
        auto const& made = endpoint.parameters.back();
        if (!seen.insert(made.name).second)
            problems_.add(here / std::string_view("name"), concat("the parameter `", made.name, "` stands here twice"));
        endpoint.has_query = endpoint.has_query || made.meaning == ParameterMeaning::query;
    }
    add_lookups(endpoint);
    read_filters(endpoint, member);
    for (auto const& parameter : endpoint.parameters) endpoint.by_name[parameter.name] = &parameter;
    for (std::size_t i = 0; i < list.size(); ++i)
        if (list[i].is_object()) read_url_parameter(endpoint, Members(list[i].get_object(), all / i));
}

void PackBuilder::read_id(Endpoint& endpoint, Members const& member) {
    auto const on_single_rows = [](std::string const& action) { return action != "list" && action != "create"; };
    if (!endpoint.model) return;
    if (!member.has("id_field")) {
        if (std::none_of(endpoint.actions.begin(), endpoint.actions.end(), on_single_rows)) return;
        endpoint.id_field = key_alias_.empty() && endpoint.model->key ? endpoint.model->key->name : key_alias_;
        if (endpoint.model->key) {
            auto const* key = endpoint.model->key;
            endpoint.id_type = id_type_of(key->value_class ? key->value_class : key->field_class);
        }
        return;
    }
    endpoint.id_field = member.text("id_field");
    auto const* name = endpoint.model->find(endpoint.id_field);
    if (!name)
        problems_.add(member.path() / std::string_view("id_field"),
                      concat("`", endpoint.id_field, "` is no name of ", endpoint.model->label));
    else
        endpoint.id_type = id_type_of(name->value_class ? name->value_class : name->field_class);
}

Parameter PackBuilder::read_parameter(Endpoint const& endpoint, Members const& member) {
    Parameter made;
    made.name = member.text("name");
    made.type = member.one_of("type", ParameterType::text);
    made.meaning = member.one_of("meaning", ParameterMeaning::condition);
    made.path = member.has("path") ? member.text("path") : has_path(made.meaning) ? made.name : "";
    made.choices = read_choices(member);
    made.lazy_labels = member.flag("lazy_labels", false);
    made.help = member.text("help");

    check_path(endpoint, made, member);
    auto const* end = end_of_path(endpoint.model, made.path);
    bool const key = made.type == ParameterType::key || made.type == ParameterType::key_text;
    if (member.has("to"))
        made.target = model_named(member.text("to"), member.path() / std::string_view("to"));
    else if (key && end)
        made.target = end->target;
    bool const reported = member.has("to") || (end && end->kind != NameKind::field);
    if (key && !made.target && !reported && endpoint.model)
        problems_.add(member.path(), "its path leads to no model whose key it could be", "name the model in `to`");

    if (has_choices(made) && made.choices.empty() && end) made.choices = end->choices;
    if (has_choices(made) && made.choices.empty() && endpoint.model)
        problems_.add(member.path(), "its path leads to no field with choices", "list its `choices`");
    if (made.meaning == ParameterMeaning::query && made.name != schema_.query_parameter)
        problems_.add(member.path(), "only the pack's `query_parameter` holds a query",
                      schema_.query_parameter.empty() ? concat("add \"query_parameter\": \"", made.name, "\"")
                                                      : concat("it is `", schema_.query_parameter, "`"));
    return made;
}

}  // namespace alyx::analyzer
