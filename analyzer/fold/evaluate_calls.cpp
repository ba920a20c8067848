// The calls that are asked for: their arguments, folded, one FoldedCall for each way the script may run.
#include <algorithm>

#include "analyzer/fold/evaluator.hpp"

namespace alyx::analyzer {
namespace {

using Kind = Folded::Kind;
using Argument = ir::Call::Argument;

void collect_names(ir::Operand callee, std::vector<std::string>& names, int depth = 0) {
    if (!callee || depth > 64) return;
    if (auto const* call = std::get_if<ir::Call>(&callee->node)) return collect_names(call->callee, names, depth + 1);
    if (auto const* subscript = std::get_if<ir::Subscript>(&callee->node))
        return collect_names(subscript->object, names, depth + 1);
    auto const* attribute = std::get_if<ir::Attribute>(&callee->node);
    if (attribute) collect_names(attribute->object, names, depth + 1);
    if (attribute) names.emplace_back(attribute->name);
}

void add_splat(FoldedCall& call, Folded const& value, Place place) {
    bool is_sequence = value.kind == Kind::list || value.kind == Kind::tuple;
    // Behind an unknown number of arguments no place is known any more.
    if (is_sequence && !call.open)
        for (Folded const& item : value.items) call.positional.push_back({item, place});
    call.open |= !is_sequence || value.open;
}

void add_dict_splat(FoldedCall& call, Folded const& value, Place place) {
    for (auto const& [key, entry] : value.entries) {
        if (!is_known_text(key)) {
            call.open = true;
            continue;
        }
        Place name_place = key.text.pieces.empty() ? place : key.text.place(make_span(0, key.text.text.size()));
        call.keywords.push_back({key.text.text, name_place, entry, entry.place});
    }
    call.open |= value.kind != Kind::dict || value.open;
}

void add_argument(FoldedCall& call, Argument const& argument, Folded const& value) {
    Place place = argument.value->place;
    switch (argument.kind) {
        case Argument::Kind::positional:
            if (!call.open) call.positional.push_back({value, place});
            break;
        case Argument::Kind::keyword:
            call.keywords.push_back({std::string(argument.name), argument.name_place, value, place});
            break;
        case Argument::Kind::splat:
            add_splat(call, value, place);
            break;
        case Argument::Kind::dict_splat:
            add_dict_splat(call, value, place);
            break;
        case Argument::Kind::options:
            if (value.kind == Kind::dict)
                add_dict_splat(call, value, place);
            else if (!call.open)
                call.positional.push_back({value, place});
            break;
    }
}

/// The first name of a chain, which no Attribute carries.
std::string_view root_name(ir::Operand callee, ir::Keys const& keys) {
    while (callee) {
        if (auto const* name = std::get_if<ir::Name>(&callee->node)) return keys.last_name(name->key);
        if (auto const* attribute = std::get_if<ir::Attribute>(&callee->node))
            callee = attribute->object;
        else if (auto const* call = std::get_if<ir::Call>(&callee->node))
            callee = call->callee;
        else if (auto const* subscript = std::get_if<ir::Subscript>(&callee->node))
            callee = subscript->object;
        else
            break;
    }
    return {};
}

}  // namespace

std::vector<FoldedCall> Evaluator::folded_calls(ir::Expression const& at, ir::Call const& call) {
    FoldedCall common;
    std::string_view root = root_name(call.callee, program_.keys);
    if (!root.empty()) common.callee.emplace_back(root);
    collect_names(call.callee, common.callee);
    common.receiver = maker_of(call.callee);
    common.place = at.place;
    common.callee_place = call.name_place;
    common.arguments_place = call.arguments_place;
    common.broken = call.broken;
    std::vector<Value> values;
    for (Argument const& argument : call.arguments) values.push_back(evaluate(argument.value));
    std::vector<FoldedCall> calls;
    auto all = combinations(std::move(values));
    auto same_values = [](std::vector<Value> const& left, std::vector<Value> const& right) {
        return std::equal(left.begin(), left.end(), right.begin(),
                          [](Value const& one, Value const& other) { return same(*one, *other); });
    };
    for (auto const& way : all) {
        if (std::any_of(std::as_const(all).data(), &way,
                        [&](auto const& earlier) { return same_values(earlier, way); }))
            continue;
        FoldedCall one = common;
        one.alternative = static_cast<std::uint32_t>(calls.size());
        for (std::size_t i = 0; i < way.size(); ++i) add_argument(one, call.arguments[i], *way[i]);
        calls.push_back(std::move(one));
    }
    return calls;
}

void Evaluator::report(ir::Expression const& at, ir::Call const& call) {
    if (silent_) return;
    for (FoldedCall& one : folded_calls(at, call)) {
        add_called(call, one);
        note_change(call, one);
        unit_.calls.push_back(std::move(one));
    }
}

/// `one.alyx.rest`: the call that `one` was assigned from; `ONE().alyx.rest`: the call itself.
std::shared_ptr<FoldedCall const> Evaluator::maker_of(ir::Operand callee) {
    while (auto const* attribute = std::get_if<ir::Attribute>(&callee->node)) {
        callee = attribute->object;
        ir::Key key = changed_key(callee);
        Value value = key != 0 ? environment_.lookup(key) : nullptr;
        if (value && value->call) return value->call;
    }
    auto const* call = std::get_if<ir::Call>(&callee->node);
    if (!call || call->reported) return nullptr;
    return std::make_shared<FoldedCall>(std::move(folded_calls(*callee, *call).front()));
}

}  // namespace alyx::analyzer
