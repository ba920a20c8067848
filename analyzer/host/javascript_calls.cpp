// Lowers JavaScript's calls, and finds calls in what the parser could not make sense of.
#include <algorithm>
#include <array>

#include "analyzer/host/javascript_lowering.hpp"

namespace alyx::analyzer {
namespace {

using Kind = ir::Call::Argument::Kind;

struct Same {
    std::string_view javascript;
    std::string_view python;
};

/// Functions and methods that fold/ knows by the names of Python's that do the same.
constexpr std::array<Same, 7> functions{{{"String", "str"},
                                         {"encodeURIComponent", "encodeURIComponent"},
                                         {"URLSearchParams", "URLSearchParams"},
                                         {"encodeURI", "format"},
                                         {"parseInt", "int"},
                                         {"Number", "float"},
                                         {"Boolean", "bool"}}};
constexpr std::array<Same, 15> methods{{
    {"toLowerCase", "lower"},
    {"toUpperCase", "upper"},
    {"trim", "strip"},
    {"startsWith", "startswith"},
    {"endsWith", "endswith"},
    {"split", "split"},
    {"toISOString", "isoformat"},
    {"toFixed", "isoformat"},
    {"pop", "clear"},
    {"delete", "clear"},
    {"shift", "clear"},
    {"unshift", "clear"},
    {"splice", "clear"},
    {"sort", "clear"},
    {"reverse", "clear"},
}};
/// Means nothing to fold/.
constexpr std::string_view other = "()";

template <std::size_t size>
std::string_view python_name(std::array<Same, size> const& table, std::string_view name) {
    for (Same const& same : table)
        if (same.javascript == name) return same.python;
    return other;
}

}  // namespace

/// All that is named between the parentheses. Of an object that comes last its entries are keywords.
void JavaScriptLowering::arguments(Children const& children, ir::Call& call) {
    for (Node child : children) {
        if (!child.is_named() || child.type() == "comment" || child.is_error()) continue;
        if (child.type() == "spread_element")
            call.arguments.push_back({Kind::splat, {}, {}, first(child)});
        else
            call.arguments.push_back({Kind::positional, {}, {}, expression(child)});
    }
    if (!call.arguments.empty() && call.arguments.back().kind == Kind::positional)
        call.arguments.back().kind = Kind::options;
}

ir::Operand JavaScriptLowering::call(Node node, std::string_view field) {
    Node callee = node.field(field);
    // The grammar takes `await f<T>(…)` for `(await f)<T>(…)`.
    if (callee.type() == "await_expression" && node.field("type_arguments")) callee = callee.first_named();
    Node list = node.field("arguments");
    // tag`…`
    if (list && list.type() != "arguments") return unknown(node);
    Node last = callee.type() == "member_expression" ? callee.field("property") : callee;
    bool is_name = last.type().ends_with("identifier");
    ir::Call call = call_to(expression(callee), is_name ? text(last) : std::string_view(), last.span());
    call.arguments_place = place(list.span());
    call.broken = node.has_error();
    arguments(tree_.children(list), call);
    if (callee.type() == "member_expression") return method(node, callee, std::move(call));
    if (is_name && !call.reported) {
        call.name = python_name(functions, text(last));
        bool const takes_one =
            call.name == "str" || call.name == "encodeURIComponent" || call.name == "URLSearchParams";
        if (call.arguments.size() == 1 && takes_one) call.arguments[0].kind = Kind::positional;
    }
    return make(node, std::move(call));
}

ir::Operand JavaScriptLowering::method(Node node, Node callee, ir::Call call) {
    std::string_view name = text(callee.field("property"));
    if (call.reported) return make(node, std::move(call));
    auto const* attribute = std::get_if<ir::Attribute>(&call.callee->node);
    ir::Operand object = attribute ? attribute->object : nullptr;
    for (auto& argument : call.arguments)
        if (argument.kind == Kind::options) argument.kind = Kind::positional;
    bool is_plain = object && call.arguments.size() == 1 && call.arguments[0].kind == Kind::positional;
    if (name == "join" && is_plain) {
        // Python asks the separator to join.
        ir::Operand separator = call.arguments[0].value;
        call.callee = make_attribute(callee.span(), separator, "join");
        call.arguments[0].value = object;
        call.name = "join";
    } else if (name == "push" && is_plain) {
        call.name = "append";
    } else if ((name == "append" || name == "set") && call.arguments.size() == 2) {
        call.name = name == "set" ? "set_parameter" : "append_parameter";
    } else if (name == "concat" && is_plain) {
        return make(node, ir::Concat{{object, call.arguments[0].value}});
    } else if (name == "toString" && object && call.arguments.empty()) {
        ir::Format format;
        format.parts.push_back({nullptr, object, ir::Format::as_javascript, {}, {}, false, place(node.span())});
        return make(node, std::move(format));
    } else {
        call.name = python_name(methods, name);
    }
    return make(node, std::move(call));
}

/// `fetch('/sessions?x=` leaves a name, a parenthesis and arguments without a call. Gives where to go on.
std::size_t JavaScriptLowering::broken_call(Children const& children, std::size_t at) {
    Node callee = children[at];
    Node last = callee.type() == "member_expression" ? callee.field("property") : callee;
    ir::Call call = call_to(expression(callee), text(last), last.span());
    call.broken = true;
    std::uint32_t begin = children[at + 1].span().begin;
    std::size_t end = at + 2;
    Children list;
    for (; end < children.size() && children[end].type() != ")"; ++end) list.push_back(children[end]);
    arguments(list, call);
    Span whole{callee.span().begin, children[std::min(end, children.size() - 1)].span().end};
    call.arguments_place = place({begin, whole.end});
    if (matters(whole)) add(whole, ir::Run{make(whole, std::move(call))});
    return end;
}

void JavaScriptLowering::error(Node node) {
    Children children = tree_.children(node);
    for (std::size_t i = 0; i < children.size(); ++i) {
        Node child = children[i];
        bool is_name = child.type() == "identifier" || child.type() == "member_expression";
        if (is_name && i + 1 < children.size() && children[i + 1].type() == "(")
            i = broken_call(children, i);
        else if (child.is_named())
            statement(child);
    }
}

}  // namespace alyx::analyzer
