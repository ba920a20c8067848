// Unions of shapes, and shapes of models.
#include "analyzer/schema/item_shape.hpp"

#include <algorithm>

namespace alyx::analyzer {
namespace {

constexpr std::string_view kind_names[] = {"None",  "boolean", "integer",    "number", "text", "list",
                                           "tuple", "set",     "dictionary", "date",   "UUID"};
constexpr std::size_t most_texts = 16;

std::uint16_t bits(std::initializer_list<ItemKind> kinds) {
    std::uint16_t all = 0;
    for (auto kind : kinds) all = static_cast<std::uint16_t>(all | ItemShape::bit(kind));
    return all;
}

ItemKind kind_of(FieldType type) {
    switch (type) {
        case FieldType::text:
        case FieldType::nullable_text:
            return ItemKind::text;
        case FieldType::integer:
            return ItemKind::integer;
        case FieldType::number:
            return ItemKind::number;
        case FieldType::boolean:
            return ItemKind::boolean;
        case FieldType::uuid:
            return ItemKind::uuid;
        case FieldType::date:
        case FieldType::datetime:
        case FieldType::time:
            return ItemKind::date;
        case FieldType::array:
            return ItemKind::list;
        case FieldType::json:
        case FieldType::relation:
            return ItemKind::dict;
    }
    return ItemKind::dict;
}

ItemShape shape_of(Name const& name, int depth) {
    if (name.is_relation() && !name.multi_valued) return depth > 0 ? shape_of(*name.target, depth - 1) : ItemShape{};
    ItemShape shape;
    if (!name.field_class || name.field_class->type == FieldType::json) return shape;
    shape.is_open = false;
    shape.kinds = ItemShape::bit(name.multi_valued ? ItemKind::list : kind_of(name.field_class->type));
    if (name.null) shape.kinds = static_cast<std::uint16_t>(shape.kinds | ItemShape::bit(ItemKind::none));
    for (auto const& choice : name.choices)
        if (auto const* code = std::get_if<std::string>(&choice.code)) shape.texts.push_back(*code);
    return shape;
}

}  // namespace

bool ItemShape::is_only(std::initializer_list<ItemKind> among) const {
    return !is_open && kinds != 0 && (kinds & ~bits(among)) == 0;
}

bool ItemShape::is_never(std::initializer_list<ItemKind> among) const {
    return !is_open && kinds != 0 && (kinds & bits(among)) == 0;
}

ItemShape::Field const* ItemShape::find(std::string_view name) const {
    auto at = std::find_if(fields.begin(), fields.end(), [&](Field const& field) { return field.name == name; });
    return at == fields.end() ? nullptr : &*at;
}

ItemShape merge(ItemShape const& one, ItemShape const& other) {
    ItemShape both = one;
    both.kinds = static_cast<std::uint16_t>(one.kinds | other.kinds);
    both.is_open = one.is_open || other.is_open;
    both.values += other.values;
    for (auto const& field : other.fields) {
        auto at =
            std::find_if(both.fields.begin(), both.fields.end(), [&](auto const& f) { return f.name == field.name; });
        if (at == both.fields.end()) {
            both.fields.push_back(field);
            continue;
        }
        at->shape = std::make_shared<ItemShape const>(merge(*at->shape, *field.shape));
        at->seen += field.seen;
    }
    for (auto const& text : other.texts)
        if (both.texts.size() < most_texts && std::find(both.texts.begin(), both.texts.end(), text) == both.texts.end())
            both.texts.push_back(text);
    return both;
}

ItemShape shape_of(Model const& model, int depth) {
    ItemShape shape;
    shape.is_open = false;
    shape.kinds = ItemShape::bit(ItemKind::dict);
    for (auto const& name : model.names)
        if (!name.hidden)
            shape.fields.push_back(
                {name.name, std::make_shared<ItemShape const>(shape_of(name, depth)), 0, std::nullopt, name.help});
    return shape;
}

std::string_view name_of(ItemKind kind) {
    return kind_names[static_cast<std::size_t>(kind)];
}

std::string describe_kinds(ItemShape const& shape) {
    std::string text;
    for (std::size_t i = 0; i < std::size(kind_names); ++i) {
        if (!shape.has(static_cast<ItemKind>(i))) continue;
        if (!text.empty()) text += " or ";
        text += kind_names[i];
    }
    return text;
}

}  // namespace alyx::analyzer
