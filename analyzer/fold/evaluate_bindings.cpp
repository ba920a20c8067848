// Binding names, attributes and entries; methods that change lists and dictionaries.
#include <algorithm>
#include <array>

#include "analyzer/fold/evaluator.hpp"
#include "analyzer/fold/url_functions.hpp"

namespace alyx::analyzer {
namespace {

using Kind = Folded::Kind;
using Argument = ir::Call::Argument;

/// Methods that leave what cannot be followed.
constexpr std::array<std::string_view, 7> disturbing{"remove", "pop", "popitem", "sort", "reverse", "clear", "add"};

Value opened(Folded const& value) {
    auto copy = std::make_shared<Folded>(value);
    copy->open = true;
    return copy;
}

/// The old value for a change of its own, without a copy of a long list where nobody else holds it.
std::shared_ptr<Folded> copy_of(Value const& value) {
    return std::make_shared<Folded>(*value);
}

Value appended(Value const& list, Folded const& item) {
    if (list->kind != Kind::list || list->open) return list;
    if (list->items.size() >= max_items) return opened(*list);
    auto longer = copy_of(list);
    longer->items.push_back(item);
    return longer;
}

Value inserted(Value const& list, Folded const& index, Folded const& item) {
    auto at = integer_of(index);
    if (list->kind != Kind::list || list->open || list->items.size() >= max_items) return list;
    if (!at || *at < 0) return unknown_value(HoleType::list, list->place);
    auto longer = copy_of(list);
    auto where = std::min<std::size_t>(static_cast<std::size_t>(*at), longer->items.size());
    longer->items.insert(longer->items.begin() + static_cast<std::ptrdiff_t>(where), item);
    return longer;
}

}  // namespace

void Evaluator::assign(ir::Operand target, Value value, bool extends) {
    if (!target) return;
    if (auto const* display = std::get_if<ir::Display>(&target->node)) return unpack(display->items, value);
    if (auto const* splat = std::get_if<ir::Splat>(&target->node))
        return assign(splat->value, unknown_value(HoleType::list, target->place), extends);
    if (auto const* subscript = std::get_if<ir::Subscript>(&target->node)) {
        Value key = evaluate(subscript->index);
        return update(subscript->object, [&](Value const& old) {
            return for_each_way({old, key, value}, [&](std::vector<Value> const& way) -> Value {
                if (way[0]->kind != Kind::dict) return unknown_value(hole_type_of(*way[0]), target->place);
                auto dict = copy_of(way[0]);
                set_entry(*dict, *way[1], *way[2]);
                return dict;
            });
        });
    }
    ir::Key key = changed_key(target);
    if (key == 0) return;
    if (weight_of(*value) >= max_weight) value = unknown_value(hole_type_of(*value), value->place);
    auto bound = copy_of(value);
    auto add_place = [&](std::vector<Place>& via) {
        if (via.size() < 8) via.insert(via.begin(), target->place);
    };
    add_place(bound->via);
    for (Folded& way : bound->items)
        if (bound->kind == Kind::alternatives) add_place(way.via);
    environment_.assign(key, std::move(bound), extends);
}

void Evaluator::unpack(ir::Operands const& targets, Value const& value) {
    for (std::size_t i = 0; i < targets.size(); ++i) {
        Value item = for_each_way({value}, [&](std::vector<Value> const& way) -> Value {
            bool fits = (way[0]->kind == Kind::tuple || way[0]->kind == Kind::list) && !way[0]->open &&
                        way[0]->items.size() == targets.size();
            if (fits) return std::make_shared<Folded>(way[0]->items[i]);
            return unknown_value(HoleType::unknown, targets[i]->place);
        });
        assign(targets[i], item, true);
    }
}

void Evaluator::update(ir::Operand target, Change const& change) {
    if (std::holds_alternative<ir::Subscript>(target->node)) {
        Value old = evaluate(target);
        return assign(target, change(old), true);
    }
    if (ir::Key key = changed_key(target); key != 0)
        if (Value old = environment_.lookup(key)) {
            Value changed = change(old);
            bool fits = weight_of(*changed) < max_weight;
            environment_.assign(key, fits ? changed : unknown_value(hole_type_of(*changed), target->place), true);
        }
}

void Evaluator::update_dict(ir::Call const& call, Folded& dict) {
    for (Argument const& argument : call.arguments) {
        Value value = evaluate(argument.value);
        if (argument.kind == Argument::Kind::keyword) {
            Literal literal;
            literal.contents = argument.name_place;
            literal.text = argument.name;
            literal.map.add_verbatim(argument.name_place.span.begin, argument.name_place.span.size());
            auto owned = std::make_shared<Literal const>(std::move(literal));
            FoldedText text;
            text.append_literal(*owned, make_span(0, argument.name.size()));
            literals_.add(std::move(owned));
            set_entry(dict, *text_value(std::move(text), argument.name_place), *value);
            continue;
        }
        bool is_list = value->kind == Kind::list && !value->open;
        for (Folded const& pair : value->items) {
            if (!is_list || pair.items.size() != 2)
                dict.open = true;
            else
                set_entry(dict, pair.items[0], pair.items[1]);
        }
        for (auto const& [key, entry] : value->entries) set_entry(dict, key, entry);
        dict.open |= !is_list && (value->kind != Kind::dict || value->open);
    }
}

/// `names.append(x)`, `params.update(…)` and their like.
bool Evaluator::mutate(ir::Operand run) {
    auto const* call = std::get_if<ir::Call>(&run->node);
    auto const* callee = call ? std::get_if<ir::Attribute>(&call->callee->node) : nullptr;
    if (!callee || changed_key(callee->object) == 0) return false;
    std::string_view name = call->name;
    if (name == "append" || name == "extend" || name == "insert") {
        std::vector<Value> arguments = positional(*call);
        if (arguments.size() != (name == "insert" ? 2U : 1U)) return false;
        update(callee->object, [&](Value const& old) {
            std::vector<Value> values{old};
            values.insert(values.end(), arguments.begin(), arguments.end());
            return for_each_way(std::move(values), [&](std::vector<Value> const& way) -> Value {
                if (name == "append") return appended(way[0], *way[1]);
                if (name == "insert") return inserted(way[0], *way[1], *way[2]);
                if (way[0]->kind != Kind::list) return way[0];
                auto added = copy_of(way[1]);
                if (added->kind == Kind::tuple) added->kind = Kind::list;
                return added->kind == Kind::list ? plus(way[0], added, run->place) : opened(*way[0]);
            });
        });
        return true;
    }
    if (name == "append_parameter" || name == "set_parameter") {
        std::vector<Value> arguments = positional(*call);
        if (arguments.size() != 2) return false;
        update(callee->object, [&](Value const& old) {
            return for_each_way({old, arguments[0], arguments[1]}, [&](std::vector<Value> const& way) {
                bool const replaces = name == "set_parameter";
                return with_parameter(*way[0], *way[1], *way[2], replaces, run->place, literals_);
            });
        });
        return true;
    }
    if (name == "update" || name == "setdefault") {
        update(callee->object, [&](Value const& old) {
            return for_each_way({old}, [&](std::vector<Value> const& way) -> Value {
                if (way[0]->kind != Kind::dict) return way[0];
                auto dict = copy_of(way[0]);
                if (name == "update")
                    update_dict(*call, *dict);
                else
                    dict->open = true;
                return dict;
            });
        });
        return true;
    }
    if (std::find(disturbing.begin(), disturbing.end(), name) == disturbing.end()) return false;
    update(callee->object, [&](Value const& old) { return unknown_value(hole_type_of(*old), old->place); });
    return true;
}

Value Evaluator::item_of(ir::Operand iterable) {
    Value items = evaluate(iterable);
    if (auto const* call = std::get_if<ir::Call>(&iterable->node)) {
        if (call->name == "range") return unknown_value(HoleType::integer, iterable->place);
        if (call->name == "enumerate" && call->arguments.size() == 1) {
            Folded pair;
            pair.kind = Kind::tuple;
            pair.items.push_back(*unknown_value(HoleType::integer, iterable->place));
            Value item = item_of(call->arguments[0].value);
            return for_each_way({item}, [&](std::vector<Value> const& way) {
                auto with_index = std::make_shared<Folded>(pair);
                with_index->items.push_back(*way[0]);
                return with_index;
            });
        }
    }
    std::vector<Value> values;
    std::uint32_t point = environment_.new_point();
    for (Folded const& way : ways(*items)) {
        bool is_known = way.kind == Kind::list || way.kind == Kind::tuple || way.kind == Kind::dict;
        if (!is_known || way.items.size() + way.entries.size() > max_alternatives)
            return unknown_value(HoleType::unknown, iterable->place);
        for (Folded const& item : way.items) values.push_back(std::make_shared<Folded>(item));
        for (auto const& [key, value] : way.entries) values.push_back(std::make_shared<Folded>(key));
        if (way.open) values.push_back(unknown_value(HoleType::unknown, iterable->place));
    }
    return values.empty() ? unknown_value(HoleType::unknown, iterable->place) : merge(values, point);
}

}  // namespace alyx::analyzer
