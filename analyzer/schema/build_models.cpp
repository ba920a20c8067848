// Models of a pack: their names, the ways back of relations, keys and aliases.
#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/string.hpp>

#include "analyzer/schema/draft.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {

namespace {

constexpr int longest_chain = 16;  ///< of keys that are relations; more is a circle

bool is_reverse(NameKind kind) {
    return kind == NameKind::reverse_foreign_key || kind == NameKind::reverse_one_to_one ||
           kind == NameKind::reverse_many_to_many;
}

bool leads_to_many(NameKind kind) {
    return kind == NameKind::many_to_many || kind == NameKind::reverse_foreign_key ||
           kind == NameKind::reverse_many_to_many;
}

std::optional<NameKind> way_back(NameKind kind) {
    switch (kind) {
        case NameKind::foreign_key:
            return NameKind::reverse_foreign_key;
        case NameKind::one_to_one:
            return NameKind::reverse_one_to_one;
        case NameKind::many_to_many:
            return NameKind::reverse_many_to_many;
        default:
            return std::nullopt;
    }
}

}  // namespace

void PackBuilder::build_models(Members const& pack) {
    auto const all = pack.path() / std::string_view("models");
    for (auto const& member : pack.object("models")) {
        auto made = std::make_unique<Model>();
        made->label = member.key();
        made->name = made->label.substr(made->label.rfind('.') + 1);
        models_[std::string_view(member.key())] = made.get();
        entities_.by_model[made.get()];
        schema_.models.push_back(std::move(made));
    }
    std::vector<Draft> drafts;
    for (auto const& member : pack.object("models")) {
        auto const here = all / std::string_view(member.key());
        auto& draft = drafts.emplace_back();
        draft.model = models_[std::string_view(member.key())];
        draft.models = &all;
        if (!member.value().is_object()) continue;
        Members const model(member.value().get_object(), here);
        read_entity(draft, model);
        auto const names = here / std::string_view("names");
        for (auto const& entry : model.object("names")) {
            auto const at = names / std::string_view(entry.key());
            if (!entry.value().is_object()) continue;
            Members const described(entry.value().get_object(), at);
            auto const doubt = filter_doubt(described.text("filter")).value_or(FilterDoubt::none);
            if (auto name = read_name(entry.key(), described)) draft.add(std::move(*name), doubt);
        }
    }
    for (auto& draft : drafts) inherit(draft, drafts);
    add_ways_back(drafts);
    set_value_classes(drafts);
    for (auto& draft : drafts) add_aliases(draft);
    finish_models(drafts);
}

std::optional<Name> PackBuilder::read_name(std::string_view text, Members const& member) {
    Name name;
    name.name = text;
    name.kind = member.one_of("kind", NameKind::field);
    name.null = is_reverse(name.kind) || member.flag("null", false);
    name.hidden = member.flag("hidden", text.ends_with('+'));
    name.multi_valued = leads_to_many(name.kind);
    name.max_length = static_cast<std::uint32_t>(member.integer("max_length"));
    name.choices = read_choices(member);
    name.related_name = member.text("related_name");
    name.help = member.text("help");
    read_class(name, member);
    read_target(name, member);
    if (text.empty()) problems_.add(member.path(), "a name cannot be empty");
    return name;
}

void PackBuilder::read_class(Name& name, Members const& member) {
    bool const field = name.kind == NameKind::field;
    auto const at = member.path() / std::string_view("class");
    if (member.has("class"))
        name.field_class = class_named(member.text("class"), at);
    else if (field)
        problems_.add(member.path(), "a field needs a `class`", "or a `kind`, if it is a relation");
    else if (auto const& usual = relation_classes_[std::size_t(name.kind)]; !usual.empty())
        name.field_class = class_named(usual, member.path());
    else
        problems_.add(member.path(), "this relation has no class",
                      "give it a `class`, or say what is usual in `relation_classes`");
    if (!name.field_class) return;
    bool const relation = name.field_class->type == FieldType::relation;
    if (field && relation)
        problems_.add(at, concat("`", name.field_class->name, "` is a class of relations"), "say which `kind` it is");
    if (!field && !relation) problems_.add(at, concat("`", name.field_class->name, "` is no class of relations"));

    bool const array = name.field_class->type == FieldType::array;
    if (member.has("items"))
        name.item_class = class_named(member.text("items"), member.path() / std::string_view("items"));
    if (array != member.has("items"))
        problems_.add(member.path(), array ? "an array needs the class of its `items`" : "only arrays have `items`");
}

void PackBuilder::read_target(Name& name, Members const& member) {
    bool const needed = name.kind != NameKind::field && name.kind != NameKind::generic_foreign_key;
    if (member.has("to") != needed)
        problems_.add(member.path(),
                      needed ? "a relation needs the model it leads `to`" : "only relations lead `to` a model",
                      needed ? "" : "say which `kind` it is");
    else if (needed)
        name.target = model_named(member.text("to"), member.path() / std::string_view("to"));
}

std::vector<Choice> PackBuilder::read_choices(Members const& member) {
    std::vector<Choice> choices;
    auto const all = member.path() / std::string_view("choices");
    auto const& list = member.array("choices");
    for (std::size_t i = 0; i < list.size(); ++i) {
        auto const* pair = list[i].if_array();
        if (!pair || pair->size() != 2 || !(*pair)[1].is_string()) continue;
        Choice choice{std::int64_t{0}, std::string((*pair)[1].get_string())};
        if (auto const* number = (*pair)[0].if_int64()) choice.code = *number;
        if (auto const* text = (*pair)[0].if_string()) choice.code = std::string(*text);
        bool const twice =
            std::any_of(choices.begin(), choices.end(), [&](auto const& c) { return c.code == choice.code; });
        if (twice) problems_.add(all / i, "this choice stands here twice");
        choices.push_back(std::move(choice));
    }
    return choices;
}

void PackBuilder::add_ways_back(std::vector<Draft>& drafts) {
    boost::unordered_flat_map<Model const*, Draft*> by_model;
    for (auto& draft : drafts) by_model[draft.model] = &draft;
    struct Found {
        Draft* draft;
        Name name;
    };
    std::vector<Found> found;
    for (auto& draft : drafts)
        for (auto const& name : draft.names) {
            auto const kind = way_back(name.kind);
            if (!kind || !name.target || name.related_name.empty()) continue;
            auto* target = by_model[name.target];
            if (target->listed.contains(name.related_name)) continue;
            Name back;
            back.name = name.related_name;
            back.kind = *kind;
            back.target = draft.model;
            back.null = true;
            back.hidden = back.name.ends_with('+');
            back.multi_valued = leads_to_many(*kind);
            back.related_name = name.name;
            auto const names = *draft.models / std::string_view(draft.model->label);
            back.field_class = class_named(relation_classes_[std::size_t(*kind)],
                                           names / std::string_view("names") / std::string_view(name.name));
            found.push_back({target, std::move(back)});
        }
    for (auto& [draft, name] : found) {
        if (draft->listed.contains(name.name))
            problems_.add(*draft->models / std::string_view(draft->model->label),
                          concat("several relations lead back as `", name.name, "`"),
                          "list the name here, or give them different ones");
        draft->add(std::move(name));
    }
}

void PackBuilder::set_value_classes(std::vector<Draft>& drafts) {
    boost::unordered_flat_map<Model const*, Name const*> keys;
    for (auto& draft : drafts) {
        keys[draft.model] = draft.find(draft.key);
        if (!keys[draft.model])
            problems_.add(*draft.models / std::string_view(draft.model->label),
                          concat("the key `", draft.key, "` is none of its names"), "name another `key`");
    }
    // A key can be a relation itself (multi-table inheritance): its values are those of the key behind it.
    auto const value_key = [&keys](Model const* model) {
        auto const* key = keys[model];
        for (int i = 0; key && key->target && i < longest_chain; ++i) key = keys[key->target];
        return key;
    };
    for (auto& draft : drafts) {
        if (auto const* key = value_key(draft.model); key && key->target)
            problems_.add(*draft.models / std::string_view(draft.model->label), "its key leads in a circle");
        for (auto& name : draft.names)
            if (auto const* key = name.target ? value_key(name.target) : nullptr) name.value_class = key->field_class;
    }
}

void PackBuilder::add_aliases(Draft& draft) const {
    auto const add = [&draft](Name const& original, std::string spelling) {
        if (draft.listed.contains(spelling)) return;
        Name alias = original;
        alias.name = std::move(spelling);
        alias.alias = true;
        draft.add(std::move(alias));
    };
    auto const originals = draft.names;
    if (!relation_suffix_.empty())
        for (auto const& name : originals)
            if (name.kind == NameKind::foreign_key || name.kind == NameKind::one_to_one)
                add(name, name.name + relation_suffix_);
    if (auto const* key = draft.find(draft.key); key && !key_alias_.empty()) add(Name(*key), key_alias_);
}

void PackBuilder::finish_models(std::vector<Draft>& drafts) {
    for (auto& draft : drafts) {
        auto& model = *draft.model;
        model.names = std::move(draft.names);
        std::sort(model.names.begin(), model.names.end(), [](auto const& a, auto const& b) { return a.name < b.name; });
        model.by_name.reserve(model.names.size());
        for (auto const& name : model.names) model.by_name[name.name] = &name;
        model.key = model.find(draft.key);
        finish_entity(draft);
    }
    std::sort(schema_.models.begin(), schema_.models.end(),
              [](auto const& a, auto const& b) { return a->label < b->label; });
}

}  // namespace alyx::analyzer
