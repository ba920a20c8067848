// Lowers JavaScript's string and template literals, and + between them.
#include "analyzer/host/javascript_lowering.hpp"

namespace alyx::analyzer {
namespace {

bool is_text(Node node) {
    return node.type() == "string" || node.type() == "template_string";
}

}  // namespace

ir::Operand JavaScriptLowering::string(Node node) {
    Span span = node.span();
    std::string_view whole = text(node);
    if (whole.empty() || (whole[0] != '\'' && whole[0] != '"')) return unknown(node, HoleType::text);
    bool is_closed = whole.size() > 1 && whole.back() == whole[0];
    std::string_view quote = whole[0] == '"' ? "\"" : "'";
    return make_text(span, LiteralLayer::script_text, quote, {span.begin + 1, is_closed ? span.end - 1 : span.end});
}

ir::Operand JavaScriptLowering::template_string(Node node) {
    ir::Format format;
    Children children = tree_.children(node);
    Span span = node.span();
    if (span.size() == 0) return unknown(node, HoleType::text);
    bool is_closed = span.size() > 1 && text(node).back() == '`' && !children.empty() && children.back().type() == "`";
    std::uint32_t begin = span.begin + 1;
    auto add_text = [&](std::uint32_t until) {
        if (until > begin) format.parts.push_back({literal(LiteralLayer::script_template, "`", {begin, until})});
    };
    for (Node child : children) {
        if (child.type() != "template_substitution") continue;
        add_text(child.span().begin);
        ir::Format::Part part;
        part.place = place(child.span());
        part.value = first(child);
        part.conversion = ir::Format::as_javascript;
        format.parts.push_back(std::move(part));
        begin = child.span().end;
    }
    add_text(is_closed ? span.end - 1 : span.end);
    return make(node, std::move(format));
}

/// Behind a text everything is text; a sum of what is not known to be one may be of numbers.
ir::Operand JavaScriptLowering::plus(Node node) {
    std::vector<Node> nodes;
    Node left = node;
    for (; left.type() == "binary_expression" && text(left.field("operator")) == "+"; left = left.field("left"))
        nodes.push_back(left.field("right"));
    nodes.push_back(left);
    std::vector<Node> ordered(nodes.rbegin(), nodes.rend());
    std::size_t first_text = 0;
    while (first_text < ordered.size() && !is_text(ordered[first_text])) ++first_text;
    ir::Operands sum;
    std::size_t summed = first_text == ordered.size() ? first_text : first_text > 1 ? first_text : 0;
    for (std::size_t i = 0; i < summed; ++i) sum.push_back(expression(ordered[i]));
    Span of_sum{node.span().begin, summed > 0 ? ordered[summed - 1].span().end : node.span().begin};
    ir::Operand begin = sum.empty() ? nullptr : make(of_sum, ir::Concat{std::move(sum)});
    if (summed == ordered.size()) return begin;
    ir::Format format;
    auto add = [&](ir::Operand value) {
        ir::Format::Part part;
        part.place = value->place;
        part.conversion = ir::Format::as_javascript;
        part.value = value;
        format.parts.push_back(std::move(part));
    };
    if (begin) add(begin);
    for (std::size_t i = summed; i < ordered.size(); ++i) add(expression(ordered[i]));
    return make(node, std::move(format));
}

}  // namespace alyx::analyzer
