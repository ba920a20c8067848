// What a pack says of its models as entity types: bases, keys, default projections.
#include "analyzer/schema/draft.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {

void PackBuilder::read_entity(Draft& draft, Members const& model) {
    if (model.has("key")) draft.key = model.text("key");
    draft.keys = model.texts("keys");
    if (!draft.keys.empty()) draft.key = draft.keys.front();
    draft.says_key = model.has("key") || model.has("keys");
    auto& entity = entities_.by_model[draft.model];
    entity.default_projections = model.texts("default_projections");
    entity.is_grouped = model.flag("grouped", false);
    if (model.has("base")) entity.base = model_named(model.text("base"), model.path() / std::string_view("base"));
}

void PackBuilder::inherit(Draft& draft, std::vector<Draft>& drafts) {
    using Inheritance = Draft::Inheritance;
    auto const* base = entities_.by_model[draft.model].base;
    if (draft.inheritance == Inheritance::done || !base) return;
    if (draft.inheritance == Inheritance::now) {
        problems_.add(*draft.models / std::string_view(draft.model->label), "its `base` leads in a circle");
        entities_.by_model[draft.model].base = nullptr;
        return;
    }
    draft.inheritance = Inheritance::now;
    auto from = std::find_if(drafts.begin(), drafts.end(), [&](Draft const& d) { return d.model == base; });
    inherit(*from, drafts);
    draft.inheritance = Inheritance::done;
    for (auto const& name : from->names)
        if (!draft.listed.contains(name.name)) draft.add(name, from->doubt(name.name));
    if (!draft.says_key) {
        draft.key = from->key;
        draft.keys = from->keys;
    }
    auto& own = entities_.by_model[draft.model].default_projections;
    if (own.empty()) own = entities_.by_model[base].default_projections;
}

void PackBuilder::finish_entity(Draft& draft) {
    auto const& model = *draft.model;
    auto& keys = entities_.by_model[&model].keys;
    for (auto const& key : draft.keys) {
        keys.push_back(model.find(key));
        if (!keys.back())
            problems_.add(*draft.models / std::string_view(model.label),
                          concat("the key `", key, "` is none of its names"), "name other `keys`");
    }
    for (auto const& [name, doubt] : draft.doubts) entities_.doubts[model.find(name)] = doubt;
    // Circles have been cut, and reported.
    for (auto const* base = entities_.by_model[&model].base; base; base = entities_.by_model[base].base)
        entities_.by_model[base].subtypes.push_back(&model);
}

}  // namespace alyx::analyzer
