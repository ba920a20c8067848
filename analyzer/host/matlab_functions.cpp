// Reads MATLAB's functions and classes.
#include <algorithm>
#include <iterator>

#include "analyzer/host/matlab_lowering.hpp"

namespace alyx::analyzer {

void MatlabLowering::parameters(std::vector<ir::Function::Parameter>& to) {
    if (!take("(")) return;
    while (!ends_statement() && !is(")")) {
        if (peek().kind == Token::Kind::name) to.push_back({keys_.name(text(peek().span)), nullptr, HoleType::unknown});
        next();
    }
    take(")");
}

/// `function [a, b] = name(x, y)`, with or without an end.
void MatlabLowering::function() {
    std::uint32_t begin = peek().span.begin;
    next();
    ir::Function statement;
    std::size_t equals = at_;
    while (tokens_[equals].kind != Token::Kind::newline && tokens_[equals].kind != Token::Kind::end &&
           !tokens_[equals].is(part_.text, "=") && !tokens_[equals].is(part_.text, "("))
        ++equals;
    if (tokens_[equals].is(part_.text, "=")) at_ = equals + 1;
    std::string_view name;
    while (peek().kind == Token::Kind::name || is(".")) {
        if (peek().kind == Token::Kind::name) name = text(peek().span);
        next();
    }
    statement.key = keys_.name(name);
    parameters(statement.parameters);
    statement.body = block({"end", "endfunction", "function", "classdef", "methods", "properties"});
    if (is_one_of({"end", "endfunction"})) next();
    Span whole = from(begin);
    statement.matters = matters(whole) || !directives_.empty() || text(whole).find('.') != std::string_view::npos;
    add(begin, std::move(statement));
}

/// `classdef Name < Base`, with sections of properties and methods.
void MatlabLowering::class_definition() {
    std::uint32_t begin = peek().span.begin;
    next();
    ir::Class statement;
    while (!ends_statement() && peek().kind != Token::Kind::name) next();
    statement.key = keys_.name(text(peek().span));
    skip_statement();
    ir::Block* outside = std::exchange(block_, &statement.body);
    while (peek().kind != Token::Kind::end && !is("end")) {
        if (is_one_of({"properties", "methods", "events", "enumeration"}))
            class_section();
        else
            this->statement();
    }
    block_ = outside;
    take("end");
    add(begin, std::move(statement));
}

void MatlabLowering::class_section() {
    bool is_code = is("methods") || is("properties");
    skip_statement();
    if (is_code) {
        ir::Block inside = block({"end"});
        std::move(inside.begin(), inside.end(), std::back_inserter(*block_));
    }
    while (peek().kind != Token::Kind::end && !is("end")) next();
    take("end");
}

}  // namespace alyx::analyzer
