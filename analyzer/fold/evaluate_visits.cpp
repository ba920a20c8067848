// Finds the calls that are asked for wherever they stand in an expression, with the names bound as they are there.
#include "analyzer/fold/evaluator.hpp"

namespace alyx::analyzer {

void Evaluator::visit(ir::Operand operand) {
    if (!operand || !operand->matters || --steps_ < 0) return;
    std::visit([&](auto const& node) { visit_node(*operand, node); }, operand->node);
}

template <class Node>
void Evaluator::visit_node(ir::Expression const& at, Node const&) {
    note_uses_in(at);
    for_each_operand(at, [&](ir::Operand operand) { visit(operand); });
}

void Evaluator::visit_node(ir::Expression const&, ir::Conditional const& node) {
    visit(node.condition);
    note_truth(node.condition);
    for (bool outcome : {true, false}) {
        environment_.begin_branch();
        assume(node.condition, outcome);
        visit(outcome ? node.then : node.otherwise);
        environment_.end_branch();
    }
}

void Evaluator::visit_node(ir::Expression const&, ir::Comprehension const& node) {
    environment_.begin_branch();
    for (auto const& clause : node.clauses) {
        visit(clause.iterable);
        assign(clause.target, item_of(clause.iterable), true);
    }
    for (ir::Operand condition : node.conditions) {
        visit(condition);
        note_truth(condition);
        assume(condition, true);
    }
    visit(node.body);
    visit(node.value);
    environment_.end_branch();
}

void Evaluator::visit_node(ir::Expression const&, ir::Lambda const& node) {
    for (ir::Operand standard : node.defaults) visit(standard);
    environment_.begin_branch();
    for (ir::Key parameter : node.parameters) environment_.assign(parameter, nullptr, true);
    visit(node.body);
    environment_.end_branch();
}

void Evaluator::visit_node(ir::Expression const&, ir::Walrus const& node) {
    visit(node.value);
    assign(node.target, evaluate(node.value), true);
}

void Evaluator::visit_node(ir::Expression const& at, ir::Call const& node) {
    for_each_operand(at, [&](ir::Operand operand) { visit(operand); });
    note_uses_in(at);
    if (node.reported) report(at, node);
}

}  // namespace alyx::analyzer
