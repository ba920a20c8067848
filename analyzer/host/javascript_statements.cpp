// Lowers JavaScript's statements.
#include "analyzer/host/javascript_lowering.hpp"

namespace alyx::analyzer {

std::vector<JavaScriptLowering::Statement> JavaScriptLowering::statement_table(TSLanguage const* grammar) {
    using L = JavaScriptLowering;
    using Leave = ir::Leave::Kind;
    static constexpr NodeRow<Statement> rows[] = {
        {"comment", [](L&, Node) {}},
        {"import_statement", [](L&, Node) {}},
        {"expression_statement", [](L& l, Node n) { l.statements(n); }},
        {"sequence_expression", [](L& l, Node n) { l.statements(n); }},
        {"statement_block", [](L& l, Node n) { l.statements(n); }},
        {"export_statement", [](L& l, Node n) { l.statements(n); }},
        {"ambient_declaration", [](L& l, Node n) { l.statements(n); }},
        {"labeled_statement", [](L& l, Node n) { l.statement(n.field("body")); }},
        {"internal_module", [](L& l, Node n) { l.statement(n.field("body")); }},
        {"module", [](L& l, Node n) { l.statement(n.field("body")); }},
        {"with_statement", [](L& l, Node n) { l.statement(n.field("body")); }},
        {"lexical_declaration", [](L& l, Node n) { l.declaration(n); }},
        {"variable_declaration", [](L& l, Node n) { l.declaration(n); }},
        {"using_declaration", [](L& l, Node n) { l.declaration(n); }},
        {"assignment_expression", [](L& l, Node n) { l.assignment(n); }},
        {"augmented_assignment_expression", [](L& l, Node n) { l.augmented(n); }},
        {"if_statement", [](L& l, Node n) { l.branch(n); }},
        {"switch_statement", [](L& l, Node n) { l.switch_statement(n); }},
        {"for_in_statement", [](L& l, Node n) { l.for_in(n); }},
        {"for_statement", [](L& l, Node n) { l.for_statement(n); }},
        {"while_statement", [](L& l, Node n) { l.loop(n); }},
        {"do_statement", [](L& l, Node n) { l.loop(n); }},
        {"try_statement", [](L& l, Node n) { l.try_statement(n); }},
        {"return_statement", [](L& l, Node n) { l.leave(n, Leave::function); }},
        {"throw_statement", [](L& l, Node n) { l.leave(n, Leave::function); }},
        {"continue_statement", [](L& l, Node n) { l.leave(n, Leave::loop); }},
        {"break_statement",
         [](L& l, Node n) {
             if (!l.in_switch_) l.leave(n, Leave::loop);
         }},
        {"function_declaration", [](L& l, Node n) { l.function_statement(n, 0, false); }},
        {"generator_function_declaration", [](L& l, Node n) { l.function_statement(n, 0, false); }},
        {"class_declaration", [](L& l, Node n) { l.class_definition(n); }},
        {"abstract_class_declaration", [](L& l, Node n) { l.class_definition(n); }},
    };
    return node_table(grammar, rows);
}

void JavaScriptLowering::statements(Node node) {
    for (Node child : tree_.children(node)) statement(child);
}

void JavaScriptLowering::statement(Node node) {
    if (depth_ >= max_depth || !node.is_named()) return;
    ++depth_;
    bool is_part = node.type().ends_with("expression");
    std::uint32_t around = statement_;
    if (!is_part) statement_ = node.span().begin;
    if (auto lower = statement_of(node.symbol()))
        lower(*this, node);
    else if (node.is_error())
        error(node);
    else
        run_expression(node);
    statement_ = around;
    --depth_;
}

/// A call may change what it is made on.
void JavaScriptLowering::run_expression(Node node) {
    bool is_call = node.type() == "call_expression" || node.type() == "await_expression";
    if (is_call || matters(node.span())) {
        ir::Operand value = expression(node);
        add(node.span(), ir::Run{value});
    }
}

ir::Block JavaScriptLowering::block_of(Node node) {
    ir::Block block;
    if (!node) return block;
    ir::Block* around = std::exchange(block_, &block);
    statement(node);
    block_ = around;
    return block;
}

void JavaScriptLowering::declaration(Node node) {
    for (Node child : tree_.children(node))
        if (child.type() == "variable_declarator") bind(child.field("name"), child.field("value"), node);
}

void JavaScriptLowering::bind(Node pattern, Node value, Node whole) {
    if (!pattern) return;
    if (pattern.type() == "object_pattern") {
        if (value && matters(value.span())) run_expression(value);
        return bind_unknown(pattern);
    }
    if (pattern.type() == "identifier")
        declare(keys_.name(text(pattern)));
    else
        bind_unknown(pattern);
    ir::Assign assign;
    assign.targets.push_back(expression(pattern));
    if (value) assign.value = expression(value);
    assign.directive = directives_.of(whole.span());
    add(whole.span(), std::move(assign));
}

/// The names in the pattern get values that are not known; or they are listed, for a function's parameters.
void JavaScriptLowering::bind_unknown(Node pattern, std::vector<ir::Key>* parameters) {
    bool is_name = pattern.type() == "identifier" || pattern.type() == "shorthand_property_identifier_pattern";
    if (is_name) {
        ir::Key key = keys_.name(text(pattern));
        declare(key);
        if (parameters)
            parameters->push_back(key);
        else
            add(pattern.span(), ir::Assign{{make_name(pattern.span())}, nullptr, HoleType::unknown, {}});
        return;
    }
    bool is_pair = pattern.type() == "pair_pattern";
    bool has_default = pattern.type() == "assignment_pattern" || pattern.type() == "object_assignment_pattern";
    if (is_pair || has_default) {
        if (Node inner = pattern.field(is_pair ? "value" : "left"); inner && ++depth_ < max_depth) {
            bind_unknown(inner, parameters);
            --depth_;
        }
        return;
    }
    if (++depth_ < max_depth)
        for (Node child : tree_.children(pattern))
            if (child.is_named()) bind_unknown(child, parameters);
    --depth_;
}

void JavaScriptLowering::assignment(Node node) {
    Node left = node.field("left");
    Node right = node.field("right");
    if (left.type() == "object_pattern") return bind(left, right, node);
    ir::Assign assign;
    // a = b = value
    for (Node at = node;; at = right) {
        left = at.field("left");
        right = at.field("right");
        if (names_ && left.type() == "identifier") names_->assigned.insert(keys_.name(text(left)));
        assign.targets.push_back(expression(left));
        if (!right || right.type() != "assignment_expression") break;
    }
    if (!right) return;
    assign.value = expression(right);
    assign.directive = directives_.of(node.span());
    add(node.span(), std::move(assign));
}

void JavaScriptLowering::augmented(Node node) {
    Node left = node.field("left");
    if (names_ && left.type() == "identifier") names_->assigned.insert(keys_.name(text(left)));
    ir::Augment augment;
    augment.target = expression(left);
    augment.op = text(node.field("operator")) == "+=" ? '+' : '?';
    augment.value = expression(node.field("right"));
    augment.directive = directives_.of(node.span());
    add(node.span(), std::move(augment));
}

void JavaScriptLowering::branch(Node node) {
    ir::Branch statement;
    Node at = node;
    while (at && at.type() == "if_statement") {
        Node condition = at.field("condition");
        ir::Operand tested = condition ? expression(condition) : nullptr;
        statement.arms.push_back({tested, {}, block_of(at.field("consequence"))});
        Node otherwise = at.field("alternative");
        at = Node();
        for (Node child : tree_.children(otherwise))
            if (child.is_named() && child.type() != "comment") at = child;
    }
    if (at) {
        statement.arms.push_back({nullptr, {}, block_of(at)});
        statement.exhaustive = true;
    }
    add(node.span(), std::move(statement));
}

/// Each case may be what is run; what falls through is not followed.
void JavaScriptLowering::switch_statement(Node node) {
    if (Node value = node.field("value"); value && matters(value.span())) run_expression(value);
    ir::Branch statement;
    bool around = std::exchange(in_switch_, true);
    for (Node clause : tree_.children(node.field("body"))) {
        if (clause.type() != "switch_case" && clause.type() != "switch_default") continue;
        ir::Block block;
        ir::Block* outside = std::exchange(block_, &block);
        Node value = clause.field("value");
        for (Node child : tree_.children(clause))
            if (!value || child.span() != value.span()) this->statement(child);
        block_ = outside;
        statement.exhaustive |= clause.type() == "switch_default";
        statement.arms.push_back({nullptr, {}, std::move(block)});
    }
    in_switch_ = around;
    add(node.span(), std::move(statement));
}

void JavaScriptLowering::for_in(Node node) {
    ir::Loop loop;
    Node left = node.field("left");
    bool is_of = text(node.field("operator")) == "of";
    Node right = node.field("right");
    loop.iterable = is_of ? expression(right) : unknown(right);
    bool around = std::exchange(in_switch_, false);
    ir::Block* outside = std::exchange(block_, &loop.body);
    if (left.type() == "identifier" && node.field("kind")) declare(keys_.name(text(left)));
    if (left.type() == "object_pattern" || left.type() == "array_pattern")
        bind_unknown(left);
    else
        loop.target = expression(left);
    if (Node body = node.field("body")) this->statement(body);
    block_ = outside;
    in_switch_ = around;
    add(node.span(), std::move(loop));
}

void JavaScriptLowering::for_statement(Node node) {
    if (Node begin = node.field("initializer")) statement(begin);
    loop(node);
}

void JavaScriptLowering::loop(Node node) {
    ir::Loop loop;
    Node condition = node.field("condition");
    loop.iterable = condition && condition.is_named() ? unknown(condition) : make(node, ir::Unknown{});
    bool around = std::exchange(in_switch_, false);
    loop.body = block_of(node.field("body"));
    in_switch_ = around;
    add(node.span(), std::move(loop));
}

void JavaScriptLowering::try_statement(Node node) {
    ir::Try statement;
    statement.body = block_of(node.field("body"));
    if (Node handler = node.field("handler")) {
        ir::Block block;
        ir::Block* outside = std::exchange(block_, &block);
        if (Node parameter = handler.field("parameter")) bind_unknown(parameter);
        if (Node body = handler.field("body")) this->statement(body);
        block_ = outside;
        statement.handlers.push_back(std::move(block));
    }
    if (Node finalizer = node.field("finalizer")) statement.finally = block_of(finalizer.field("body"));
    add(node.span(), std::move(statement));
}

void JavaScriptLowering::leave(Node node, ir::Leave::Kind kind) {
    ir::Leave statement{kind, nullptr};
    // What is returned may hold functions, in which the names stand.
    if (matters(node.span())) statement.value = unknown(node);
    add(node.span(), statement);
}

}  // namespace alyx::analyzer
