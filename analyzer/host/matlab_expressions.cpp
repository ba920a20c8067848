// Reads MATLAB's expressions.
#include <algorithm>
#include <array>

#include "analyzer/fold/values.hpp"
#include "analyzer/host/javascript_number.hpp"
#include "analyzer/host/matlab_lowering.hpp"

namespace alyx::analyzer {
namespace {

/// From the one that binds least.
constexpr std::array<MatlabOperator, 23> operators{{
    {"||", 1}, {"&&", 2}, {"|", 3},  {"&", 4},   {"==", 5}, {"~=", 5}, {"!=", 5}, {"<", 5},
    {"<=", 5}, {">", 5},  {">=", 5}, {":", 6},   {"+", 7},  {"-", 7},  {"*", 8},  {"/", 8},
    {"\\", 8}, {".*", 8}, {"./", 8}, {".\\", 8}, {"^", 9},  {".^", 9}, {"**", 9},
}};

MatlabOperator const* operator_of(std::string_view symbol) {
    auto found =
        std::find_if(operators.begin(), operators.end(), [&](MatlabOperator one) { return one.symbol == symbol; });
    return found == operators.end() ? nullptr : &*found;
}

bool is_string(ir::Operand value) {
    auto const* text = std::get_if<ir::Text>(&value->node);
    if (text) return text->literal->layer == LiteralLayer::matlab_string;
    auto const* format = std::get_if<ir::Format>(&value->node);
    return format && !format->parts.empty() && format->parts[0].conversion == ir::Format::as_javascript;
}

bool is_text(ir::Operand value) {
    return std::holds_alternative<ir::Text>(value->node) || std::holds_alternative<ir::Format>(value->node);
}

}  // namespace

/// In [ ] and { } a blank before a sign and none behind it parts items: [a -1].
bool MatlabLowering::begins_item() const {
    bool in_matrix = !brackets_.empty() && brackets_.back() != '(';
    if (!in_matrix || !peek().spaced) return false;
    bool is_sign = is("+") || is("-");
    return !is_sign || !peek(1).spaced;
}

ir::Operand MatlabLowering::expression(int precedence) {
    if (depth_ >= max_depth) {
        Span span = peek().span;
        next();
        return make(span, ir::Unknown{});
    }
    ++depth_;
    ir::Operand left = unary();
    while (auto const* op = next_operator(precedence)) {
        // A chain is one node, however long.
        int const level = op->precedence;
        ir::Operands operands{left};
        std::vector<std::string_view> symbols;
        for (; op && op->precedence == level; op = next_operator(precedence)) {
            symbols.push_back(op->symbol);
            next();
            // `x(:)`, `x(2:)`
            bool has_right = !ends_statement() && !is(")") && !is(",");
            operands.push_back(has_right ? expression(level) : make(from(end_of_last()), ir::Unknown{}));
        }
        left = chain(symbols, std::move(operands));
    }
    --depth_;
    return left;
}

/// The operator that comes next if it binds more than that; null: none does.
MatlabOperator const* MatlabLowering::next_operator(int precedence) const {
    if (peek().kind != Token::Kind::symbol) return nullptr;
    auto const* op = operator_of(text(peek().span));
    bool parts_items = (is("+") || is("-")) && begins_item();
    return op && op->precedence > precedence && !parts_items ? op : nullptr;
}

ir::Operand MatlabLowering::chain(std::vector<std::string_view> const& symbols, ir::Operands operands) {
    using Op = ir::Binary::Operator;
    Span span = from(operands[0]->place.span.begin);
    auto all = [&](std::string_view symbol) {
        return std::all_of(symbols.begin(), symbols.end(), [&](std::string_view one) { return one == symbol; });
    };
    if (all("+")) return sum(span, std::move(operands));
    bool is_choice = (all("||") || all("&&")) && operands.size() == 2;
    if (is_choice) return make(span, ir::Binary{symbols[0] == "||" ? Op::either : Op::both, operands[0], operands[1]});
    return make(span, ir::Unknown{HoleType::unknown, std::move(operands)});
}

/// "text" + x is a text; 'text' + 1 is a number.
ir::Operand MatlabLowering::sum(Span span, ir::Operands operands) {
    if (std::any_of(operands.begin(), operands.end(), is_string)) return format_of(span, operands, true);
    if (std::any_of(operands.begin(), operands.end(), is_text))
        return make(span, ir::Unknown{HoleType::number, std::move(operands)});
    return make(span, ir::Concat{std::move(operands)});
}

ir::Operand MatlabLowering::unary() {
    std::uint32_t begin = peek().span.begin;
    bool is_sign = is("-") || is("+") || is("~") || is("!") || is("++") || is("--");
    if (!is_sign) return postfix(primary());
    bool negates = is("-");
    next();
    if (depth_ >= max_depth) return make(from(begin), ir::Unknown{});
    ++depth_;
    ir::Operand value = unary();
    --depth_;
    if (negates) return make(from(begin), ir::Unary{ir::Unary::Operator::negate, value});
    return make(from(begin), ir::Unknown{HoleType::unknown, {value}});
}

ir::Operand MatlabLowering::postfix(ir::Operand value) {
    for (std::size_t length = 0; peek().kind == Token::Kind::symbol && !begins_item(); ++length) {
        if (length >= max_depth) value = make(value->place.span, ir::Unknown{});
        if (is("("))
            value = call(value);
        else if (is("{"))
            value = cell_item(value);
        else if (is("."))
            value = field(value);
        else if (is("'") || is(".'") || is("++") || is("--")) {
            next();
            value = make(from(value->place.span.begin), ir::Unknown{HoleType::unknown, {value}});
        } else {
            break;
        }
    }
    return value;
}

/// a.b, a.(name)
ir::Operand MatlabLowering::field(ir::Operand object) {
    next();
    Token const name = peek();
    if (name.kind == Token::Kind::name) {
        next();
        return make_attribute(from(object->place.span.begin), object, text(name.span));
    }
    if (!take("(")) return make(from(object->place.span.begin), ir::Unknown{HoleType::unknown, {object}});
    brackets_.push_back('(');
    ir::Operand which = expression();
    brackets_.pop_back();
    take(")");
    return make(from(object->place.span.begin), ir::Unknown{HoleType::unknown, {object, which}});
}

/// a{1}: counted from one.
ir::Operand MatlabLowering::cell_item(ir::Operand object) {
    next();
    brackets_.push_back('{');
    ir::Operands indices;
    while (!ends_statement() && !is("}")) {
        std::size_t before = at_;
        if (!take(",")) indices.push_back(expression());
        if (at_ == before) break;
    }
    brackets_.pop_back();
    take("}");
    Span span = from(object->place.span.begin);
    auto const* constant = indices.size() == 1 ? std::get_if<ir::Constant>(&indices[0]->node) : nullptr;
    auto number = constant ? integer_of(constant->value) : std::nullopt;
    if (!number || *number < 1) {
        indices.push_back(object);
        return make(span, ir::Unknown{HoleType::unknown, std::move(indices)});
    }
    ir::Constant index{*number_value(std::to_string(*number - 1), true, indices[0]->place)};
    return make(span, ir::Subscript{object, make(indices[0]->place.span, std::move(index))});
}

ir::Operand MatlabLowering::primary() {
    Token const token = peek();
    switch (token.kind) {
        case Token::Kind::text:
            return text_literal();
        case Token::Kind::number:
            return number();
        case Token::Kind::name: {
            next();
            std::string_view name = text(token.span);
            bool is_constant = (name == "true" || name == "false") && !is("(");
            if (is_constant) return make_constant(token.span, Folded::Kind::boolean, name == "true");
            ir::Operand value = make_name(token.span);
            if (peek().kind == Token::Kind::command) next();
            return value;
        }
        case Token::Kind::symbol:
            if (is("(")) {
                next();
                brackets_.push_back('(');
                ir::Operand inside = expression();
                brackets_.pop_back();
                take(")");
                return inside;
            }
            if (is("[") || is("{")) return matrix();
            if (is("@")) return handle();
            break;
        default:
            break;
    }
    // `:` alone is an index; a bracket or a keyword ends what is being read.
    bool is_end_of_index = token.kind == Token::Kind::keyword && !brackets_.empty() && is("end");
    bool stays = token.kind == Token::Kind::newline || token.kind == Token::Kind::end || is(")") || is("]") ||
                 is("}") || (token.kind == Token::Kind::keyword && !is_end_of_index);
    if (!stays) next();
    return make(stays ? Span{token.span.begin, token.span.begin} : token.span, ir::Unknown{});
}

ir::Operand MatlabLowering::text_literal() {
    Token const token = peek();
    next();
    // What is still being written, or lacks its quote, may go on in any way.
    if (!token.closed) return make(token.span, ir::Unknown{});
    char quote = part_.text[token.span.begin];
    Span contents{token.span.begin + 1, token.span.end - 1};
    if (quote == '"') return make_text(token.span, LiteralLayer::matlab_string, "\"", contents);
    return make_text(token.span, LiteralLayer::matlab_char, "'", contents);
}

ir::Operand MatlabLowering::number() {
    Token const token = peek();
    next();
    bool is_integer = false;
    std::string shown = javascript_number(text(token.span), is_integer);
    if (shown.empty()) return make(token.span, ir::Unknown{HoleType::number, {}});
    return make(token.span, ir::Constant{*number_value(std::move(shown), is_integer, place(token.span))});
}

/// [a b; c], {a, b}
ir::Operand MatlabLowering::matrix() {
    std::uint32_t begin = peek().span.begin;
    bool is_cell = is("{");
    std::string_view close = is_cell ? "}" : "]";
    next();
    brackets_.push_back(is_cell ? '{' : '[');
    ir::Operands items;
    bool has_rows = false;
    while (peek().kind != Token::Kind::end && !is(close)) {
        std::size_t before = at_;
        if (is(";") || is("\n")) {
            has_rows |= !items.empty() && !is("\n");
            next();
        } else if (!take(",")) {
            items.push_back(expression());
        }
        // A statement's end, or a bracket that closes another.
        if (at_ == before) break;
    }
    brackets_.pop_back();
    take(close);
    Span span = from(begin);
    if (is_cell) return make(span, ir::Display{Folded::Kind::list, std::move(items)});
    if (has_rows) return make(span, ir::Unknown{HoleType::unknown, std::move(items)});
    return joined(begin, std::move(items));
}

/// ['a' b] is one text; ["a" b] has two; of [a b] the variables say it.
ir::Operand MatlabLowering::joined(std::uint32_t begin, ir::Operands items) {
    Span span = from(begin);
    if (items.size() == 1) return items[0];
    bool has_string = std::any_of(items.begin(), items.end(), is_string);
    bool has_text = std::any_of(items.begin(), items.end(), is_text);
    bool all_names = !items.empty() && std::all_of(items.begin(), items.end(), [](ir::Operand item) {
        return std::holds_alternative<ir::Name>(item->node) || std::holds_alternative<ir::Attribute>(item->node);
    });
    if (has_text && !has_string) return format_of(span, items, false);
    if (all_names) return make(span, ir::Concat{std::move(items)});
    return make(span, ir::Display{Folded::Kind::list, std::move(items)});
}

/// @name, @(x) x + 1
ir::Operand MatlabLowering::handle() {
    std::uint32_t begin = peek().span.begin;
    next();
    if (!is("(")) {
        ir::Operand named = postfix(primary());
        return make(from(begin), ir::Unknown{HoleType::unknown, {named}});
    }
    next();
    ir::Lambda lambda;
    while (!ends_statement() && !is(")")) {
        if (peek().kind == Token::Kind::name) lambda.parameters.push_back(keys_.name(text(peek().span)));
        next();
    }
    take(")");
    lambda.body = expression();
    return make(from(begin), std::move(lambda));
}

}  // namespace alyx::analyzer
