// Lowers Python's calls, and finds calls in what the parser could not make sense of.
#include <algorithm>

#include "analyzer/host/python_lowering.hpp"

namespace alyx::analyzer {

ir::Call PythonLowering::call_to(Node callee) {
    ir::Call call;
    call.callee = expression(callee);
    Node last = callee.type() == "attribute" ? callee.field("attribute") : callee;
    if (last.type() == "identifier") call.name = text(last);
    call.name_place = place(last.span());
    call.reported = std::find(filter_.names.begin(), filter_.names.end(), call.name) != filter_.names.end();
    if (!call.reported) return call;
    for (ir::Operand at = call.callee; at;) {
        auto const* attribute = std::get_if<ir::Attribute>(&at->node);
        auto const* name = std::get_if<ir::Name>(&at->node);
        if (attribute && attribute->key != 0) part_->receivers.push_back(attribute->key);
        if (name) part_->receivers.push_back(name->key);
        at = attribute ? attribute->object : nullptr;
    }
    return call;
}

ir::Operand PythonLowering::call(Node node) {
    Node arguments = node.field("arguments");
    ir::Call call = call_to(node.field("function"));
    call.arguments_place = place(arguments.span());
    call.broken = node.has_error();
    if (arguments.type() == "generator_expression") {
        call.arguments.push_back({ir::Call::Argument::Kind::positional, {}, {}, expression(arguments)});
        return make(node, std::move(call));
    }
    this->arguments(arguments, call);
    return make(node, std::move(call));
}

void PythonLowering::arguments(Node list, ir::Call& call) {
    Node word;
    for (Node child : tree_.children(list)) {
        if (child.is_error()) {
            word = misused_word(child);
        } else if (child.is_named() && child.type() != "comment") {
            auto one = argument(child);
            bool is_named = word && one.kind == ir::Call::Argument::Kind::positional;
            if (is_named) one = {ir::Call::Argument::Kind::keyword, text(word), place(word.span()), one.value};
            call.arguments.push_back(one);
            word = {};
        }
    }
}

/// `in=[1, 2]`: a word of Python where the name of an argument should stand is an error in front of the value.
Node PythonLowering::misused_word(Node error) {
    Children parts = tree_.children(error);
    bool is_name = parts.size() == 2 && !parts[0].is_named() && parts[1].type() == "=";
    return is_name ? parts[0] : Node();
}

ir::Call::Argument PythonLowering::argument(Node node) {
    using Kind = ir::Call::Argument::Kind;
    if (node.type() == "keyword_argument") {
        Node name = node.field("name");
        // What the parser skipped may have been the value.
        for (Node child : tree_.children(node))
            if (child.is_error()) return {Kind::keyword, text(name), place(name.span()), unknown(node)};
        return {Kind::keyword, text(name), place(name.span()), expression(node.field("value"))};
    }
    if (node.type() == "list_splat") return {Kind::splat, {}, {}, first(node)};
    if (node.type() == "dictionary_splat") return {Kind::dict_splat, {}, {}, first(node)};
    return {Kind::positional, {}, {}, expression(node)};
}

/// `one.alyx.rest('sessions', 'list', django='x` leaves a name, a parenthesis and arguments without a call. Gives
/// where to go on.
std::size_t PythonLowering::broken_call(Children const& children, std::size_t at, ir::Block& block) {
    ir::Call call = call_to(children[at]);
    call.broken = true;
    std::size_t end = at + 1;
    std::uint32_t begin = children[end].span().begin;
    for (++end; end < children.size() && children[end].type() != ")"; ++end) {
        Node child = children[end];
        bool is_begin_of_next = end + 1 < children.size() && children[end + 1].type() == "=";
        if (is_begin_of_next) break;
        if (child.is_named() && !child.is_error() && child.type() != "comment")
            call.arguments.push_back(argument(child));
    }
    Node last = children[std::min(end, children.size() - 1)];
    Span whole{children[at].span().begin, last.span().end};
    call.arguments_place = place({begin, whole.end});
    bool has_call = matters(whole);
    part_->expressions.push_back({place(whole), has_call, std::move(call)});
    if (has_call) block.push_back({place(whole), ir::Run{&part_->expressions.back()}});
    return end;
}

void PythonLowering::error(Node node, ir::Block& block) {
    Children children = tree_.children(node);
    for (std::size_t i = 0; i < children.size(); ++i) {
        Node child = children[i];
        bool is_name = child.type() == "identifier" || child.type() == "attribute";
        if (is_name && i + 1 < children.size() && children[i + 1].type() == "(")
            i = broken_call(children, i, block);
        else if (child.is_named())
            statement(child, block);
    }
}

}  // namespace alyx::analyzer
