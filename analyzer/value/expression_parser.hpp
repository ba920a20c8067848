// Parses Python expressions: a climber over a table of precedences, on tokens that X3 cuts.
#pragma once

#include <optional>

#include "analyzer/value/expression_ast.hpp"
#include "analyzer/value/expression_tokens.hpp"

namespace alyx::analyzer {

/// Fills the tree from its text, as `ast.parse(text, mode="eval")` would; what Python's compiler objects to later is
/// found by `check_expression`. Nothing where the text is well formed.
std::optional<ExpressionFault> parse_expression(ExpressionTree& tree);

/// A recursive descent, bounded by the tokens' limit on brackets and by Python's own limits on what nests without
/// them. After the first fault all tokens are `Sym::error`, so every loop ends.
class ExpressionParser {
  public:
    /// Reads `range` of the tree's text; `enclosed`: what stands in the braces of an f-string.
    ExpressionParser(ExpressionTree& tree, Span range, bool enclosed = false);

    /// Expressions to the end of the text.
    NodeId parse_all();
    /// What may stand within parentheses, to the end of the range.
    NodeId parse_enclosed();
    std::optional<ExpressionFault> const& fault() const { return fault_; }

  private:
    struct Parameters;
    struct Arguments;

    ExpressionTree& tree_;
    Tokens tokens_;
    ExpressionToken token_;
    std::uint32_t end_of_last_ = 0;
    std::uint32_t level_ = 0;
    std::optional<ExpressionFault> fault_;

    // Tokens and nodes
    void advance();
    bool at(Sym sym) const { return token_.sym == sym; }
    bool take(Sym sym);
    void expect(Sym sym);
    void fail(std::string message, Span span, char const* exception = "SyntaxError");
    void fail_here();
    bool descend(std::uint32_t levels);
    NodeId node(NodeKind kind, std::uint32_t begin) { return tree_.add(kind, {begin, begin}); }
    NodeId wrap(NodeKind kind, std::uint32_t begin, NodeId child);
    NodeId close(NodeId id) { return tree_[id].span.end = end_of_last_, id; }
    std::uint32_t begin_of(NodeId id) const { return tree_[id].span.begin; }
    bool is_bare(NodeId id, NodeKind kind) const { return tree_[id].kind == kind && !tree_[id].grouped; }

    // Operators
    NodeId parse_expression();
    NodeId parse_named();
    NodeId parse_starred_or_named();
    NodeId parse_binary(int level);
    NodeId parse_inversion();
    NodeId parse_factor();
    NodeId parse_power();

    // Displays, literals and comprehensions
    NodeId parse_atom();
    NodeId parse_group();
    NodeId parse_group_content(std::uint32_t begin, Sym closer);
    NodeId parse_list();
    NodeId parse_braces();
    void parse_items(NodeId display, Sym closer);
    void parse_dict_items(NodeId dict);
    NodeId parse_yield();
    NodeId parse_comprehension(NodeKind kind, std::uint32_t begin, NodeId element, NodeId value = no_node);
    NodeId parse_targets();
    void store(NodeId target, bool in_sequence);
    NodeId constant(PyValue value);
    NodeId parse_number();
    NodeId parse_strings();

    // Calls, subscripts and lambdas
    NodeId parse_primary();
    NodeId parse_call(NodeId callee);
    void parse_argument(Arguments& seen);
    void parse_keyword(Arguments& seen, Span name);
    NodeId parse_subscript(NodeId value);
    NodeId parse_slice();
    NodeId parse_lambda();
    void parse_parameter(NodeId lambda, Parameters& seen);
};

}  // namespace alyx::analyzer
