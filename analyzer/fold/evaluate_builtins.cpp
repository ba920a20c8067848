// What calls of Python's own functions and methods come to.
#include <algorithm>
#include <array>

#include "analyzer/fold/evaluator.hpp"
#include "analyzer/fold/url_functions.hpp"

namespace alyx::analyzer {
namespace {

using Kind = Folded::Kind;
using Argument = ir::Call::Argument;

struct ResultType {
    std::string_view name;
    HoleType type;
};

constexpr std::array<ResultType, 15> functions{{
    {"int", HoleType::integer},
    {"len", HoleType::integer},
    {"ord", HoleType::integer},
    {"hash", HoleType::integer},
    {"float", HoleType::number},
    {"bool", HoleType::boolean},
    {"isinstance", HoleType::boolean},
    {"list", HoleType::list},
    {"sorted", HoleType::list},
    {"tuple", HoleType::tuple},
    {"dict", HoleType::dict},
    {"input", HoleType::text},
    {"format", HoleType::text},
    {"chr", HoleType::text},
    {"uuid4", HoleType::uuid},
}};

/// Of objects that are not known. `today` and `now` are those of datetime and date.
constexpr std::array<ResultType, 18> methods{{
    {"isoformat", HoleType::text},
    {"strftime", HoleType::text},
    {"strip", HoleType::text},
    {"lstrip", HoleType::text},
    {"rstrip", HoleType::text},
    {"lower", HoleType::text},
    {"upper", HoleType::text},
    {"title", HoleType::text},
    {"capitalize", HoleType::text},
    {"as_posix", HoleType::text},
    {"split", HoleType::list},
    {"tolist", HoleType::list},
    {"uuid4", HoleType::uuid},
    {"today", HoleType::date},
    {"now", HoleType::date},
    {"date", HoleType::date},
    {"total_seconds", HoleType::number},
    {"toordinal", HoleType::integer},
}};

template <std::size_t size>
HoleType type_of(std::array<ResultType, size> const& table, std::string_view name) {
    for (ResultType const& entry : table)
        if (entry.name == name) return entry.type;
    return HoleType::unknown;
}

constexpr std::array<std::pair<std::string_view, Kind>, 6> class_kinds{{
    {"str", Kind::text},
    {"list", Kind::list},
    {"tuple", Kind::tuple},
    {"set", Kind::set},
    {"dict", Kind::dict},
    {"bool", Kind::boolean},
}};

/// `isinstance(value, name)`, where both are known.
std::optional<bool> is_instance(Folded const& value, std::string_view name) {
    if (value.kind == Kind::unknown) return {};
    if (name == "int") return value.kind == Kind::boolean || (value.kind == Kind::number && value.is_integer);
    if (name == "float") return value.kind == Kind::number && !value.is_integer;
    for (auto [known, kind] : class_kinds)
        if (known == name) return value.kind == kind;
    return {};
}

Value text_from(Folded const& value, Place place) {
    Folded argument = value;
    if (argument.kind == Kind::unknown) argument.place = place;
    return text_value(folded_str(argument), place);
}

Value shown(Folded const& value, Place place) {
    return text_value(folded_repr(value), place);
}

Value length_of(Folded const& value, Place place) {
    bool is_sequence = value.kind == Kind::list || value.kind == Kind::tuple;
    if (is_sequence && !value.open) return number_value(std::to_string(value.items.size()), true, place);
    return unknown_value(HoleType::integer, place);
}

Value integer_from(Folded const& value, Place place) {
    bool is_integer = value.kind == Kind::number && value.is_integer;
    return is_integer ? std::make_shared<Folded>(value) : unknown_value(HoleType::integer, place);
}

template <Kind kind>
Value sequence_from(Folded const& items, Place place) {
    if (items.kind != Kind::list && items.kind != Kind::tuple)
        return unknown_value(kind == Kind::list ? HoleType::list : HoleType::tuple, place);
    auto value = std::make_shared<Folded>(items);
    value->kind = kind;
    value->place = place;
    return value;
}

struct Conversion {
    std::string_view name;
    Value (*convert)(Folded const& argument, Place place);
};

/// Functions of one argument that is followed.
constexpr std::array<Conversion, 6> conversions{{
    {"str", text_from},
    {"repr", shown},
    {"len", length_of},
    {"int", integer_from},
    {"list", sequence_from<Kind::list>},
    {"tuple", sequence_from<Kind::tuple>},
}};

}  // namespace

std::vector<Value> Evaluator::positional(ir::Call const& call) {
    std::vector<Value> values;
    for (Argument const& argument : call.arguments) {
        // What stands behind a splat has no known position.
        if (argument.kind == Argument::Kind::splat) break;
        if (argument.kind == Argument::Kind::positional) values.push_back(evaluate(argument.value));
    }
    return values;
}

Value Evaluator::fold(ir::Expression const& at, ir::Call const& call) {
    if (call.name == "URLSearchParams" && call.arguments.empty()) return text_value({}, at.place);
    if (is_url_function(call.name) && !call.arguments.empty()) {
        bool const each_item = std::any_of(call.arguments.begin(), call.arguments.end(),
                                           [](Argument const& argument) { return argument.name == "doseq"; });
        return for_each_way({evaluate(call.arguments[0].value)}, [&](std::vector<Value> const& way) {
            return fold_url_function(call.name, *way[0], each_item, at.place, literals_);
        });
    }
    if (auto const* callee = std::get_if<ir::Attribute>(&call.callee->node)) return fold_method(at, call, *callee);
    if (auto const* name = std::get_if<ir::Name>(&call.callee->node))
        if (!environment_.lookup(name->key)) return fold_function(at, call);
    return unknown_value(HoleType::unknown, at.place);
}

Value Evaluator::dict_of(ir::Expression const& at, ir::Call const& call) {
    auto dict = std::make_shared<Folded>();
    dict->kind = Kind::dict;
    dict->place = at.place;
    update_dict(call, *dict);
    return dict;
}

Value Evaluator::fold_function(ir::Expression const& at, ir::Call const& call) {
    auto const& arguments = call.arguments;
    bool all_positional = std::all_of(arguments.begin(), arguments.end(), [](Argument const& argument) {
        return argument.kind == Argument::Kind::positional;
    });
    if (call.name == "dict") return dict_of(at, call);
    if (!all_positional) return unknown_value(type_of(functions, call.name), at.place);
    if (arguments.size() == 1)
        for (Conversion const& conversion : conversions)
            if (conversion.name == call.name)
                return for_each_way({evaluate(arguments[0].value)}, [&](std::vector<Value> const& way) {
                    return conversion.convert(*way[0], at.place);
                });
    if (call.name == "list" && arguments.empty()) {
        auto list = std::make_shared<Folded>();
        list->kind = Kind::list;
        list->place = at.place;
        return list;
    }
    if (arguments.size() == 2 && call.name == "map") return fold_map(at, call);
    if (arguments.size() == 2 && call.name == "isinstance") return fold_isinstance(at, call);
    return unknown_value(type_of(functions, call.name), at.place);
}

/// `map(str, items)`
Value Evaluator::fold_map(ir::Expression const& at, ir::Call const& call) {
    auto const* function = std::get_if<ir::Name>(&call.arguments[0].value->node);
    bool is_str = function && program_.keys.last_name(function->key) == "str" && !environment_.lookup(function->key);
    Value items = evaluate(call.arguments[1].value);
    bool is_sequence = items->kind == Kind::list || items->kind == Kind::tuple;
    if (!is_str || !is_sequence) return unknown_value(HoleType::unknown, at.place);
    auto texts = std::make_shared<Folded>(*items);
    for (Folded& item : texts->items) item = *text_from(item, item.place);
    return texts;
}

Value Evaluator::fold_isinstance(ir::Expression const& at, ir::Call const& call) {
    auto const* type = std::get_if<ir::Name>(&call.arguments[1].value->node);
    if (!type) return unknown_value(HoleType::boolean, at.place);
    return for_each_way({evaluate(call.arguments[0].value)}, [&](std::vector<Value> const& way) {
        auto known = is_instance(*way[0], program_.keys.last_name(type->key));
        return known ? boolean_value(*known, at.place) : unknown_value(HoleType::boolean, at.place);
    });
}

/// The names of what `.format` is given; the values go to `values`, positional ones first.
FormatArguments Evaluator::format_arguments(ir::Call const& call, std::vector<Value>& values) {
    FormatArguments names;
    for (Value& value : positional(call)) {
        names.positional.push_back(nullptr);
        values.push_back(std::move(value));
    }
    for (Argument const& argument : call.arguments) {
        if (argument.kind != Argument::Kind::keyword && argument.kind != Argument::Kind::dict_splat) continue;
        Value value = evaluate(argument.value);
        if (argument.kind == Argument::Kind::keyword) {
            names.named.emplace_back(argument.name, nullptr);
            values.push_back(std::move(value));
            continue;
        }
        for (auto const& [key, entry] : value->entries) {
            names.named.emplace_back(key.text.text, nullptr);
            values.push_back(std::make_shared<Folded>(entry));
        }
    }
    return names;
}

Value Evaluator::fold_method(ir::Expression const& at, ir::Call const& call, ir::Attribute const& callee) {
    Value object = evaluate(callee.object);
    auto positionals = [&] {
        std::vector<Value> values = positional(call);
        values.insert(values.begin(), object);
        return values;
    };
    if (hole_type_of(*object) != HoleType::text && object->kind != Kind::alternatives) {
        if (object->kind == Kind::unknown) return unknown_value(type_of(methods, call.name), at.place);
        return fold_container_method(at, call, object);
    }
    if (call.name == "format") {
        std::vector<Value> values{object};
        FormatArguments shape = format_arguments(call, values);
        return for_each_way(std::move(values), [&](std::vector<Value> const& way) -> Value {
            if (way[0]->kind != Kind::text) return unknown_value(HoleType::text, at.place);
            FormatArguments arguments = shape;
            std::copy_n(way.begin() + 1, arguments.positional.size(), arguments.positional.begin());
            for (std::size_t i = 0; i < arguments.named.size(); ++i)
                arguments.named[i].second = way[1 + arguments.positional.size() + i];
            return fold_brace_format(*way[0], arguments, at.place, literals_);
        });
    }
    return for_each_way(positionals(), [&](std::vector<Value> const& way) -> Value {
        if (call.name == "join")
            return way.size() == 2 ? fold_join(*way[0], *way[1], at.place) : unknown_value(HoleType::text, at.place);
        if (way[0]->kind != Kind::text) return unknown_value(type_of(methods, call.name), at.place);
        Value value = fold_text_method(*way[0], call.name, std::span(way).subspan(1), at.place);
        return value ? value : unknown_value(HoleType::unknown, at.place);
    });
}

Value Evaluator::fold_container_method(ir::Expression const& at, ir::Call const& call, Value const& object) {
    std::vector<Value> arguments = positional(call);
    if (call.name == "copy") return object;
    bool is_dict = object->kind == Kind::dict;
    if (is_dict && (call.name == "get" || call.name == "pop" || call.name == "setdefault") && !arguments.empty() &&
        is_known_text(*arguments[0])) {
        if (Folded const* entry = entry_of(*object, arguments[0]->text.text)) return std::make_shared<Folded>(*entry);
        if (!object->open && arguments.size() > 1) return arguments[1];
    }
    bool keys = call.name == "keys";
    bool items = call.name == "items";
    if (is_dict && (keys || items || call.name == "values")) {
        auto list = std::make_shared<Folded>();
        list->kind = Kind::list;
        list->open = object->open;
        list->place = at.place;
        for (auto const& [key, value] : object->entries) {
            Folded pair;
            pair.kind = Kind::tuple;
            pair.items = {key, value};
            list->items.push_back(keys ? key : items ? pair : value);
        }
        return list;
    }
    return unknown_value(HoleType::unknown, at.place);
}

}  // namespace alyx::analyzer
