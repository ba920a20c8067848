// Lowers statements of a shell.
#include <algorithm>

#include "analyzer/host/language.hpp"
#include "analyzer/host/shell_lowering.hpp"
#include "analyzer/host/tree_layout.hpp"

namespace alyx::analyzer {

void lower_shell(Source const& source, Fragment const& fragment, CalleeFilter const& filter, ir::Keys& keys,
                 ir::Part& part) {
    ShellLowering(source, fragment, filter, keys, part).run();
}

void lay_out_shell(Source const& source, Fragment const& fragment, Layout& layout) {
    LayoutForm form{"string raw_string ansi_c_string heredoc_body", "do_group compound_statement case_item",
                    "if_statement elif_clause else_clause do_group compound_statement subshell case_item list "
                    "redirected_statement",
                    ""};
    Tree tree(tree_sitter_bash(), source.text(), fragment.ranges);
    lay_out_tree(source, std::move(tree), fragment, form, layout);
}

std::vector<ShellLowering::Statement> ShellLowering::statement_table() {
    using L = ShellLowering;
    static constexpr NodeRow<Statement> rows[] = {
        {"comment", [](L&, Node) {}},
        {"compound_statement", [](L& l, Node n) { l.statements(n); }},
        {"subshell", [](L& l, Node n) { l.statements(n); }},
        {"do_group", [](L& l, Node n) { l.statements(n); }},
        {"pipeline", [](L& l, Node n) { l.statements(n); }},
        {"negated_command", [](L& l, Node n) { l.statements(n); }},
        {"redirected_statement", [](L& l, Node n) { l.statements(n); }},
        {"heredoc_redirect", [](L& l, Node n) { l.statements(n); }},
        {"variable_assignments", [](L& l, Node n) { l.statements(n); }},
        {"variable_assignment", [](L& l, Node n) { l.assignment(n, false); }},
        {"declaration_command", [](L& l, Node n) { l.declaration(n); }},
        {"command", [](L& l, Node n) { l.run_command(n); }},
        {"list", [](L& l, Node n) { l.either(n); }},
        {"if_statement", [](L& l, Node n) { l.branch(n); }},
        {"while_statement", [](L& l, Node n) { l.loop(n); }},
        {"c_style_for_statement", [](L& l, Node n) { l.loop(n); }},
        {"for_statement", [](L& l, Node n) { l.for_each(n); }},
        {"case_statement", [](L& l, Node n) { l.choose(n); }},
        {"function_definition", [](L& l, Node n) { l.function(n); }},
    };
    return node_table(tree_sitter_bash(), rows);
}

void ShellLowering::run() {
    collect_comments("#");
    Node root = tree_.root();
    if (root.is_error())
        error(root);
    else
        statements(root);
    part_.body.insert(part_.body.begin(), std::make_move_iterator(inherited_.begin()),
                      std::make_move_iterator(inherited_.end()));
}

void ShellLowering::statements(Node node) {
    for (Node child : tree_.children(node)) statement(child);
}

void ShellLowering::statement(Node node) {
    static std::vector<Statement> const table = statement_table();
    if (depth_ >= max_depth || !node.is_named()) return;
    ++depth_;
    std::uint32_t around = std::exchange(statement_, node.span().begin);
    if (auto lower = node.symbol() < table.size() ? table[node.symbol()] : nullptr)
        lower(*this, node);
    else if (node.is_error())
        error(node);
    else if (matters(node.span()))
        add(node.span(), ir::Run{expression(node)});
    statement_ = around;
    --depth_;
}

ir::Block ShellLowering::block_of(Node node) {
    ir::Block block;
    if (!node) return block;
    ir::Block* outside = std::exchange(block_, &block);
    statement(node);
    block_ = outside;
    return block;
}

void ShellLowering::assign_unknown(Span name) {
    add(name, ir::Assign{{make_name(name)}, nullptr, HoleType::unknown, {}});
    if (names_) names_->assigned.insert(keys_.name(text(name)));
}

void ShellLowering::run_command(Node node) {
    Node name = node.field("name");
    std::string_view command = name ? text(name) : "";
    if (matters(node.span())) add(node.span(), ir::Run{expression(node)});
    bool reads = command == "read" || command == "mapfile" || command == "readarray" || command == "getopts";
    if (reads)
        for (Node child : tree_.children(node))
            if (child.type() == "word" && !text(child).starts_with('-')) assign_unknown(child.span());
    if (command == "source" || command == "." || command == "eval") add(node.span(), ir::Unseen{});
}

void ShellLowering::assignment(Node node, bool is_local) {
    Node name = node.field("name");
    if (!name) return;
    if (name.type() == "subscript") {
        if (Node array = name.field("name")) assign_unknown(array.span());
        return;
    }
    ir::Key key = keys_.name(text(name));
    if (names_) (is_local ? names_->local : names_->assigned).insert(key);
    bool is_known = !variables_.insert(key).second;
    // Where it is not assigned, its value may come from the environment.
    if (!is_known && block_ != &part_.body)
        inherited_.push_back(
            {place(name.span()), ir::Assign{{make_name(name.span())}, nullptr, HoleType::unknown, {}}});
    Node value = node.field("value");
    ir::Operand assigned = value ? expression(value)
                                 : make_text(Span{node.span().end, node.span().end}, LiteralLayer::shell_word, "",
                                             {node.span().end, node.span().end});
    auto directive = directives_.of(node.span());
    bool adds = text(node).substr(name.span().size()).starts_with("+=");
    if (adds)
        add(node.span(), ir::Augment{make_name(name.span()), '+', assigned, std::move(directive)});
    else
        add(node.span(), ir::Assign{{make_name(name.span())}, assigned, HoleType::unknown, std::move(directive)});
}

void ShellLowering::declaration(Node node) {
    std::string_view word = text(node);
    bool is_local = word.starts_with("local") || word.starts_with("declare") || word.starts_with("typeset");
    for (Node child : tree_.children(node)) {
        if (child.type() == "variable_assignment") assignment(child, is_local);
        if (child.type() == "variable_name" && is_local && names_) names_->local.insert(keys_.name(text(child)));
    }
}

/// a && b, a || b: what stands last may be run or not.
void ShellLowering::either(Node node) {
    Children children = tree_.children(node);
    for (std::size_t i = 0; i < children.size(); ++i) {
        bool is_last = i > 0 && i + 1 == children.size();
        if (!is_last) {
            statement(children[i]);
            continue;
        }
        ir::Branch branch;
        branch.arms.push_back({nullptr, {}, block_of(children[i])});
        add(node.span(), std::move(branch));
    }
}

/// Conditions are commands, and run before.
void ShellLowering::branch(Node node) {
    ir::Branch branch;
    auto arm = [&](Node from) {
        ir::Block block;
        ir::Block* outside = block_;
        for (Node child : tree_.children(from)) {
            bool is_clause = child.type() == "elif_clause" || child.type() == "else_clause";
            if (child.type() == "then" || child.type() == "else") block_ = &block;
            if (!is_clause) statement(child);
        }
        block_ = outside;
        branch.arms.push_back({nullptr, {}, std::move(block)});
    };
    arm(node);
    for (Node child : tree_.children(node)) {
        if (child.type() != "elif_clause" && child.type() != "else_clause") continue;
        arm(child);
        branch.exhaustive |= child.type() == "else_clause";
    }
    add(node.span(), std::move(branch));
}

void ShellLowering::loop(Node node) {
    ir::Loop loop;
    Node body = node.field("body");
    loop.iterable = make(Span{node.span().begin, node.span().begin}, ir::Unknown{});
    ir::Block* outside = std::exchange(block_, &loop.body);
    for (Node child : tree_.children(node))
        if (child.is_named() && !(child.span() == body.span())) statement(child);
    if (body) statement(body);
    block_ = outside;
    add(node.span(), std::move(loop));
}

void ShellLowering::for_each(Node node) {
    ir::Loop loop;
    Node variable = node.field("variable");
    Node body = node.field("body");
    if (!variable) return;
    ir::Operands items;
    bool is_plain = true;
    for (Node child : tree_.children(node)) {
        if (!child.is_named() || child.span() == variable.span() || child.span() == body.span()) continue;
        // What is not quoted may be several words, or names of files.
        bool is_word = child.type() == "word" || child.type() == "number";
        bool is_one = child.type() == "string" || child.type() == "raw_string" ||
                      (is_word && text(child).find_first_of("*?[") == std::string_view::npos);
        is_plain &= is_one && !array_of(child);
        items.push_back(expression(child));
    }
    if (is_plain && !items.empty())
        loop.iterable = make(node, ir::Display{Folded::Kind::list, std::move(items)});
    else
        loop.iterable = make(node, ir::Unknown{HoleType::unknown, std::move(items)});
    loop.target = make_name(variable.span());
    if (names_) names_->assigned.insert(keys_.name(text(variable)));
    loop.body = block_of(body);
    add(node.span(), std::move(loop));
}

void ShellLowering::choose(Node node) {
    ir::Branch branch;
    for (Node item : tree_.children(node)) {
        if (item.type() != "case_item") continue;
        ir::Block block;
        ir::Block* outside = std::exchange(block_, &block);
        bool in_body = false;
        for (Node child : tree_.children(item)) {
            if (in_body) statement(child);
            if (!in_body && text(child) == "*") branch.exhaustive = true;
            in_body |= child.type() == ")";
        }
        block_ = outside;
        branch.arms.push_back({nullptr, {}, std::move(block)});
    }
    add(node.span(), std::move(branch));
}

/// Its variables are those of the script, but for `local` ones.
void ShellLowering::function(Node node) {
    ir::Function statement;
    Node name = node.field("name");
    statement.key = keys_.name(name ? text(name) : "");
    Names names;
    Names* outer_names = std::exchange(names_, &names);
    statement.body = block_of(node.field("body"));
    names_ = outer_names;
    ir::Outer outer{true, {}};
    for (ir::Key key : names.assigned)
        if (!names.local.contains(key)) outer.keys.push_back(key);
    statement.matters = !outer.keys.empty() || !directives_.empty() || matters(node.span());
    if (!outer.keys.empty()) statement.body.insert(statement.body.begin(), {place(node.span()), std::move(outer)});
    add(node.span(), std::move(statement));
}

/// A command that is not complete leaves its name and words.
void ShellLowering::error(Node node) {
    Children children = tree_.children(node);
    for (std::size_t i = 0; i < children.size(); ++i) {
        if (children[i].type() != "command_name") {
            statement(children[i]);
            continue;
        }
        Span name = children[i].span();
        std::string_view last = command_name(text(name));
        name.begin = name.end - static_cast<std::uint32_t>(last.size());
        ir::Call call = call_to(make_name(name), last, name);
        call.broken = true;
        Span whole{name.begin, children[i].span().end};
        for (; i + 1 < children.size() && children[i + 1].type() != "command_name"; ++i) {
            Node child = children[i + 1];
            whole.end = child.span().end;
            if (child.is_named() && !child.is_error() && child.type() != "comment")
                call.arguments.push_back({ir::Call::Argument::Kind::positional, {}, {}, expression(child)});
        }
        call.arguments_place = place({name.end, whole.end});
        if (matters(whole)) add(whole, ir::Run{make(whole, std::move(call))});
    }
}

}  // namespace alyx::analyzer
