// What scripts do with the results of reported calls, and what they put into the receivers.
#include <algorithm>
#include <array>

#include "analyzer/fold/evaluator.hpp"

namespace alyx::analyzer {
namespace {

using Kind = Folded::Kind;

bool is_function(ir::Call const& call, std::string_view name) {
    return call.name == name && std::holds_alternative<ir::Name>(call.callee->node) && call.arguments.size() == 1 &&
           call.arguments[0].kind == ir::Call::Argument::Kind::positional;
}

/// Puts in what a call of `append`, `extend` or `insert` does.
void put(Folded& list, FoldedCall const& change) {
    std::size_t const index = change.callee.back().starts_with("insert") ? 1 : 0;
    if (change.open || index >= change.positional.size()) {
        list.open = true;
        return;
    }
    auto const& value = change.positional[index].value;
    if (change.callee.back() != "extend") {
        list.items.push_back(value);
        return;
    }
    list.items.insert(list.items.end(), value.items.begin(), value.items.end());
    list.open |= value.open || (value.kind != Kind::list && value.kind != Kind::tuple);
}

}  // namespace

/// A call itself, or a name that is bound to what it gave.
void Evaluator::note_use(ir::Operand operand, std::string_view method, Place place) {
    if (silent_ || !follows_ || !operand) return;
    if (auto const* call = std::get_if<ir::Call>(&operand->node)) {
        if (call->reported) uses_.push_back({operand->place, method, place});
        return;
    }
    ir::Key key = 0;
    if (auto const* name = std::get_if<ir::Name>(&operand->node)) key = name->key;
    if (auto const* attribute = std::get_if<ir::Attribute>(&operand->node)) key = attribute->key;
    Value value = key != 0 ? environment_.lookup(key) : nullptr;
    if (value && value->kind == Kind::unknown) uses_.push_back({value->place, method, place});
}

void Evaluator::note_truth(ir::Operand condition) {
    if (!condition || !follows_) return;
    if (auto const* unary = std::get_if<ir::Unary>(&condition->node)) {
        if (unary->op == ir::Unary::Operator::invert_truth) note_truth(unary->value);
    } else if (auto const* binary = std::get_if<ir::Binary>(&condition->node)) {
        bool asks = binary->op == ir::Binary::Operator::either || binary->op == ir::Binary::Operator::both;
        if (asks) note_truth(binary->left), note_truth(binary->right);
    } else {
        note_use(condition, "__bool__", condition->place);
    }
}

void Evaluator::note_uses_in(ir::Expression const& at) {
    if (auto const* subscript = std::get_if<ir::Subscript>(&at.node)) {
        note_use(subscript->object, "__getitem__", at.place);
    } else if (auto const* slice = std::get_if<ir::Slice>(&at.node)) {
        note_use(slice->object, "__getitem__", at.place);
    } else if (auto const* unary = std::get_if<ir::Unary>(&at.node)) {
        if (unary->op == ir::Unary::Operator::invert_truth) note_truth(unary->value);
    } else if (auto const* binary = std::get_if<ir::Binary>(&at.node)) {
        bool asks = binary->op == ir::Binary::Operator::either || binary->op == ir::Binary::Operator::both;
        if (asks) note_truth(binary->left);
    } else if (auto const* call = std::get_if<ir::Call>(&at.node)) {
        if (is_function(*call, "len")) note_use(call->arguments[0].value, "__len__", at.place);
        if (is_function(*call, "bool")) note_use(call->arguments[0].value, "__bool__", at.place);
    }
}

/// What is put in by a method of the receiver counts for all calls on what the same call made.
void Evaluator::note_change(ir::Call const& call, FoldedCall const& folded) {
    constexpr std::array<std::string_view, 5> names{"append", "append_item", "extend", "insert", "insert_item"};
    if (!follows_ || !folded.receiver || std::find(names.begin(), names.end(), call.name) == names.end()) return;
    changes_[folded.receiver].push_back(folded);
}

/// `find(name__startswith('x'))`: the call that an argument is.
void Evaluator::add_called(ir::Call const& call, FoldedCall& folded) {
    if (!follows_) return;
    for (std::size_t i = 0; i < folded.positional.size() && i < call.arguments.size(); ++i) {
        auto const& argument = call.arguments[i];
        if (argument.kind != ir::Call::Argument::Kind::positional) return;
        auto const* inner = std::get_if<ir::Call>(&argument.value->node);
        if (!inner || inner->reported) continue;
        folded.positional[i].value.call =
            std::make_shared<FoldedCall>(std::move(folded_calls(*argument.value, *inner).front()));
    }
}

/// A receiver that was made of a list holds what was put in since too, wherever that stands.
void Evaluator::add_changes() {
    if (!follows_) return;
    std::map<std::shared_ptr<FoldedCall const>, std::shared_ptr<FoldedCall const>> changed;
    for (FoldedCall& call : unit_.calls) {
        if (!call.receiver) continue;
        auto& maker = changed[call.receiver];
        if (!maker) {
            auto copy = std::make_shared<FoldedCall>(*call.receiver);
            if (copy->positional.empty() && copy->keywords.empty() && !copy->open) {
                copy->positional.emplace_back();
                copy->positional[0].value.kind = Kind::list;
            }
            if (!copy->positional.empty() && copy->positional[0].value.kind != Kind::unknown) {
                auto& list = copy->positional[0].value;
                if (auto at = changes_.find(call.receiver); at != changes_.end())
                    for (FoldedCall const& change : at->second) put(list, change);
            }
            maker = std::move(copy);
        }
        call.receiver = maker;
    }
}

/// Uses of a result are calls too: of `__bool__`, `__len__` or `__getitem__`, on what the call made.
void Evaluator::add_uses() {
    std::vector<FoldedCall> uses;
    for (Use const& one : uses_) {
        auto same = [&](FoldedCall const& other) {
            return other.place == one.place && other.callee.back() == one.method;
        };
        auto at = std::find_if(unit_.calls.begin(), unit_.calls.end(),
                               [&](FoldedCall const& call) { return call.place == one.made; });
        if (at == unit_.calls.end() || std::any_of(uses.begin(), uses.end(), same)) continue;
        auto& use = uses.emplace_back();
        use.callee.emplace_back(one.method);
        use.receiver = std::make_shared<FoldedCall>(*at);
        use.place = use.callee_place = one.place;
        use.arguments_place = {one.place.source, {one.place.span.end, one.place.span.end}};
    }
    std::move(uses.begin(), uses.end(), std::back_inserter(unit_.calls));
}

}  // namespace alyx::analyzer
