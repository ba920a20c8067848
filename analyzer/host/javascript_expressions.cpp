// Lowers JavaScript's expressions, but for texts, calls and functions.
#include <algorithm>
#include <array>

#include "analyzer/fold/values.hpp"
#include "analyzer/host/javascript_lowering.hpp"
#include "analyzer/host/javascript_number.hpp"

namespace alyx::analyzer {

using Kind = Folded::Kind;

std::vector<JavaScriptLowering::Expression> JavaScriptLowering::expression_table(TSLanguage const* grammar) {
    using L = JavaScriptLowering;
    static constexpr NodeRow<Expression> rows[] = {
        {"identifier", [](L& l, Node n) { return l.make_name(n.span()); }},
        {"this", [](L& l, Node n) { return l.make_name(n.span()); }},
        {"super", [](L& l, Node n) { return l.make_name(n.span()); }},
        {"shorthand_property_identifier", [](L& l, Node n) { return l.make_name(n.span()); }},
        {"undefined", [](L& l, Node n) { return l.make_constant(n.span(), Kind::none); }},
        {"null", [](L& l, Node n) { return l.make_constant(n.span(), Kind::none); }},
        {"true", [](L& l, Node n) { return l.make_constant(n.span(), Kind::boolean, true); }},
        {"false", [](L& l, Node n) { return l.make_constant(n.span(), Kind::boolean, false); }},
        {"number", [](L& l, Node n) { return l.number(n); }},
        {"string", [](L& l, Node n) { return l.string(n); }},
        {"template_string", [](L& l, Node n) { return l.template_string(n); }},
        {"member_expression", [](L& l, Node n) { return l.member(n); }},
        {"subscript_expression", [](L& l, Node n) { return l.subscript(n); }},
        {"call_expression", [](L& l, Node n) { return l.call(n, "function"); }},
        {"new_expression", [](L& l, Node n) { return l.call(n, "constructor"); }},
        {"binary_expression", [](L& l, Node n) { return l.binary(n); }},
        {"ternary_expression", [](L& l, Node n) { return l.ternary(n); }},
        {"unary_expression",
         [](L& l, Node n) {
             std::string_view op = l.text(n.field("operator"));
             if (op != "-" && op != "!") return l.unknown(n);
             auto of = op == "-" ? ir::Unary::Operator::negate : ir::Unary::Operator::invert_truth;
             return l.make(n, ir::Unary{of, l.expression(n.field("argument"))});
         }},
        {"array", [](L& l, Node n) { return l.array(n, Kind::list); }},
        {"array_pattern", [](L& l, Node n) { return l.array(n, Kind::tuple); }},
        {"object", [](L& l, Node n) { return l.object(n); }},
        {"spread_element", [](L& l, Node n) { return l.make(n, ir::Splat{l.first(n)}); }},
        {"assignment_expression", [](L& l, Node n) { return l.assigned(n); }},
        {"assignment_pattern", [](L& l, Node n) { return l.expression(n.field("left")); }},
        {"parenthesized_expression", [](L& l, Node n) { return l.first(n); }},
        {"await_expression", [](L& l, Node n) { return l.first(n); }},
        {"as_expression", [](L& l, Node n) { return l.first(n); }},
        {"satisfies_expression", [](L& l, Node n) { return l.first(n); }},
        {"non_null_expression", [](L& l, Node n) { return l.first(n); }},
        {"arrow_function", [](L& l, Node n) { return l.function(n); }},
        {"function_expression", [](L& l, Node n) { return l.function(n); }},
        {"generator_function", [](L& l, Node n) { return l.function(n); }},
        {"class", [](L& l, Node n) { return l.class_definition(n), l.make(n, ir::Unknown{}); }},
    };
    return node_table(grammar, rows);
}

ir::Operand JavaScriptLowering::expression(Node node) {
    if (!node || depth_ >= max_depth) return make(node ? node.span() : Span{}, ir::Unknown{});
    ++depth_;
    auto lower = expression_of(node.symbol());
    ir::Operand operand = lower ? lower(*this, node) : unknown(node);
    --depth_;
    return operand;
}

ir::Operand JavaScriptLowering::unknown(Node node, HoleType type) {
    return make(node, ir::Unknown{type, inside(node)});
}

ir::Operand JavaScriptLowering::first(Node node) {
    for (Node child : tree_.children(node))
        if (child.is_named() && child.type() != "comment") return expression(child);
    return unknown(node);
}

/// What stands in it is lowered only for the calls in it.
ir::Operands JavaScriptLowering::inside(Node node) {
    ir::Operands operands;
    if (!matters(node.span())) return operands;
    for (Node child : tree_.children(node))
        if (child.is_named() && matters(child.span())) operands.push_back(expression(child));
    return operands;
}

ir::Operand JavaScriptLowering::member(Node node) {
    ir::Operand object = expression(node.field("object"));
    return make_attribute(node.span(), object, text(node.field("property")));
}

ir::Operand JavaScriptLowering::subscript(Node node) {
    ir::Operand object = expression(node.field("object"));
    return make(node, ir::Subscript{object, expression(node.field("index"))});
}

ir::Operand JavaScriptLowering::binary(Node node) {
    using Op = ir::Binary::Operator;
    static constexpr std::array<std::pair<std::string_view, Op>, 5> operators{
        {{"||", Op::either}, {"??", Op::either}, {"&&", Op::both}, {"===", Op::equal}, {"!==", Op::unequal}}};
    std::string_view op = text(node.field("operator"));
    if (op == "+") return plus(node);
    Node left = node.field("left");
    Node right = node.field("right");
    for (auto [known, of] : operators)
        if (known == op) {
            ir::Operand first = expression(left);
            return make(node, ir::Binary{of, first, expression(right)});
        }
    // The names in it count, for what it says of them cannot be told.
    return make(node, ir::Unknown{HoleType::unknown, {expression(left), expression(right)}});
}

ir::Operand JavaScriptLowering::ternary(Node node) {
    ir::Operand condition = expression(node.field("condition"));
    ir::Operand then = expression(node.field("consequence"));
    return make(node, ir::Conditional{condition, then, expression(node.field("alternative"))});
}

ir::Operand JavaScriptLowering::array(Node node, Kind kind) {
    ir::Operands items;
    for (Node child : tree_.children(node))
        if (child.is_named() && child.type() != "comment") items.push_back(expression(child));
    return make(node, ir::Display{kind, std::move(items)});
}

/// The name of a property as a text, which edits cannot put into quotes.
ir::Operand JavaScriptLowering::key(Node node) {
    if (node.type() == "string") return string(node);
    if (node.type() == "computed_property_name") return first(node);
    return make_text(node.span(), LiteralLayer::script_text, "", node.span());
}

ir::Operand JavaScriptLowering::object(Node node) {
    ir::Dict dict;
    for (Node child : tree_.children(node)) {
        if (child.type() == "pair") {
            ir::Operand name = key(child.field("key"));
            dict.entries.emplace_back(name, expression(child.field("value")));
        } else if (child.type() == "shorthand_property_identifier") {
            ir::Operand name = key(child);
            dict.entries.emplace_back(name, expression(child));
        } else if (child.type() == "method_definition") {
            function_statement(child, keys_.name("=>"), false);
            dict.entries.emplace_back(key(child.field("name")), make(child, ir::Unknown{}));
        } else if (child.type() == "spread_element" || child.is_error()) {
            dict.entries.emplace_back(nullptr, child.is_error() ? unknown(child) : first(child));
        }
    }
    return make(node, std::move(dict));
}

ir::Operand JavaScriptLowering::number(Node node) {
    bool is_integer = false;
    std::string shown = javascript_number(text(node), is_integer);
    if (shown.empty()) return unknown(node, HoleType::number);
    return make(node, ir::Constant{*number_value(std::move(shown), is_integer, place(node.span()))});
}

ir::Operand JavaScriptLowering::assigned(Node node) {
    Node left = node.field("left");
    if (!is_followed(left)) bind_unknown(left, false);
    ir::Operand given = target(left);
    return make(node, ir::Walrus{given, expression(node.field("right"))});
}

}  // namespace alyx::analyzer
