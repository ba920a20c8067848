// Comprehensions, calls and lambdas of a tree.
#include <algorithm>
#include <utility>

#include "analyzer/text/concat.hpp"
#include "analyzer/value/expression_checks.hpp"
#include "analyzer/value/expression_evaluator.hpp"
#include "analyzer/value/expression_operators.hpp"

namespace alyx::analyzer {

using Kind = PyValue::Kind;

void ExpressionEvaluator::iterate_node(NodeId iterable, std::vector<PyValue>& to, bool order_matters) {
    bool const generator = tree_[iterable].kind == NodeKind::generator;
    PyValue const value = generator ? comprehension(iterable) : value_of(iterable);
    if (run_.stopped()) return;
    auto const before = to.size();
    iterate(value, to, order_matters, run_);
    // Items of a written display keep their places, others stand where the whole does.
    bool const written = tree_[iterable].kind == NodeKind::list || tree_[iterable].kind == NodeKind::tuple;
    for (std::size_t i = before; !written && i < to.size(); ++i) to[i].span = tree_[iterable].span;
}

void ExpressionEvaluator::declare(NodeId target, std::uint32_t scope) {
    if (tree_[target].kind == NodeKind::name) {
        variables_.push_back({tree_.name(target), {}, false, scope});
    } else {
        for (NodeId item : Children(tree_, target)) declare(item, scope);
    }
}

void ExpressionEvaluator::bind_target(NodeId target, PyValue value) {
    if (tree_[target].kind == NodeKind::name) {
        if (!run_.spend(variables_.size() / 32)) return;
        auto const v = std::find_if(variables_.rbegin(), variables_.rend(),
                                    [&](Variable const& x) { return x.name == tree_.name(target); });
        v->value = std::move(value);
        v->assigned = true;
        return;
    }
    bool const sequence = tree_[target].kind == NodeKind::tuple || tree_[target].kind == NodeKind::list;
    if (!sequence) return void(run_.give_up());
    std::vector<PyValue> items;
    iterate(value, items, true, run_);
    std::size_t names = 0;
    for (NodeId item : Children(tree_, target)) {
        ++names;
        if (tree_[item].kind == NodeKind::starred) run_.give_up();
    }
    if (run_.stopped()) return;
    if (items.size() != names) {
        run_.raise("ValueError", concat(items.size() < names ? "not enough" : "too many",
                                        " values to unpack (expected ", std::to_string(names), ")"));
        return;
    }
    auto item = items.begin();
    for (NodeId part : Children(tree_, target)) bind_target(part, std::move(*item++));
}

/// Adds one round's element, or key and value.
void ExpressionEvaluator::add_element(NodeId comprehension, std::vector<PyValue>& to) {
    NodeId element = tree_[comprehension].first;
    bool const hashes = tree_[comprehension].kind == NodeKind::set_comprehension ||
                        tree_[comprehension].kind == NodeKind::dict_comprehension;
    auto const before = to.size();
    for (; tree_[element].kind != NodeKind::clause; element = tree_[element].next) to.push_back(value_of(element));
    if (hashes && !run_.stopped()) check_hashable(to[before], run_);
}

void ExpressionEvaluator::run_clause(NodeId comprehension, NodeId clause, std::vector<PyValue> items,
                                     std::vector<PyValue>& to) {
    NodeId const target = tree_[clause].first, tests = tree_[tree_.second(clause)].next, inner = tree_[clause].next;
    bool const outer_repeats = std::exchange(repeats_, true);
    for (PyValue& item : items) {
        bind_target(target, std::move(item));
        bool holds = !run_.stopped();
        for (NodeId test = tests; test != no_node && holds; test = tree_[test].next) {
            holds = truth(value_of(test), run_) && !run_.stopped();
        }
        if (run_.stopped()) break;
        if (!holds) continue;
        if (inner == no_node) {
            add_element(comprehension, to);
            continue;
        }
        std::vector<PyValue> inner_items;
        iterate_clause(inner, inner_items);
        if (!run_.stopped()) run_clause(comprehension, inner, std::move(inner_items), to);
    }
    repeats_ = outer_repeats;
}

void ExpressionEvaluator::iterate_clause(NodeId clause, std::vector<PyValue>& to) {
    NodeId const iterable = tree_.second(clause);
    if (tree_[clause].asynchronous) {
        value_of(iterable);
        run_.give_up();
        return;
    }
    iterate_node(iterable, to, true);
    if (tree_[iterable].kind == NodeKind::generator) run_.doubt();
}

NodeId ExpressionEvaluator::first_clause(NodeId comprehension) const {
    NodeId clause = tree_[comprehension].first;
    while (tree_[clause].kind != NodeKind::clause) clause = tree_[clause].next;
    return clause;
}

/// One that nothing iterates over: of it only what is evaluated outside is looked at.
PyValue ExpressionEvaluator::generator(NodeId id) {
    shown_ = false;
    std::vector<PyValue> items;
    iterate_clause(first_clause(id), items);
    PyValue value;
    value.kind = Kind::object;
    value.text = "generator";
    return value;
}

PyValue ExpressionEvaluator::comprehension(NodeId id) {
    NodeId const clause = first_clause(id);
    std::vector<PyValue> items, results;
    iterate_clause(clause, items);  // the first is evaluated outside
    if (run_.stopped()) return {};
    auto const outer = variables_.size();
    std::uint32_t const scope = ++scopes_, outer_scope = std::exchange(innermost_, scope);
    for (NodeId c = clause; c != no_node; c = tree_[c].next) declare(tree_[c].first, scope);
    run_clause(id, clause, std::move(items), results);
    variables_.erase(variables_.begin() + static_cast<std::ptrdiff_t>(outer), variables_.end());
    innermost_ = outer_scope;
    if (run_.stopped()) return {};
    if (tree_[id].kind == NodeKind::set_comprehension) return make_set(std::move(results), run_);
    if (tree_[id].kind == NodeKind::dict_comprehension) return make_dict(std::move(results), run_);
    return make_sequence(Kind::list, std::move(results));
}

bool ExpressionEvaluator::arguments(NodeId call, std::vector<PyValue>& positional, std::vector<Keyword>& keywords) {
    static constexpr std::string_view consumers[] = {"list", "tuple", "set", "dict", "sorted", "sum", "max", "min"};
    NodeId const callee = tree_[call].first;
    bool const sole = tree_[tree_[call].last].kind == NodeKind::generator && tree_.second(call) == tree_[call].last;
    bool const consumes = tree_[callee].kind == NodeKind::name && std::find(std::begin(consumers), std::end(consumers),
                                                                            tree_.name(callee)) != std::end(consumers);
    for (NodeId argument = tree_[callee].next; argument != no_node && !run_.stopped();
         argument = tree_[argument].next) {
        if (sole && consumes) {
            positional.push_back(comprehension(argument));
            if (tree_.name(callee) != "list" && tree_.name(callee) != "tuple") run_.doubt();
        } else if (tree_[argument].kind != NodeKind::keyword) {
            collect_one(argument, positional);
        } else {
            PyValue value = value_of(tree_[argument].first);
            bool const unpacks = tree_[argument].label.empty();
            if (unpacks) return run_.give_up(), false;
            keywords.push_back({tree_[argument].label.of(tree_.text), std::move(value)});
        }
    }
    return !run_.stopped();
}

bool ExpressionEvaluator::defaults(NodeId lambda, std::vector<Variable>& parameters) {
    for (NodeId p = tree_[lambda].first; p != tree_[lambda].last && !run_.stopped(); p = tree_[p].next) {
        bool const has_default = tree_[p].first != no_node;
        PyValue value = has_default ? value_of(tree_[p].first) : PyValue{};
        parameters.push_back({tree_[p].label.of(tree_.text), std::move(value), has_default, 0});
    }
    return !run_.stopped();
}

PyValue ExpressionEvaluator::lambda(NodeId id) {
    std::vector<Variable> parameters;
    defaults(id, parameters);
    PyValue function;
    function.kind = Kind::callable;
    function.text = "<lambda>";
    return function;
}

PyValue ExpressionEvaluator::call_lambda(NodeId lambda, std::vector<Variable> parameters,
                                         std::vector<PyValue> positional, std::vector<Keyword> keywords) {
    auto wrong = [&](std::string_view what) { return run_.raise("TypeError", concat("<lambda>() ", what)); };
    std::size_t taken = 0, i = 0;
    for (NodeId p = tree_[lambda].first; p != tree_[lambda].last; p = tree_[p].next, ++i) {
        Variable& variable = parameters[i];
        auto const kind = tree_[p].parts;
        if (kind == rest_keywords || (kind == rest && taken < positional.size())) return run_.give_up();
        auto const keyword =
            std::find_if(keywords.begin(), keywords.end(), [&](Keyword const& k) { return k.name == variable.name; });
        bool const given = (kind == positional_only || kind == ParameterForm::positional) && taken < positional.size();
        if (given) variable.value = std::move(positional[taken++]);
        if (keyword != keywords.end() && kind != positional_only && kind != rest) {
            if (given) return wrong("got multiple values for an argument");
            variable.value = std::move(keyword->value);
            keywords.erase(keyword);
            variable.assigned = true;
        }
        if (kind == rest) variable.value.kind = Kind::tuple;
        variable.assigned = variable.assigned || given || kind == rest;
        if (!variable.assigned) return wrong(concat("missing a required argument: '", variable.name, "'"));
    }
    if (taken < positional.size()) return wrong("got too many positional arguments");
    if (!keywords.empty()) return wrong(concat("got an unexpected keyword argument '", keywords[0].name, "'"));
    auto const outer = variables_.size();
    std::uint32_t const scope = ++scopes_, outer_scope = std::exchange(innermost_, scope);
    for (Variable& variable : parameters) {
        variable.scope = scope;
        variables_.push_back(std::move(variable));
    }
    PyValue result = value_of(tree_[lambda].last);
    variables_.erase(variables_.begin() + static_cast<std::ptrdiff_t>(outer), variables_.end());
    innermost_ = outer_scope;
    return result;
}

PyValue ExpressionEvaluator::call(NodeId id) {
    NodeId const callee = tree_[id].first;
    std::vector<Variable> parameters;
    PyValue function;
    if (tree_[callee].kind == NodeKind::lambda) {
        if (!defaults(callee, parameters)) return {};
    } else {
        function = value_of(callee);
    }
    std::vector<PyValue> positional;
    std::vector<Keyword> keywords;
    if (run_.stopped() || !arguments(id, positional, keywords)) return {};
    if (tree_[callee].kind == NodeKind::lambda)
        return call_lambda(callee, std::move(parameters), std::move(positional), std::move(keywords));
    if (function.is(Kind::callable)) {
        if (function.text == "uuid.UUID") return call_uuid(positional, keywords, run_);
        if (tree_[callee].kind != NodeKind::name) return run_.give_up();
        if (function.text == "datetime") return call_datetime(positional, keywords, run_);
        return call_function(function.text, std::move(positional), run_);
    }
    if (function.is(Kind::object)) return run_.give_up();
    return run_.raise("TypeError", concat("'", type_name(function), "' object is not callable"));
}

}  // namespace alyx::analyzer
