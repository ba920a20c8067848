// Lowers JavaScript's functions and classes.
#include <algorithm>
#include <array>

#include "analyzer/host/javascript_lowering.hpp"

namespace alyx::analyzer {

/// A function within an expression is run after what surrounds it, as one that is declared.
ir::Operand JavaScriptLowering::function(Node node) {
    // Nothing can refer to it by this name.
    function_statement(node, keys_.name("=>"), false);
    return make(node.span(), ir::Unknown{});
}

/// `key` 0: its own name.
void JavaScriptLowering::function_statement(Node node, ir::Key key, bool has_this) {
    ir::Function statement;
    Node name = node.field("name");
    if (key == 0 && name) declare(key = keys_.name(text(name)));
    statement.key = key != 0 ? key : keys_.name("=>");
    Names names;
    Names* outer_names = std::exchange(names_, &names);
    ir::Block* outside = std::exchange(block_, &statement.body);
    bool around = std::exchange(in_switch_, false);
    if (has_this) statement.parameters.push_back({keys_.name("this"), nullptr, HoleType::unknown});
    if (Node list = node.field("parameters"))
        for (Node child : tree_.children(list)) parameters(child, statement.parameters);
    if (Node one = node.field("parameter")) parameters(one, statement.parameters);
    if (Node body = node.field("body")) {
        if (body.type() == "statement_block")
            statements(body);
        else
            this->statement(body);
    }
    in_switch_ = around;
    block_ = outside;
    names_ = outer_names;
    // What it assigns and does not declare is seen outside, and by the functions around.
    ir::Outer outer{false, {}};
    for (ir::Key assigned : names.assigned)
        if (!names.declared.contains(assigned)) outer.keys.push_back(assigned);
    if (names_) names_->assigned.insert(outer.keys.begin(), outer.keys.end());
    bool may_assign = !outer.keys.empty() || (has_this && text(node).find("this.") != std::string_view::npos);
    statement.matters = may_assign || !directives_.empty() || matters(node.span());
    if (!outer.keys.empty()) statement.body.insert(statement.body.begin(), {place(node.span()), std::move(outer)});
    add(node.span(), std::move(statement));
}

void JavaScriptLowering::parameters(Node node, std::vector<ir::Function::Parameter>& to) {
    Node value;
    Node pattern = node;
    if (node.type() == "assignment_pattern") {
        pattern = node.field("left");
        value = node.field("right");
    } else if (node.type() == "required_parameter" || node.type() == "optional_parameter") {
        pattern = node.field("pattern");
        value = node.field("value");
    }
    if (!pattern || !pattern.is_named() || pattern.type() == "comment") return;
    if (pattern.type() == "identifier") {
        ir::Key key = keys_.name(text(pattern));
        declare(key);
        to.push_back({key, value ? expression(value) : nullptr, annotation(node.field("type"))});
        return;
    }
    for (Span name : names_in(pattern)) {
        declare(keys_.name(text(name)));
        to.push_back({keys_.name(text(name)), nullptr, HoleType::unknown});
    }
}

/// `: string` of TypeScript.
HoleType JavaScriptLowering::annotation(Node node) const {
    static constexpr std::array<std::pair<std::string_view, HoleType>, 4> types{{
        {"string", HoleType::text},
        {"number", HoleType::number},
        {"boolean", HoleType::boolean},
        {"Date", HoleType::date},
    }};
    if (!node) return HoleType::unknown;
    std::string_view name = text(node);
    name.remove_prefix(std::min(name.find_first_not_of(": "), name.size()));
    for (auto [known, hole] : types)
        if (known == name) return hole;
    return HoleType::unknown;
}

void JavaScriptLowering::class_definition(Node node) {
    ir::Class statement;
    Node name = node.field("name");
    statement.key = keys_.name(name ? text(name) : "=>");
    if (name) declare(statement.key);
    for (Node child : tree_.children(node)) {
        if (child.type() != "class_heritage") continue;
        for (Node base : tree_.children(child)) {
            if (base.type() == "extends_clause") base = base.field("value");
            if (base.is_named() && base.type() != "implements_clause") statement.bases.push_back(expression(base));
        }
    }
    ir::Block* outside = std::exchange(block_, &statement.body);
    for (Node member : tree_.children(node.field("body"))) {
        if (member.type() == "method_definition") {
            Node method = member.field("name");
            if (method) function_statement(member, keys_.name(text(method)), true);
        } else if (member.type() == "class_static_block") {
            this->statement(member.field("body"));
        } else if (member.type() == "field_definition" || member.type() == "public_field_definition") {
            Node field = member.field(member.type() == "field_definition" ? "property" : "name");
            Node value = member.field("value");
            if (!field || !value) continue;
            ir::Assign assign;
            assign.targets.push_back(make_name(field.span()));
            assign.value = expression(value);
            assign.directive = directives_.of(member.span());
            add(member.span(), std::move(assign));
        }
    }
    block_ = outside;
    add(node.span(), std::move(statement));
}

}  // namespace alyx::analyzer
