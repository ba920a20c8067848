// Lowers words of a shell, and commands as calls.
#include <algorithm>
#include <array>

#include "analyzer/host/shell_lowering.hpp"

namespace alyx::analyzer {
namespace {

using Kind = ir::Call::Argument::Kind;

/// Commands that run the one behind them.
constexpr std::array<std::string_view, 7> prefixes{"sudo", "env", "time", "command", "exec", "nohup", "nice"};

bool is_redirect(Node node) {
    return node.type().ends_with("redirect");
}

}  // namespace

bool is_command_prefix(std::string_view word) {
    return std::find(prefixes.begin(), prefixes.end(), word) != prefixes.end();
}

std::string_view command_name(std::string_view word) {
    auto slash = word.rfind('/');
    return slash == word.npos ? word : word.substr(slash + 1);
}

std::vector<ShellLowering::Expression> ShellLowering::expression_table() {
    using L = ShellLowering;
    static constexpr NodeRow<Expression> rows[] = {
        {"word", [](L& l, Node n) { return l.word(n); }},
        {"number", [](L& l, Node n) { return l.word(n); }},
        {"extglob_pattern", [](L& l, Node n) { return l.unknown(n); }},
        {"raw_string",
         [](L& l, Node n) {
             Span span = n.span();
             bool is_closed = span.size() > 1 && l.text(n).back() == '\'';
             return l.make_text(span, LiteralLayer::shell_raw, "'",
                                {std::min(span.begin + 1, span.end), is_closed ? span.end - 1 : span.end});
         }},
        {"string", [](L& l, Node n) { return l.quoted(n); }},
        {"translated_string", [](L& l, Node n) { return l.expression(n.first_named()); }},
        {"ansi_c_string",
         [](L& l, Node n) {
             Span span = n.span();
             bool is_closed = span.size() > 2 && l.text(n).back() == '\'';
             return l.make_text(span, LiteralLayer::python_text, "'",
                                {std::min(span.begin + 2, span.end), is_closed ? span.end - 1 : span.end});
         }},
        {"concatenation", [](L& l, Node n) { return l.concatenation(n); }},
        {"simple_expansion", [](L& l, Node n) { return l.variable(n); }},
        {"expansion", [](L& l, Node n) { return l.expansion(n); }},
        {"variable_name", [](L& l, Node n) { return l.make_name(n.span()); }},
        {"array", [](L& l, Node n) { return l.array(n); }},
        {"command", [](L& l, Node n) { return l.command(n); }},
    };
    return node_table(tree_sitter_bash(), rows);
}

ir::Operand ShellLowering::expression(Node node) {
    static std::vector<Expression> const table = expression_table();
    if (!node || depth_ >= max_depth) return make(node ? node.span() : Span{}, ir::Unknown{HoleType::text, {}});
    ++depth_;
    auto lower = node.symbol() < table.size() ? table[node.symbol()] : nullptr;
    ir::Operand operand = lower ? lower(*this, node) : unknown(node);
    --depth_;
    return operand;
}

ir::Operand ShellLowering::unknown(Node node, HoleType type) {
    return make(node, ir::Unknown{type, inside(node)});
}

ir::Operands ShellLowering::inside(Node node) {
    ir::Operands operands;
    if (!matters(node.span())) return operands;
    for (Node child : tree_.children(node))
        if (child.is_named() && matters(child.span())) operands.push_back(expression(child));
    return operands;
}

ir::Operand ShellLowering::word(Node node) {
    if (node.first_named()) return unknown(node);
    return make_text(node.span(), LiteralLayer::shell_word, "", node.span());
}

/// "…" with what is expanded in it.
ir::Operand ShellLowering::quoted(Node node) {
    Children children = tree_.children(node);
    Span span = node.span();
    bool is_closed = span.size() > 1 && !children.empty() && children.back().type() == "\"" &&
                     !children.back().is_missing() && children.back().span().begin > span.begin;
    if (span.empty()) return unknown(node);
    ir::Format format;
    std::uint32_t begin = span.begin + 1;
    auto add_text = [&](std::uint32_t until) {
        if (until > begin) format.parts.push_back({literal(LiteralLayer::shell_text, "\"", {begin, until})});
    };
    for (Node child : children) {
        bool is_text = !child.is_named() || child.type() == "string_content" || child.span().begin < begin;
        if (is_text) continue;
        add_text(child.span().begin);
        ir::Format::Part part;
        part.place = place(child.span());
        part.value = expression(child);
        format.parts.push_back(std::move(part));
        begin = child.span().end;
    }
    add_text(is_closed ? span.end - 1 : span.end);
    return make(node, std::move(format));
}

/// '…'"…"$VARIABLE; {a,b} outside of quotes is several words.
ir::Operand ShellLowering::concatenation(Node node) {
    ir::Format format;
    for (Node child : tree_.children(node)) {
        bool is_brace = child.type() == "brace_expression" || (child.type() == "word" && text(child) == "{");
        if (is_brace) return unknown(node);
        if (!child.is_named()) {
            format.parts.push_back({literal(LiteralLayer::shell_word, "", child.span())});
            continue;
        }
        ir::Format::Part part;
        part.place = place(child.span());
        part.value = expression(child);
        format.parts.push_back(std::move(part));
    }
    return make(node, std::move(format));
}

ir::Operand ShellLowering::variable(Node node) {
    Node name = node.first_named();
    if (!name || name.type() != "variable_name") return unknown(node);
    return make(node, ir::Name{keys_.name(text(name))});
}

/// `${X}`, `${X:-otherwise}`; of others only that they are texts.
ir::Operand ShellLowering::expansion(Node node) {
    Children children = tree_.children(node);
    Node name = node.first_named();
    if (!name || name.type() != "variable_name") return unknown(node);
    ir::Operand value = make(name, ir::Name{keys_.name(text(name))});
    if (children.size() == 3) return value;
    std::string_view op = text(node.field("operator"));
    bool has_default = op == ":-" || op == "-" || op == ":=" || op == "=";
    if (!has_default || children.size() != 5 || !children[3].is_named()) return unknown(node);
    return make(node, ir::Binary{ir::Binary::Operator::either, value, expression(children[3])});
}

ir::Operand ShellLowering::array(Node node) {
    ir::Operands items;
    for (Node child : tree_.children(node))
        if (child.is_named() && child.type() != "comment") items.push_back(expression(child));
    return make(node, ir::Display{Folded::Kind::list, std::move(items)});
}

/// The name of the array in `"${args[@]}"`; a null node for other words.
Node ShellLowering::array_of(Node word) {
    if (word.type() == "string") {
        Children children = tree_.children(word);
        if (children.size() != 3) return {};
        word = children[1];
    }
    Node inner = word.type() == "expansion" ? word.first_named() : Node();
    bool is_all = inner.type() == "subscript" && text(inner.field("index")) == "@" && !word.field("operator");
    return is_all ? inner.field("name") : Node();
}

ir::Operand ShellLowering::command(Node node) {
    std::vector<Node> words;
    for (Node child : tree_.children(node)) {
        if (child.type() == "command_name")
            words.push_back(child.first_named() ? child.first_named() : child);
        else if (!words.empty() && child.type() != "comment" && !child.is_error() && !is_redirect(child))
            words.push_back(child);
    }
    std::size_t first = 0;
    while (first + 1 < words.size() && is_command_prefix(command_name(text(words[first])))) {
        ++first;
        auto is_own = [&](std::string_view word) { return word.starts_with('-') || word.find('=') != word.npos; };
        while (first + 1 < words.size() && is_own(text(words[first]))) ++first;
    }
    if (words.empty()) return unknown(node);
    Span name = words[first].span();
    std::string_view last = command_name(text(name));
    name.begin = name.end - static_cast<std::uint32_t>(last.size());
    ir::Call call = call_to(make_name(name), last, name);
    call.arguments_place = place({std::min(name.end, node.span().end), node.span().end});
    call.broken = node.has_error();
    for (std::size_t i = first + 1; i < words.size(); ++i) {
        if (Node array = array_of(words[i]))
            call.arguments.push_back({Kind::splat, {}, {}, make_name(array.span())});
        else
            call.arguments.push_back({Kind::positional, {}, {}, expression(words[i])});
    }
    return make(node, std::move(call));
}

}  // namespace alyx::analyzer
