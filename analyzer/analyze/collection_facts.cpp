// Items from the literals that a collection is made of, and calls with the values that conditions compare.
#include "analyzer/analyze/collection_facts.hpp"

#include <algorithm>

namespace alyx::analyzer {
namespace {

using Kind = Folded::Kind;

constexpr int deepest = 16;

ItemShape closed(ItemKind kind) {
    ItemShape shape;
    shape.kinds = ItemShape::bit(kind);
    shape.is_open = false;
    shape.values = 1;
    return shape;
}

ItemShape shape_of_type(HoleType type) {
    switch (type) {
        case HoleType::text:
            return closed(ItemKind::text);
        case HoleType::integer:
            return closed(ItemKind::integer);
        case HoleType::number:
            return closed(ItemKind::number);
        case HoleType::boolean:
            return closed(ItemKind::boolean);
        case HoleType::none:
            return closed(ItemKind::none);
        case HoleType::list:
            return closed(ItemKind::list);
        case HoleType::tuple:
            return closed(ItemKind::tuple);
        case HoleType::uuid:
            return closed(ItemKind::uuid);
        case HoleType::date:
            return closed(ItemKind::date);
        case HoleType::dict:
        case HoleType::unknown:
            break;
    }
    ItemShape open;
    open.values = 1;
    return open;
}

ItemShape shape_at(Folded const& value, int depth);

ItemShape shape_of_dict(Folded const& value, int depth) {
    auto shape = closed(ItemKind::dict);
    shape.is_open = value.open;
    for (auto const& [key, entry] : value.entries) {
        if (key.kind != Kind::text || key.text.has_holes()) {
            shape.is_open |= key.kind == Kind::unknown || key.kind == Kind::text;
            continue;
        }
        ItemShape::Field field{key.text.text, std::make_shared<ItemShape const>(shape_at(entry, depth + 1)), 1, {}, {}};
        if (!key.text.pieces.empty()) field.place = key.text.place(make_span(0, key.text.text.size()));
        shape.fields.push_back(std::move(field));
    }
    return shape;
}

ItemShape shape_at(Folded const& value, int depth) {
    if (depth > deepest) return {};
    switch (value.kind) {
        case Kind::none:
            return closed(ItemKind::none);
        case Kind::boolean:
            return closed(ItemKind::boolean);
        case Kind::number:
            return closed(value.is_integer ? ItemKind::integer : ItemKind::number);
        case Kind::text: {
            auto shape = closed(ItemKind::text);
            if (!value.text.has_holes()) shape.texts.push_back(value.text.text);
            return shape;
        }
        case Kind::list:
            return closed(ItemKind::list);
        case Kind::tuple:
            return closed(ItemKind::tuple);
        case Kind::set:
            return closed(ItemKind::set);
        case Kind::dict:
            return shape_of_dict(value, depth);
        case Kind::unknown:
            return shape_of_type(value.hole);
        case Kind::alternatives: {
            ItemShape shape;
            shape.is_open = false;
            for (auto const& way : value.items) shape = merge(shape, shape_at(way, depth + 1));
            shape.values = 1;
            return shape;
        }
    }
    return {};
}

ItemShape nothing() {
    ItemShape shape;
    shape.is_open = false;
    return shape;
}

ItemShape shape_of_all(Folded const& values) {
    bool is_known = values.kind == Kind::list || values.kind == Kind::tuple || values.kind == Kind::set;
    if (!is_known) return {};
    auto shape = nothing();
    shape.is_open = values.open;
    for (auto const& item : values.items) shape = merge(shape, shape_of(item));
    return shape;
}

CollectionValue value_of(Folded const& value);

CollectionValue::Kind kind_of(Folded const& value) {
    using To = CollectionValue::Kind;
    switch (value.kind) {
        case Kind::none:
            return To::none;
        case Kind::boolean:
            return To::boolean;
        case Kind::number:
            return value.is_integer ? To::integer : To::number;
        case Kind::text:
            return To::text;
        case Kind::list:
            return To::list;
        case Kind::tuple:
            return To::tuple;
        case Kind::set:
            return To::set;
        case Kind::dict:
            return To::dict;
        case Kind::unknown:
        case Kind::alternatives:
            break;
    }
    switch (value.hole) {
        case HoleType::text:
            return To::text;
        case HoleType::integer:
            return To::integer;
        case HoleType::number:
            return To::number;
        case HoleType::boolean:
            return To::boolean;
        case HoleType::none:
            return To::none;
        case HoleType::list:
            return To::list;
        case HoleType::tuple:
            return To::tuple;
        case HoleType::dict:
            return To::dict;
        default:
            return To::unknown;
    }
}

CollectionValue value_of(Folded const& value) {
    CollectionValue result;
    result.kind = kind_of(value);
    result.is_open = value.open || value.kind == Kind::unknown || value.text.has_holes();
    if (!result.is_open) result.text = value.text.text;
    for (auto const& item : value.items) result.items.push_back(value_of(item));
    for (auto const& [key, entry] : value.entries) result.items.push_back(value_of(key));
    return result;
}

CollectionArgument argument_of(SiteArgument const& argument) {
    CollectionArgument result;
    if (argument.is_keyword) result.name = argument.name;
    result.value = value_of(argument.value);
    if (!argument.is_keyword && argument.value.call && argument.value.call->callee.size() == 1) {
        result.called = argument.value.call->callee.front();
        result.called_with = argument.value.call->positional.size() + argument.value.call->keywords.size();
    }
    return result;
}

}  // namespace

ItemShape shape_of(Folded const& value) {
    return shape_at(value, 0);
}

bool is_collection(Site const& site) {
    return site.schema->dialect == "collections" && !site.arguments.empty();
}

ItemShape items_of(Site const& site) {
    auto const& value = site.arguments.front().value;
    if (value.kind == Kind::text) {
        auto const* endpoint = site.schema->find_endpoint(value.text.text);
        return endpoint && endpoint->model ? shape_of(*endpoint->model) : ItemShape{};
    }
    auto shape = shape_of_all(value);
    // Of an empty collection nothing is known: somebody else must fill it.
    return shape.values == 0 ? ItemShape{} : shape;
}

CollectionCall collection_call(Site const& site, ItemShape const& items) {
    CollectionCall call{site.pattern->callee, {}, &items};
    for (std::size_t i = 1; i < site.arguments.size(); ++i) {
        call.arguments.push_back(argument_of(site.arguments[i]));
        // A word of Python can only be a name where a dictionary is spread; else the code is broken.
        call.arguments.back().is_spread = site.is_complete;
    }
    return call;
}

ResolvedCondition condition_of(Site const& site, std::size_t argument, ItemShape const& items) {
    auto const& written = site.arguments[argument];
    return resolve_condition(written.name, value_of(written.value), items);
}

Place place_in_name(SiteArgument const& argument, Span span) {
    auto place = argument.name_place;
    bool is_plain = place.span.size() == argument.name.size() && span.end <= argument.name.size();
    if (is_plain && !span.empty()) place.span = span.shifted(place.span.begin);
    return place;
}

}  // namespace alyx::analyzer
