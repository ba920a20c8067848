// Runs statements: assignments, branches, try.
#include <algorithm>

#include "analyzer/fold/evaluator.hpp"

namespace alyx::analyzer {

using Kind = Folded::Kind;

FoldedUnit evaluate(ir::Program const& program) {
    find_idle(program);
    for (ir::Part* part : program.parts) settle(*part);
    return Evaluator(program).run();
}

FoldedUnit Evaluator::run() {
    for (ir::Part const* part : program_.parts) run(part->body);
    run_deferred(std::exchange(deferred_, {}));
    add_changes();
    add_uses();
    std::stable_sort(unit_.calls.begin(), unit_.calls.end(), [](FoldedCall const& left, FoldedCall const& right) {
        return std::pair(left.place.source, left.callee_place.span.begin) <
               std::pair(right.place.source, right.callee_place.span.begin);
    });
    for (ir::Part const* part : program_.parts)
        unit_.comments.insert(unit_.comments.end(), part->comments.begin(), part->comments.end());
    unit_.literals = literals_.take();
    return std::move(unit_);
}

void Evaluator::run(ir::Block const& block) {
    for (ir::Statement const& statement : block)
        if (!statement.is_idle) std::visit([&](auto const& node) { run(statement.place, node); }, statement.node);
}

void Evaluator::declare(ir::Directive const& directive, Value const& value) {
    if (silent_) return;
    auto all = ways(*value);
    for (auto way = all.begin(); way != all.end(); ++way)
        if (std::none_of(all.begin(), way, [&](Folded const& other) { return same(other, *way); }))
            unit_.declared.push_back({directive.text, directive.place, *way});
}

void Evaluator::run(Place, ir::Assign const& node) {
    visit(node.value);
    for (ir::Operand target : node.targets) visit(target);
    Value value = node.value ? evaluate(node.value) : nullptr;
    if (value && value->kind == Kind::unknown && value->hole == HoleType::unknown) {
        auto typed = std::make_shared<Folded>(*value);
        typed->hole = node.annotation;
        bool is_receiver = std::any_of(node.targets.begin(), node.targets.end(),
                                       [&](ir::Operand target) { return receivers_.contains(changed_key(target)); });
        auto const* call = std::get_if<ir::Call>(&node.value->node);
        if (is_receiver && call && !call->name.empty() && !call->reported)
            typed->call = std::make_shared<FoldedCall>(std::move(folded_calls(*node.value, *call).front()));
        else if (is_receiver && std::holds_alternative<ir::Attribute>(node.value->node))
            typed->call = maker_of(node.value);  // alyx = ONE(…).alyx
        value = std::move(typed);
    }
    if (node.value) mutate(node.value);
    auto used = mentioned(node.value);
    for (ir::Operand target : node.targets) {
        bool extends = std::find(used.begin(), used.end(), changed_key(target)) != used.end();
        assign(target, value ? value : unknown_value(node.annotation, target->place), extends);
    }
    if (node.directive && value) declare(*node.directive, value);
}

void Evaluator::run(Place place, ir::Augment const& node) {
    visit(node.value);
    Value added = evaluate(node.value);
    Value result;
    update(node.target, [&](Value const& old) -> Value {
        if (node.op == '+') {
            // A list takes any iterable; text only text.
            bool is_list = old->kind == Kind::list && added->kind != Kind::list;
            if (!is_list) return result = plus(old, added, place);
            auto list = std::make_shared<Folded>(*added);
            list->kind = added->kind == Kind::tuple ? Kind::list : Kind::unknown;
            return result = plus(old, list, place);
        }
        if (node.op == '%' && old->kind == Kind::text)
            return result = for_each_way({old, added}, [&](std::vector<Value> const& way) {
                       return fold_percent(*way[0], *way[1], place, literals_);
                   });
        if (node.op == '|' && old->kind == Kind::dict && added->kind == Kind::dict) {
            auto dict = std::make_shared<Folded>(*old);
            for (auto const& [key, value] : added->entries) set_entry(*dict, key, value);
            dict->open |= added->open;
            return result = dict;
        }
        return result = unknown_value(hole_type_of(*old), place);
    });
    if (node.directive && result) declare(*node.directive, result);
}

void Evaluator::run(Place, ir::Run const& node) {
    visit(node.value);
    if (node.value) mutate(node.value);
}

void Evaluator::run(Place, ir::Branch const& node) {
    std::vector<Overlay> branches;
    std::vector<std::pair<ir::Key, bool>> undecided;
    if (!node.arms.empty()) visit(node.arms.front().condition);
    for (ir::Branch::Arm const& arm : node.arms) note_truth(arm.condition);
    environment_.begin_branch();  // what earlier conditions, not met, tell
    for (ir::Branch::Arm const& arm : node.arms) {
        if (&arm != &node.arms.front()) visit(arm.condition);
        for (ir::Key key : mentioned(arm.condition)) undecided.emplace_back(key, is_undecided(arm.condition, key));
        environment_.begin_branch();
        bool possible = assume(arm.condition, true);
        for (ir::Operand bind : arm.binds) assign(bind, unknown_value(HoleType::unknown, bind->place), true);
        run(arm.block);
        Overlay overlay = environment_.end_branch();
        overlay.left |= !possible;
        branches.push_back(std::move(overlay));
        if (!assume(arm.condition, false)) environment_.scope().overlays.back().left = true;
    }
    Overlay rest = environment_.end_branch();
    // An arm begins where the conditions before it were not met; their narrowing is kept only by the way past them all.
    if (!node.exhaustive) branches.push_back(std::move(rest));
    environment_.join(branches);
    for (auto [key, is_open] : undecided) {
        bool changed = std::any_of(branches.begin(), branches.end(),
                                   [key = key](Overlay const& branch) { return branch.bindings.contains(key); });
        Value value = is_open && changed ? environment_.lookup(key) : nullptr;
        // Which of its values goes which way is not known: none of them is proved.
        if (value) environment_.assign(key, unknown_value(hole_type_of(*value), value->place), true);
    }
}

void Evaluator::run(Place, ir::Try const& node) {
    environment_.begin_branch();
    run(node.body);
    Overlay body = environment_.end_branch();
    std::vector<Overlay> branches;
    for (ir::Block const& handler : node.handlers) {
        environment_.begin_branch();
        // The body may have come to its end, or not even begun.
        environment_.join({body, Overlay{}});
        environment_.scope().overlays.back().left = false;
        run(handler);
        branches.push_back(environment_.end_branch());
    }
    environment_.begin_branch();
    environment_.scope().overlays.back() = std::move(body);
    run(node.otherwise);
    branches.push_back(environment_.end_branch());
    environment_.join(branches);
    run(node.finally);
}

}  // namespace alyx::analyzer
