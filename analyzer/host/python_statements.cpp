// Lowers Python's simple statements.
#include "analyzer/host/python_lowering.hpp"

namespace alyx::analyzer {

std::vector<PythonLowering::Statement> PythonLowering::statement_table() {
    using L = PythonLowering;
    using Leave = ir::Leave::Kind;
    struct Row {
        std::string_view type;
        Statement lower;
    };
    static constexpr Row rows[] = {
        {"comment", [](L&, Node, ir::Block&) {}},
        {"expression_statement", [](L& l, Node n, ir::Block& b) { l.expression_statement(n, b); }},
        {"print_statement", [](L& l, Node n, ir::Block& b) { l.run_inside(n, b); }},
        {"assert_statement", [](L& l, Node n, ir::Block& b) { l.assertion(n, b); }},
        {"return_statement", [](L& l, Node n, ir::Block& b) { l.leave(n, b, Leave::function); }},
        {"raise_statement", [](L& l, Node n, ir::Block& b) { l.leave(n, b, Leave::function); }},
        {"break_statement", [](L& l, Node n, ir::Block& b) { l.leave(n, b, Leave::loop); }},
        {"continue_statement", [](L& l, Node n, ir::Block& b) { l.leave(n, b, Leave::loop); }},
        {"global_statement", [](L& l, Node n, ir::Block& b) { l.outer(n, b, true); }},
        {"nonlocal_statement", [](L& l, Node n, ir::Block& b) { l.outer(n, b, false); }},
        {"delete_statement", [](L& l, Node n, ir::Block& b) { l.forget(n, b); }},
        {"import_statement", [](L& l, Node n, ir::Block& b) { l.imports(n, b); }},
        {"import_from_statement", [](L& l, Node n, ir::Block& b) { l.imports(n, b); }},
        {"if_statement", [](L& l, Node n, ir::Block& b) { l.branch(n, b); }},
        {"match_statement", [](L& l, Node n, ir::Block& b) { l.match(n, b); }},
        {"for_statement", [](L& l, Node n, ir::Block& b) { l.loop(n, b, true); }},
        {"while_statement", [](L& l, Node n, ir::Block& b) { l.loop(n, b, false); }},
        {"try_statement", [](L& l, Node n, ir::Block& b) { l.try_statement(n, b); }},
        {"with_statement", [](L& l, Node n, ir::Block& b) { l.with(n, b); }},
        {"function_definition", [](L& l, Node n, ir::Block& b) { l.function(n, b, {}, false); }},
        {"class_definition", [](L& l, Node n, ir::Block& b) { l.class_definition(n, b, {}); }},
        {"decorated_definition", [](L& l, Node n, ir::Block& b) { l.decorated(n, b); }},
        {"block", [](L& l, Node n, ir::Block& b) { l.statements(n, b); }},
        {"assignment", [](L& l, Node n, ir::Block& b) { l.assignment(n, b); }},
        {"augmented_assignment", [](L& l, Node n, ir::Block& b) { l.augmented(n, b); }},
    };
    TSLanguage const* language = tree_sitter_python();
    std::vector<Statement> table(ts_language_symbol_count(language));
    for (TSSymbol symbol = 0; symbol < table.size(); ++symbol)
        for (Row const& row : rows)
            if (row.type == ts_language_symbol_name(language, symbol)) table[symbol] = row.lower;
    return table;
}

void PythonLowering::expression_statement(Node node, ir::Block& block) {
    for (Node child : tree_.children(node)) {
        if (!child.is_named() || child.type() == "comment") continue;
        if (child.type() == "assignment")
            assignment(child, block);
        else if (child.type() == "augmented_assignment")
            augmented(child, block);
        else if (child.type() == "call" || matters(child.span()))
            block.push_back({place(child.span()), ir::Run{expression(child)}});
    }
}

void PythonLowering::run_inside(Node node, ir::Block& block) {
    for (ir::Operand operand : inside(node)) block.push_back({operand->place, ir::Run{operand}});
}

/// What it asks is a condition, and where it does not hold nothing else runs.
void PythonLowering::assertion(Node node, ir::Block& block) {
    Node const condition = node.first_named();
    if (!condition || !matters(node.span())) return;
    ir::Branch statement;
    statement.arms.push_back({expression(condition), {}, {}});
    block.push_back({place(node.span()), std::move(statement)});
    for (Node child : tree_.children(node))
        if (child.is_named() && child.span() != condition.span() && matters(child.span()))
            block.push_back({place(child.span()), ir::Run{expression(child)}});
}

void PythonLowering::assignment(Node node, ir::Block& block) {
    ir::Assign assign;
    Node right = node;
    HoleType type = annotation(node.field("type"));
    // a = b = value
    for (; right && right.type() == "assignment"; right = right.field("right"))
        assign.targets.push_back(expression(right.field("left")));
    if (!right) return;
    if (right.type() == "augmented_assignment") return augmented(right, block);
    assign.value = expression(right);
    assign.annotation = type;
    assign.directive = directives_.of(node.span());
    block.push_back({place(node.span()), std::move(assign)});
}

void PythonLowering::augmented(Node node, ir::Block& block) {
    ir::Augment augment;
    augment.target = expression(node.field("left"));
    std::string_view op = text(node.field("operator"));
    augment.op = op.size() == 2 ? op[0] : '?';
    augment.value = expression(node.field("right"));
    augment.directive = directives_.of(node.span());
    block.push_back({place(node.span()), std::move(augment)});
}

void PythonLowering::bind_unknown(Node target, ir::Block& block) {
    block.push_back({place(target.span()), ir::Assign{{expression(target)}, nullptr}});
}

void PythonLowering::imports(Node node, ir::Block& block) {
    for (Node child : tree_.children(node)) {
        Node name = child.type() == "aliased_import" ? child.field("alias") : child;
        bool is_module = child.span() == node.field("module_name").span() && node.field("module_name");
        if (is_module || (name.type() != "dotted_name" && name.type() != "identifier")) continue;
        if (name.type() == "dotted_name") name = name.first_named();
        if (name) bind_unknown(name, block);
    }
}

void PythonLowering::leave(Node node, ir::Block& block, ir::Leave::Kind kind) {
    ir::Leave statement{kind, nullptr};
    if (matters(node.span())) statement.value = unknown(node);
    block.push_back({place(node.span()), statement});
}

void PythonLowering::outer(Node node, ir::Block& block, bool module) {
    ir::Outer statement{module, {}};
    for (Node child : tree_.children(node))
        if (child.type() == "identifier") statement.keys.push_back(name_key(child));
    block.push_back({place(node.span()), std::move(statement)});
}

void PythonLowering::forget(Node node, ir::Block& block) {
    ir::Forget statement;
    for (Node child : tree_.children(node)) {
        if (!child.is_named() || child.type() == "comment") continue;
        if (child.type() != "expression_list") {
            statement.targets.push_back(expression(child));
            continue;
        }
        for (Node one : tree_.children(child))
            if (one.is_named()) statement.targets.push_back(expression(one));
    }
    block.push_back({place(node.span()), std::move(statement)});
}

}  // namespace alyx::analyzer
