// Lowers Python's expressions, but for strings and calls.
#include <array>

#include "analyzer/fold/values.hpp"
#include "analyzer/host/python_lowering.hpp"

namespace alyx::analyzer {

using Kind = Folded::Kind;

std::vector<PythonLowering::Expression> PythonLowering::expression_table() {
    using L = PythonLowering;
    struct Row {
        std::string_view type;
        Expression lower;
    };
    static constexpr Row rows[] = {
        {"identifier", [](L& l, Node n) { return l.identifier(n); }},
        {"keyword_identifier", [](L& l, Node n) { return l.identifier(n); }},
        {"as_pattern_target", [](L& l, Node n) { return l.expression(n.first_named()); }},
        {"attribute", [](L& l, Node n) { return l.attribute(n); }},
        {"subscript", [](L& l, Node n) { return l.subscript(n); }},
        {"call", [](L& l, Node n) { return l.call(n); }},
        {"string", [](L& l, Node n) { return l.string(n); }},
        {"concatenated_string", [](L& l, Node n) { return l.adjacent(n); }},
        {"integer", [](L& l, Node n) { return l.number(n, true); }},
        {"float", [](L& l, Node n) { return l.number(n, false); }},
        {"true", [](L& l, Node n) { return l.constant(n, Kind::boolean, true); }},
        {"false", [](L& l, Node n) { return l.constant(n, Kind::boolean, false); }},
        {"none", [](L& l, Node n) { return l.constant(n, Kind::none, false); }},
        {"binary_operator", [](L& l, Node n) { return l.binary(n); }},
        {"boolean_operator", [](L& l, Node n) { return l.boolean(n); }},
        {"comparison_operator", [](L& l, Node n) { return l.comparison(n); }},
        {"not_operator",
         [](L& l, Node n) {
             return l.make(n, ir::Unary{ir::Unary::Operator::invert_truth, l.expression(n.field("argument"))});
         }},
        {"unary_operator",
         [](L& l, Node n) {
             if (l.text(n.field("operator")) != "-") return l.unknown(n);
             return l.make(n, ir::Unary{ir::Unary::Operator::negate, l.expression(n.field("argument"))});
         }},
        {"conditional_expression", [](L& l, Node n) { return l.conditional(n); }},
        {"parenthesized_expression", [](L& l, Node n) { return l.first(n); }},
        {"as_pattern", [](L& l, Node n) { return l.first(n); }},
        {"list", [](L& l, Node n) { return l.display(n, Kind::list); }},
        {"list_pattern", [](L& l, Node n) { return l.display(n, Kind::tuple); }},
        {"tuple", [](L& l, Node n) { return l.display(n, Kind::tuple); }},
        {"tuple_pattern", [](L& l, Node n) { return l.display(n, Kind::tuple); }},
        {"pattern_list", [](L& l, Node n) { return l.display(n, Kind::tuple); }},
        {"expression_list", [](L& l, Node n) { return l.display(n, Kind::tuple); }},
        {"set", [](L& l, Node n) { return l.display(n, Kind::set); }},
        {"dictionary", [](L& l, Node n) { return l.dictionary(n); }},
        {"list_splat", [](L& l, Node n) { return l.make(n, ir::Splat{l.first(n)}); }},
        {"list_splat_pattern", [](L& l, Node n) { return l.make(n, ir::Splat{l.first(n)}); }},
        {"list_comprehension", [](L& l, Node n) { return l.comprehension(n, Kind::list); }},
        {"generator_expression", [](L& l, Node n) { return l.comprehension(n, Kind::list); }},
        {"set_comprehension", [](L& l, Node n) { return l.comprehension(n, Kind::set); }},
        {"dictionary_comprehension", [](L& l, Node n) { return l.comprehension(n, Kind::dict); }},
        {"lambda", [](L& l, Node n) { return l.lambda(n); }},
        {"named_expression",
         [](L& l, Node n) {
             return l.make(n, ir::Walrus{l.expression(n.field("name")), l.expression(n.field("value"))});
         }},
    };
    TSLanguage const* language = tree_sitter_python();
    std::vector<Expression> table(ts_language_symbol_count(language));
    for (TSSymbol symbol = 0; symbol < table.size(); ++symbol)
        for (Row const& row : rows)
            if (row.type == ts_language_symbol_name(language, symbol)) table[symbol] = row.lower;
    return table;
}

ir::Operand PythonLowering::unknown(Node node, HoleType type) {
    return make(node, ir::Unknown{type, inside(node)});
}

/// The first expression in it.
ir::Operand PythonLowering::first(Node node) {
    for (Node child : tree_.children(node))
        if (child.is_named() && child.type() != "comment") return expression(child);
    return unknown(node);
}

ir::Key PythonLowering::name_key(Node node) {
    return keys_.name(text(node));
}

ir::Operand PythonLowering::identifier(Node node) {
    return make(node, ir::Name{name_key(node)});
}

ir::Operand PythonLowering::attribute(Node node) {
    ir::Operand object = expression(node.field("object"));
    std::string_view name = text(node.field("attribute"));
    ir::Key key = 0;
    if (auto const* base = std::get_if<ir::Name>(&object->node)) key = base->key;
    if (auto const* base = std::get_if<ir::Attribute>(&object->node)) key = base->key;
    return make(node, ir::Attribute{object, name, key != 0 ? keys_.attribute(key, name) : 0});
}

ir::Operand PythonLowering::subscript(Node node) {
    ir::Operand object = expression(node.field("value"));
    Node index = node.field("subscript");
    if (!index || index.type() != "slice") return make(node, ir::Subscript{object, expression(index)});
    ir::Slice slice{object};
    int colons = 0;
    for (Node child : tree_.children(index)) {
        if (child.type() == ":")
            ++colons;
        else if (child.is_named() && colons == 0)
            slice.begin = expression(child);
        else if (child.is_named() && colons == 1)
            slice.end = expression(child);
        else
            return unknown(node);
    }
    return make(node, slice);
}

/// A chain of + is one node, however long.
ir::Operand PythonLowering::binary(Node node) {
    static constexpr std::array<std::pair<std::string_view, ir::Binary::Operator>, 3> operators{
        {{"%", ir::Binary::Operator::percent}, {"*", ir::Binary::Operator::times}, {"|", ir::Binary::Operator::merge}}};
    std::string_view op = text(node.field("operator"));
    if (op != "+") {
        for (auto [known, of] : operators)
            if (known == op) {
                ir::Operand left = expression(node.field("left"));
                return make(node, ir::Binary{of, left, expression(node.field("right"))});
            }
        return unknown(node);
    }
    ir::Operands operands;
    Node left = node;
    for (; left.type() == "binary_operator" && text(left.field("operator")) == "+"; left = left.field("left"))
        operands.push_back(expression(left.field("right")));
    operands.push_back(expression(left));
    return make(node, ir::Concat{{operands.rbegin(), operands.rend()}});
}

ir::Operand PythonLowering::boolean(Node node) {
    bool is_or = text(node.field("operator")) == "or";
    ir::Operand left = expression(node.field("left"));
    ir::Operand right = expression(node.field("right"));
    return make(node, ir::Binary{is_or ? ir::Binary::Operator::either : ir::Binary::Operator::both, left, right});
}

ir::Operand PythonLowering::comparison(Node node) {
    using Op = ir::Binary::Operator;
    static constexpr std::array<std::pair<std::string_view, Op>, 6> operators{{{"==", Op::equal},
                                                                               {"!=", Op::unequal},
                                                                               {"is", Op::is},
                                                                               {"is not", Op::is_not},
                                                                               {"in", Op::contained},
                                                                               {"not in", Op::not_contained}}};
    Children children = tree_.children(node);
    if (children.size() == 3)
        for (auto [known, op] : operators)
            if (children[1].type() == known) {
                ir::Operand left = expression(children[0]);
                return make(node, ir::Binary{op, left, expression(children[2])});
            }
    // The names in it count, for what it says of them cannot be told.
    ir::Unknown unknown{HoleType::boolean, {}};
    for (Node child : children)
        if (child.is_named()) unknown.inside.push_back(expression(child));
    return make(node, std::move(unknown));
}

ir::Operand PythonLowering::conditional(Node node) {
    ir::Operands parts;
    for (Node child : tree_.children(node))
        if (child.is_named() && child.type() != "comment") parts.push_back(expression(child));
    if (parts.size() != 3) return unknown(node);
    return make(node, ir::Conditional{parts[1], parts[0], parts[2]});
}

ir::Operand PythonLowering::display(Node node, Kind kind) {
    ir::Operands items;
    for (Node child : tree_.children(node))
        if (child.is_named() && child.type() != "comment") items.push_back(expression(child));
    return make(node, ir::Display{kind, std::move(items)});
}

ir::Operand PythonLowering::dictionary(Node node) {
    ir::Dict dict;
    for (Node child : tree_.children(node)) {
        if (child.type() == "pair") {
            ir::Operand key = expression(child.field("key"));
            dict.entries.emplace_back(key, expression(child.field("value")));
        } else if (child.type() == "dictionary_splat" || child.is_error()) {
            dict.entries.emplace_back(nullptr, child.is_error() ? unknown(child) : first(child));
        }
    }
    return make(node, std::move(dict));
}

ir::Operand PythonLowering::comprehension(Node node, Kind kind) {
    ir::Comprehension comprehension;
    comprehension.kind = kind;
    for (Node child : tree_.children(node)) {
        if (child.type() == "for_in_clause") {
            ir::Operand iterable = expression(child.field("right"));
            comprehension.clauses.push_back({expression(child.field("left")), iterable});
        } else if (child.type() == "if_clause") {
            comprehension.conditions.push_back(first(child));
        }
    }
    Node body = node.field("body");
    bool is_pair = body && body.type() == "pair";
    comprehension.body = expression(is_pair ? body.field("key") : body);
    if (is_pair) comprehension.value = expression(body.field("value"));
    return make(node, std::move(comprehension));
}

ir::Operand PythonLowering::lambda(Node node) {
    ir::Lambda lambda;
    std::vector<ir::Function::Parameter> parameters;
    if (Node list = node.field("parameters"))
        for (Node child : tree_.children(list)) parameter(child, parameters);
    for (auto const& one : parameters) {
        lambda.parameters.push_back(one.key);
        if (one.standard) lambda.defaults.push_back(one.standard);
    }
    lambda.body = expression(node.field("body"));
    return make(node, std::move(lambda));
}

ir::Operand PythonLowering::number(Node node, bool is_integer) {
    std::string text_of = python_number(text(node), is_integer);
    if (text_of.empty()) return unknown(node, HoleType::number);
    return make(node, ir::Constant{*number_value(std::move(text_of), is_integer, place(node.span()))});
}

ir::Operand PythonLowering::constant(Node node, Kind kind, bool value) {
    Folded folded;
    folded.kind = kind;
    folded.boolean = value;
    folded.place = place(node.span());
    return make(node, ir::Constant{std::move(folded)});
}

}  // namespace alyx::analyzer
