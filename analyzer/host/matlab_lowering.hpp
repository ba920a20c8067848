// A parser of MATLAB and Octave that lowers what it reads; its functions lie in matlab_*.cpp. The grammar of
// tree-sitter that npm has takes texts in brackets for transpositions, so this reads the tokens itself.
//
// How it appears in the IR, for whoever matches calls:
//   one.alyx.getData('x?a=b')       a call with positional arguments
//   webread(url, 'k', v)            likewise: pairs of names and values are positional
//   f(a, k=v), f(a, pyargs('k',v))  keywords
//   struct('a', 1, 'b', 'x')        a dictionary
//   ['a?x=' num2str(y)], "a" + y    texts with holes; so are sprintf and strcat
// A name without parentheses is a variable, never a call.
#pragma once

#include <initializer_list>
#include <optional>

#include "analyzer/host/lowering.hpp"
#include "analyzer/host/matlab_tokens.hpp"

namespace alyx::analyzer {

struct MatlabOperator {
    std::string_view symbol;
    int precedence;
};

class MatlabLowering : public LoweringBase {
  public:
    MatlabLowering(Source const& source, Fragment const& fragment, CalleeFilter const& filter, ir::Keys& keys,
                   ir::Part& part);
    void run();

  private:
    using Token = MatlabToken;
    using Words = std::initializer_list<std::string_view>;

    // Tokens
    Token const& peek(std::size_t ahead = 0) const { return tokens_[std::min(at_ + ahead, tokens_.size() - 1)]; }
    bool is(std::string_view symbol, std::size_t ahead = 0) const { return peek(ahead).is(part_.text, symbol); }
    bool is_one_of(Words words) const;
    bool ends_statement() const { return peek().kind == Token::Kind::newline || peek().kind == Token::Kind::end; }
    void next() { at_ += at_ + 1 < tokens_.size() ? 1 : 0; }
    bool take(std::string_view symbol);
    void skip_statement();
    std::uint32_t end_of_last() const { return at_ > 0 ? tokens_[at_ - 1].span.end : 0; }

    // Statements: matlab_statements.cpp
    ir::Block block(Words terminators);
    void statement();
    bool compound();
    void expression_statement();
    void branch();
    void choose();
    void loop();
    void repeat();
    void attempt();
    void add(std::uint32_t begin, decltype(ir::Statement::node) node) {
        block_->push_back({place({begin, std::max(begin, end_of_last())}), std::move(node)});
    }

    // Functions and classes: matlab_functions.cpp
    void function();
    void parameters(std::vector<ir::Function::Parameter>& to);
    void class_definition();
    void class_section();

    // Expressions: matlab_expressions.cpp
    ir::Operand expression(int precedence = 0);
    ir::Operand unary();
    ir::Operand postfix(ir::Operand value);
    ir::Operand primary();
    ir::Operand text_literal();
    ir::Operand number();
    ir::Operand matrix();
    ir::Operand joined(std::uint32_t begin, ir::Operands items);
    ir::Operand handle();
    ir::Operand field(ir::Operand object);
    ir::Operand cell_item(ir::Operand object);
    MatlabOperator const* next_operator(int precedence) const;
    ir::Operand chain(std::vector<std::string_view> const& symbols, ir::Operands operands);
    ir::Operand sum(Span span, ir::Operands operands);
    bool begins_item() const;
    Span from(std::uint32_t begin) const { return {begin, std::max(begin, end_of_last())}; }

    // Calls: matlab_calls.cpp
    ir::Operand call(ir::Operand callee);
    bool arguments(ir::Call& call);
    void add_argument(ir::Call& call, ir::Operand value) const;
    ir::Operand known_function(ir::Call const& call, Span span);
    ir::Operand format_of(Span span, ir::Operands const& values, bool of_strings);

    std::vector<Token> tokens_;
    std::size_t at_ = 0;
    std::vector<char> brackets_;  ///< that expressions being read stand in
    ir::Block* block_;            ///< that is being filled
};

}  // namespace alyx::analyzer
