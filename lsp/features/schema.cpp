// alyx/schema: endpoints, models and their names, for who shows them as a tree.
#include "lsp/features/feature.hpp"
#include "lsp/protocol/own_methods.hpp"

namespace alyx::lsp {
namespace {

using namespace analyzer;

bool is_reverse(NameKind kind) {
    return kind == NameKind::reverse_foreign_key || kind == NameKind::reverse_one_to_one ||
           kind == NameKind::reverse_many_to_many;
}

SchemaField field_of(Name const& name) {
    SchemaField field{name.name, "", {}, is_reverse(name.kind), name.help};
    if (name.field_class) field.type = name.field_class->name;
    if (name.target) field.target = name.target->label;
    return field;
}

SchemaModel model_of(Model const& model) {
    SchemaModel item{model.label, model.name, {}};
    for (auto const& name : model.names)
        if (!name.hidden && !name.alias && name.kind != NameKind::generic_foreign_key)
            item.fields.push_back(field_of(name));
    return item;
}

SchemaEndpoint endpoint_of(Endpoint const& endpoint) {
    SchemaEndpoint item{endpoint.name, {}, {}};
    if (endpoint.model) item.model = endpoint.model->label;
    for (auto const& parameter : endpoint.parameters)
        item.parameters.push_back({parameter.name, parameter.help.empty() ? parameter.path : parameter.help});
    return item;
}

std::vector<SchemaItem> schemas(Session& session, SchemaParams const& params) {
    auto uri = params.textDocument ? params.textDocument->uri : Uri();
    std::vector<SchemaItem> items;
    for (auto const& schema : session.workspace.snapshot(uri)->schemas()) {
        SchemaItem item{schema->title, schema->version, {}, {}};
        for (auto const& endpoint : schema->endpoints) item.endpoints.push_back(endpoint_of(*endpoint));
        for (auto const& model : schema->models) item.models.push_back(model_of(*model));
        items.push_back(std::move(item));
    }
    return items;
}

}  // namespace

namespace features {
extern Feature const schema;
Feature const schema{"alyx/schema", Scope::workspace, nullptr, answered_by<&schemas>};
}  // namespace features

}  // namespace alyx::lsp
