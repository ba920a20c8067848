// Runs functions and classes: bodies of functions when what surrounds them has been run.
#include <algorithm>

#include "analyzer/fold/evaluator.hpp"

namespace alyx::analyzer {

void Evaluator::run(Place place, ir::Function const& node) {
    for (ir::Operand decorator : node.decorators) visit(decorator);
    Deferred deferred{&node, {}, class_};
    for (auto const& parameter : node.parameters) {
        visit(parameter.standard);
        deferred.defaults.push_back(parameter.standard && node.matters ? evaluate(parameter.standard) : nullptr);
    }
    environment_.assign(node.key, unknown_value(HoleType::unknown, place), false);
    if (node.matters) deferred_.push_back(std::move(deferred));
}

void Evaluator::run(Place place, ir::Class const& node) {
    for (ir::Operand decorator : node.decorators) visit(decorator);
    for (ir::Operand base : node.bases) visit(base);
    ClassFacts& facts = environment_.add_class(node.key);
    for (ir::Operand base : node.bases)
        if (ir::Key key = changed_key(base)) facts.bases.push_back(key);
    Scope scope;
    scope.kind = Scope::Kind::class_body;
    Scope& around = environment_.scope();
    scope.outside = around.kind == Scope::Kind::class_body ? around.outside : &around;
    ClassFacts* class_before = std::exchange(class_, &facts);
    Scope* scope_before = environment_.enter(scope);
    run(node.body);
    environment_.leave(scope_before);
    class_ = class_before;
    for (auto const& [key, value] : scope.overlays.front().bindings)
        if (program_.keys.object_of(key) == 0)
            facts.attributes[program_.keys.last_name(key)].push_back(value ? value
                                                                           : unknown_value(HoleType::unknown, place));
    environment_.assign(node.key, unknown_value(HoleType::unknown, place), false);
}

void Evaluator::run(Place, ir::Outer const& node) {
    Scope& scope = environment_.scope();
    Scope* outside = node.module ? &environment_.module() : scope.outside;
    if (!outside || outside == &scope) return;
    for (ir::Key key : node.keys) scope.outer_names[key] = outside;
}

void Evaluator::run(Place, ir::Forget const& node) {
    for (ir::Operand target : node.targets) {
        visit(target);
        auto const* subscript = std::get_if<ir::Subscript>(&target->node);
        if (!subscript) {
            if (ir::Key key = changed_key(target)) environment_.assign(key, nullptr, true);
            continue;
        }
        Value index = evaluate(subscript->index);
        update(subscript->object, [&](Value const& old) -> Value {
            if (old->kind != Folded::Kind::dict || !is_known_text(*index))
                return unknown_value(hole_type_of(*old), old->place);
            auto dict = std::make_shared<Folded>(*old);
            std::erase_if(dict->entries, [&](auto const& entry) {
                return is_known_text(entry.first) && entry.first.text.text == index->text.text;
            });
            return dict;
        });
    }
}

/// Each name keeps what it is bound to, as one of its ways.
void Evaluator::run(Place place, ir::Unseen const&) {
    auto may_be_anything = [&](ir::Key key) {
        Value const value = environment_.lookup(key);
        if (!value) return true;
        auto const all = ways(*value);
        return std::any_of(all.begin(), all.end(), [](Folded const& way) {
            return way.kind == Folded::Kind::unknown && way.hole == HoleType::unknown;
        });
    };
    Scope* const current = &environment_.scope();
    for (Scope* scope = current; scope; scope = scope->outside) {
        environment_.enter(*scope);
        Overlay changed;
        for (Overlay const& overlay : scope->overlays)
            for (auto const& binding : overlay.bindings)
                if (!may_be_anything(binding.first))
                    changed.bindings[binding.first] = unknown_value(HoleType::unknown, place);
        environment_.join({std::move(changed), Overlay{}});
    }
    environment_.enter(*current);
}

/// Methods are run twice, first for what they assign to attributes, which any other method may see.
void Evaluator::run_deferred(std::vector<Deferred> deferred) {
    bool silent_before = silent_;
    silent_ = true;
    for (Deferred const& one : deferred)
        if (one.method_of && !silent_before) run_function(one);
    silent_ = silent_before;
    for (Deferred const& one : deferred) run_function(one);
}

void Evaluator::bind_parameters(Deferred const& deferred, Scope& scope) {
    auto const& function = *deferred.function;
    if (deferred.method_of && !function.is_static && !function.parameters.empty()) {
        scope.self = function.parameters[0].key;
        scope.self_class = deferred.method_of;
    }
    for (std::size_t i = 0; i < function.parameters.size(); ++i) {
        auto const& parameter = function.parameters[i];
        Place place = parameter.standard ? parameter.standard->place : Place{};
        Value value = unknown_value(parameter.type, place);
        // The default may be what is used; a caller may pass anything else.
        if (Value standard = deferred.defaults[i]) {
            Value values[]{standard, value};
            value = merge(values, environment_.new_point());
        }
        environment_.assign(parameter.key, value, true);
    }
}

void Evaluator::run_function(Deferred const& deferred) {
    Scope scope;
    scope.kind = Scope::Kind::function;
    scope.outside = &environment_.scope();
    Scope* scope_before = environment_.enter(scope);
    ClassFacts* class_before = std::exchange(class_, nullptr);
    auto* exits_before = std::exchange(exits_, nullptr);
    auto deferred_before = std::exchange(deferred_, {});
    bind_parameters(deferred, scope);
    // What it assigns to names of other scopes happens only if it is called.
    std::vector<Scope*> others;
    for (Scope* other = scope.outside; other; other = other->outside) others.push_back(other);
    for (Scope* other : others) other->overlays.emplace_back();
    run(deferred.function->body);
    run_deferred(std::exchange(deferred_, std::move(deferred_before)));
    if (silent_ && scope.self_class)
        for (auto const& [key, value] : scope.overlays.front().bindings)
            if (program_.keys.object_of(key) == scope.self)
                scope.self_class->attributes[program_.keys.last_name(key)].push_back(
                    value ? value : unknown_value(HoleType::unknown, {}));
    class_ = class_before;
    exits_ = exits_before;
    for (Scope* other : others) {
        environment_.enter(*other);
        std::vector<Overlay> branches{Overlay{}, environment_.end_branch()};
        environment_.join(branches);
    }
    environment_.leave(scope_before);
}

}  // namespace alyx::analyzer
