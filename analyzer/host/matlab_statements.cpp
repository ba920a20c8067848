// Reads MATLAB's statements.
#include <algorithm>

#include "analyzer/host/language.hpp"
#include "analyzer/host/matlab_lowering.hpp"

namespace alyx::analyzer {

void lower_matlab(Source const& source, Fragment const& fragment, CalleeFilter const& filter, ir::Keys& keys,
                  ir::Part& part) {
    MatlabLowering(source, fragment, filter, keys, part).run();
}

MatlabLowering::MatlabLowering(Source const& source, Fragment const& fragment, CalleeFilter const& filter,
                               ir::Keys& keys, ir::Part& part)
    : LoweringBase(source, fragment, filter, keys, part), block_(&part.body) {
    MatlabTokens read = matlab_tokens(part.text, fragment.ranges);
    tokens_ = std::move(read.tokens);
    for (Span comment : read.comments) add_comment(comment);
}

/// An `end` too many ends nothing.
void MatlabLowering::run() {
    while (peek().kind != Token::Kind::end) statement();
}

bool MatlabLowering::is_one_of(Words words) const {
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return is(word); });
}

bool MatlabLowering::take(std::string_view symbol) {
    bool is_there = is(symbol);
    if (is_there) next();
    return is_there;
}

void MatlabLowering::skip_statement() {
    while (!ends_statement()) next();
}

ir::Block MatlabLowering::block(Words terminators) {
    ir::Block block;
    ir::Block* outside = std::exchange(block_, &block);
    while (peek().kind != Token::Kind::end && !is_one_of(terminators)) statement();
    block_ = outside;
    return block;
}

void MatlabLowering::statement() {
    std::size_t begin = at_;
    statement_ = peek().span.begin;
    if (peek().kind == Token::Kind::newline || depth_ >= max_depth) return next();
    ++depth_;
    if (peek().kind == Token::Kind::keyword) {
        if (!compound()) next();
    } else {
        expression_statement();
    }
    --depth_;
    brackets_.clear();
    if (at_ == begin) next();
}

bool MatlabLowering::compound() {
    std::uint32_t begin = peek().span.begin;
    auto leave = [&](ir::Leave::Kind kind) {
        next();
        add(begin, ir::Leave{kind, nullptr});
    };
    if (is("if")) return branch(), true;
    if (is("switch")) return choose(), true;
    if (is_one_of({"for", "parfor", "while"})) return loop(), true;
    if (is("do")) return repeat(), true;
    if (is("try") || is("unwind_protect")) return attempt(), true;
    if (is("function")) return function(), true;
    if (is("classdef")) return class_definition(), true;
    if (is("break") || is("continue")) return leave(ir::Leave::Kind::loop), true;
    if (is("return")) return leave(ir::Leave::Kind::function), true;
    if (is("spmd")) {
        next();
        ir::Block inside = block({"end"});
        std::move(inside.begin(), inside.end(), std::back_inserter(*block_));
        return take("end"), true;
    }
    if (is("arguments")) {
        while (peek().kind != Token::Kind::end && !is("end")) next();
        return take("end"), true;
    }
    if (is("global") || is("persistent")) {
        for (next(); peek().kind == Token::Kind::name || peek().kind == Token::Kind::command; next())
            if (peek().kind == Token::Kind::name)
                add(begin, ir::Assign{{make_name(peek().span)}, nullptr, HoleType::unknown, {}});
        return true;
    }
    return false;
}

void MatlabLowering::expression_statement() {
    std::uint32_t begin = peek().span.begin;
    ir::Operand value = expression();
    auto extends = [&](std::string_view symbol) { return is(symbol) && !ends_statement(); };
    if (extends("=")) {
        next();
        ir::Operands targets{value};
        ir::Operand right = expression();
        // `[a, b] = f(x)`: what each gets is not known.
        bool is_many =
            std::holds_alternative<ir::Display>(value->node) || std::holds_alternative<ir::Concat>(value->node);
        if (auto const* many = std::get_if<ir::Display>(&value->node)) targets = many->items;
        if (auto const* many = std::get_if<ir::Concat>(&value->node)) targets = many->operands;
        Span whole = from(begin);
        if (is_many && right->matters) add(begin, ir::Run{right});
        for (ir::Operand target : targets) {
            bool is_indexed = std::holds_alternative<ir::Call>(target->node);
            // a(3) = x changes a.
            if (is_indexed) target = std::get<ir::Call>(target->node).callee;
            bool is_known = !is_many && !is_indexed;
            add(begin, ir::Assign{{target},
                                  is_known ? right : nullptr,
                                  HoleType::unknown,
                                  is_known ? directives_.of(whole) : std::nullopt});
            if (is_indexed && right->matters) add(begin, ir::Run{right});
        }
    } else if (extends("+=") || extends("-=") || extends("*=") || extends("/=")) {
        char op = is("+=") ? '+' : '?';
        next();
        add(begin, ir::Augment{value, op, expression(), {}});
    } else if (value->matters) {
        add(begin, ir::Run{value});
    }
    skip_statement();
}

void MatlabLowering::branch() {
    std::uint32_t begin = peek().span.begin;
    ir::Branch statement;
    while (is_one_of({"if", "elseif"})) {
        next();
        ir::Operand condition = expression();
        statement.arms.push_back({condition, {}, block({"elseif", "else", "end", "endif", "function"})});
    }
    if (take("else")) {
        statement.arms.push_back({nullptr, {}, block({"end", "endif", "function"})});
        statement.exhaustive = true;
    }
    if (is_one_of({"end", "endif"})) next();
    add(begin, std::move(statement));
}

void MatlabLowering::choose() {
    std::uint32_t begin = peek().span.begin;
    next();
    if (ir::Operand value = expression(); value->matters) add(begin, ir::Run{value});
    ir::Branch statement;
    while (!ends_statement() && !is_one_of({"case", "otherwise"})) next();
    while (peek().kind == Token::Kind::newline) next();
    while (is_one_of({"case", "otherwise"})) {
        statement.exhaustive |= is("otherwise");
        if (!take("otherwise")) {
            next();
            expression();
        }
        statement.arms.push_back({nullptr, {}, block({"case", "otherwise", "end", "endswitch", "function"})});
    }
    if (is_one_of({"end", "endswitch"})) next();
    add(begin, std::move(statement));
}

void MatlabLowering::loop() {
    std::uint32_t begin = peek().span.begin;
    ir::Loop statement;
    bool is_for = !is("while");
    next();
    // for (i = 1:3), parfor (i = 1:3, workers)
    bool in_parentheses = is_for && is("(") && peek(2).is(part_.text, "=");
    if (in_parentheses) next();
    if (is_for && peek().kind == Token::Kind::name) {
        statement.target = make_name(peek().span);
        next();
        take("=");
    }
    ir::Operand value = expression();
    // A loop runs over columns, and over a cell's cells: what a pass gets is not followed.
    statement.iterable = make(from(begin), ir::Unknown{HoleType::unknown, {value}});
    while (in_parentheses && !ends_statement() && !take(")")) next();
    statement.body = block({"end", "endfor", "endwhile", "endparfor", "function"});
    if (is_one_of({"end", "endfor", "endwhile", "endparfor"})) next();
    add(begin, std::move(statement));
}

void MatlabLowering::repeat() {
    std::uint32_t begin = peek().span.begin;
    next();
    ir::Loop statement;
    statement.iterable = make({begin, begin}, ir::Unknown{});
    statement.body = block({"until", "end", "function"});
    if (take("until")) expression();
    skip_statement();
    add(begin, std::move(statement));
}

void MatlabLowering::attempt() {
    std::uint32_t begin = peek().span.begin;
    next();
    ir::Try statement;
    Words ends{"end", "end_try_catch", "end_unwind_protect", "function"};
    statement.body =
        block({"catch", "unwind_protect_cleanup", "end", "end_try_catch", "end_unwind_protect", "function"});
    bool is_cleanup = is("unwind_protect_cleanup");
    if (is("catch") || is_cleanup) {
        next();
        // catch e
        bool has_name = !is_cleanup && peek().kind == Token::Kind::name && !is("(", 1) && !is(".", 1) && !is("=", 1);
        if (has_name) next();
        (is_cleanup ? statement.finally : statement.handlers.emplace_back()) = block(ends);
    }
    if (is_one_of({"end", "end_try_catch", "end_unwind_protect"})) next();
    add(begin, std::move(statement));
}

}  // namespace alyx::analyzer
