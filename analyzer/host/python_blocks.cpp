// Lowers Python's compound statements.
#include "analyzer/host/python_lowering.hpp"

namespace alyx::analyzer {
namespace {

/// Names that a case pattern binds.
void captures(Tree& tree, Node pattern, std::vector<Node>& names, int depth = 0) {
    if (depth > 32) return;
    Children children = tree.children(pattern);
    bool binds = pattern.type() == "dotted_name" || pattern.type() == "splat_pattern" || pattern.type() == "as_pattern";
    for (Node child : children) {
        bool is_path = pattern.type() == "dotted_name" && children.size() > 1;
        if (binds && !is_path && child.type() == "identifier")
            names.push_back(child);
        else if (child.is_named())
            captures(tree, child, names, depth + 1);
    }
}

}  // namespace

void PythonLowering::branch(Node node, ir::Block& block) {
    ir::Branch statement;
    auto arm = [&](Node from, std::string_view body) {
        Node condition = from.field("condition");
        statement.arms.push_back({condition ? expression(condition) : nullptr, {}, block_of(from.field(body))});
    };
    arm(node, "consequence");
    for (Node child : tree_.children(node)) {
        if (child.type() == "elif_clause") arm(child, "consequence");
        if (child.type() != "else_clause") continue;
        arm(child, "body");
        statement.exhaustive = true;
    }
    block.push_back({place(node.span()), std::move(statement)});
}

void PythonLowering::match(Node node, ir::Block& block) {
    ir::Branch statement;
    if (Node subject = node.field("subject")) block.push_back({place(subject.span()), ir::Run{expression(subject)}});
    for (Node clause : tree_.children(node.field("body"))) {
        if (clause.type() != "case_clause") continue;
        ir::Branch::Arm arm;
        for (Node child : tree_.children(clause)) {
            if (child.type() != "case_pattern") continue;
            std::vector<Node> names;
            captures(tree_, child, names);
            for (Node name : names) arm.binds.push_back(expression(name));
            bool takes_all = text(child) == "_" || (names.size() == 1 && names[0].span() == child.span());
            statement.exhaustive |= takes_all && !clause.field("guard");
        }
        if (Node guard = clause.field("guard")) arm.condition = first(guard);
        arm.block = block_of(clause.field("consequence"));
        statement.arms.push_back(std::move(arm));
    }
    block.push_back({place(node.span()), std::move(statement)});
}

void PythonLowering::loop(Node node, ir::Block& block, bool is_for) {
    ir::Loop statement;
    statement.iterable = expression(node.field(is_for ? "right" : "condition"));
    if (is_for) statement.target = expression(node.field("left"));
    statement.body = block_of(node.field("body"));
    if (Node otherwise = node.field("alternative")) statement.otherwise = block_of(otherwise.field("body"));
    block.push_back({place(node.span()), std::move(statement)});
}

void PythonLowering::try_statement(Node node, ir::Block& block) {
    ir::Try statement;
    statement.body = block_of(node.field("body"));
    for (Node child : tree_.children(node)) {
        if (child.type() == "else_clause") statement.otherwise = block_of(child.field("body"));
        if (child.type() != "except_clause" && child.type() != "finally_clause") continue;
        ir::Block handler;
        for (Node part : tree_.children(child)) {
            if (part.type() == "as_pattern")
                if (Node alias = part.field("alias")) bind_unknown(alias, handler);
            if (part.type() == "block") statements(part, handler);
        }
        if (child.type() == "except_clause")
            statement.handlers.push_back(std::move(handler));
        else
            statement.finally = std::move(handler);
    }
    block.push_back({place(node.span()), std::move(statement)});
}

void PythonLowering::with(Node node, ir::Block& block) {
    for (Node clause : tree_.children(node)) {
        if (clause.type() != "with_clause") continue;
        for (Node item : tree_.children(clause)) {
            Node value = item.type() == "with_item" ? item.field("value") : Node();
            if (!value) continue;
            if (matters(value.span())) block.push_back({place(value.span()), ir::Run{expression(value)}});
            Node alias = value.type() == "as_pattern" ? value.field("alias") : Node();
            if (alias) bind_unknown(alias, block);
        }
    }
    if (Node body = node.field("body")) statements(body, block);
}

void PythonLowering::parameter(Node node, std::vector<ir::Function::Parameter>& parameters) {
    Node name = node.field("name");
    if (node.type() == "identifier") name = node;
    if (node.type() == "typed_parameter" || node.type().ends_with("splat_pattern")) name = node.first_named();
    while (name && name.type().ends_with("splat_pattern")) name = name.first_named();
    if (!name || name.type() != "identifier") return;
    ir::Function::Parameter one;
    one.key = name_key(name);
    Node value = node.field("value");
    if (value) one.standard = expression(value);
    bool is_many = node.type() == "dictionary_splat_pattern" || node.type() == "list_splat_pattern";
    if (is_many)
        one.type = node.type()[0] == 'd' ? HoleType::dict : HoleType::tuple;
    else if (!text(node).starts_with('*'))
        one.type = annotation(node.field("type"));
    parameters.push_back(one);
}

void PythonLowering::function(Node node, ir::Block& block, ir::Operands decorators, bool is_static) {
    ir::Function statement;
    Node name = node.field("name");
    if (!name) return;
    statement.key = name_key(name);
    statement.decorators = std::move(decorators);
    statement.is_static = is_static;
    if (Node list = node.field("parameters"))
        for (Node child : tree_.children(list)) parameter(child, statement.parameters);
    Node body = node.field("body");
    statement.body = block_of(body);
    // Assignments to attributes and outer names are seen by others.
    std::string_view code = body ? text(body) : "";
    bool may_assign = code.find("global") != code.npos || code.find("nonlocal") != code.npos;
    if (!statement.parameters.empty()) {
        std::string self(keys_.last_name(statement.parameters[0].key));
        may_assign |= code.find(self + '.') != code.npos;
    }
    bool declares = !directives_.empty();
    statement.matters = may_assign || declares || matters(node.span());
    block.push_back({place(node.span()), std::move(statement)});
}

void PythonLowering::class_definition(Node node, ir::Block& block, ir::Operands decorators) {
    ir::Class statement;
    Node name = node.field("name");
    if (!name) return;
    statement.key = name_key(name);
    statement.decorators = std::move(decorators);
    if (Node list = node.field("superclasses"))
        for (Node child : tree_.children(list))
            if (child.is_named() && child.type() != "comment") statement.bases.push_back(argument(child).value);
    statement.body = block_of(node.field("body"));
    block.push_back({place(node.span()), std::move(statement)});
}

void PythonLowering::decorated(Node node, ir::Block& block) {
    ir::Operands decorators;
    bool is_static = false;
    for (Node child : tree_.children(node)) {
        if (child.type() != "decorator") continue;
        is_static |= text(child).starts_with("@staticmethod");
        if (matters(child.span())) decorators.push_back(first(child));
    }
    Node definition = node.field("definition");
    if (!definition) return;
    if (definition.type() == "class_definition")
        class_definition(definition, block, std::move(decorators));
    else
        function(definition, block, std::move(decorators), is_static);
}

}  // namespace alyx::analyzer
