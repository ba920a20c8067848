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
        {"parenthesized_expression", [](L& l, Node n) { l.statements(n); }},
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
        return bind_unknown(pattern, true);
    }
    if (pattern.type() == "identifier")
        declare(keys_.name(text(pattern)));
    else
        bind_unknown(pattern, true);
    ir::Assign assign;
    assign.targets.push_back(expression(pattern));
    if (value) assign.value = expression(value);
    assign.directive = directives_.of(whole.span());
    add(whole.span(), std::move(assign));
}

/// What gets a value in the pattern: names, and in assignments the objects whose members do.
std::vector<Span> JavaScriptLowering::names_in(Node pattern) {
    std::vector<Span> names;
    std::vector<Node> pending{pattern};
    while (!pending.empty()) {
        Node node = pending.back();
        pending.pop_back();
        std::string_view type = node.type();
        if (type == "identifier" || type == "shorthand_property_identifier_pattern") {
            names.push_back(node.span());
        } else if (type == "pair_pattern") {
            pending.push_back(node.field("value"));
        } else if (type == "assignment_pattern" || type == "object_assignment_pattern") {
            pending.push_back(node.field("left"));
        } else {
            Children children = tree_.children(node);
            for (auto child = children.rbegin(); child != children.rend(); ++child)
                if (child->is_named()) pending.push_back(*child);
        }
    }
    return names;
}

/// The names in the pattern get values that are not known. They are the function's own, or may be those around it.
void JavaScriptLowering::bind_unknown(Node pattern, bool declares) {
    for (Span name : names_in(pattern)) {
        if (names_) (declares ? names_->declared : names_->assigned).insert(keys_.name(text(name)));
        add(name, ir::Assign{{make_name(name)}, nullptr, HoleType::unknown, {}});
    }
}

/// Which values the names in an object's pattern get is not followed.
bool JavaScriptLowering::is_followed(Node left) const {
    bool holds_objects = left.type() == "array_pattern" && text(left).find('{') != std::string_view::npos;
    return left.type() != "object_pattern" && !holds_objects;
}

/// The left side of an assignment.
ir::Operand JavaScriptLowering::target(Node left) {
    if (!is_followed(left)) return make(left, ir::Unknown{});
    if (names_ && (left.type() == "array_pattern" || left.type() == "identifier"))
        for (Span name : names_in(left)) names_->assigned.insert(keys_.name(text(name)));
    return expression(left);
}

void JavaScriptLowering::assignment(Node node) {
    std::vector<Node> patterns;
    Node right = node.field("right");
    ir::Assign assign;
    // a = b = value
    for (Node at = node;; at = right) {
        Node left = at.field("left");
        right = at.field("right");
        if (!is_followed(left)) patterns.push_back(left);
        assign.targets.push_back(target(left));
        if (!right || right.type() != "assignment_expression") break;
    }
    if (!right) return;
    assign.value = expression(right);
    assign.directive = directives_.of(node.span());
    add(node.span(), std::move(assign));
    for (Node pattern : patterns) bind_unknown(pattern, false);
}

void JavaScriptLowering::augmented(Node node) {
    ir::Augment augment;
    augment.target = target(node.field("left"));
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
    bool declares = static_cast<bool>(node.field("kind"));
    if (declares && left.type() == "identifier") declare(keys_.name(text(left)));
    if (left.type() == "object_pattern" || left.type() == "array_pattern")
        bind_unknown(left, declares);
    else
        loop.target = declares ? expression(left) : target(left);
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
        if (Node parameter = handler.field("parameter")) bind_unknown(parameter, true);
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
