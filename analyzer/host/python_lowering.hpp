// The state of lowering the statements of one Python fragment; its functions lie in python_*.cpp.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/fold/folded_unit.hpp"
#include "analyzer/fold/ir_program.hpp"
#include "analyzer/host/query_directives.hpp"
#include "analyzer/host/tree.hpp"
#include "analyzer/text/unit.hpp"

namespace alyx::analyzer {

class PythonLowering {
  public:
    /// All must outlive it.
    PythonLowering(Fragment const& fragment, CalleeFilter const& filter, QueryDirectives const& directives,
                   ir::Keys& keys, Tree& tree)
        : fragment_(fragment), filter_(filter), directives_(directives), keys_(keys), tree_(tree) {}

    /// Adds the statement `node`, a child of the tree's root, to the part, whose text and place are its. What is nested
    /// deeper than any script is left out.
    void lower(Node node, ir::Part& part);

  private:
    using Expression = ir::Operand (*)(PythonLowering&, Node);
    using Statement = void (*)(PythonLowering&, Node, ir::Block&);
    static std::vector<Expression> expression_table();
    static std::vector<Statement> statement_table();

    // Expressions: python_expressions.cpp, python_strings.cpp, python_calls.cpp
    ir::Operand expression(Node node);
    ir::Operand unknown(Node node, HoleType type = HoleType::unknown);
    ir::Operand first(Node node);
    template <class Of>
    ir::Operand make(Node node, Of of) {
        part_->expressions.push_back({place(node.span()), matters(node.span()), std::move(of)});
        return &part_->expressions.back();
    }
    ir::Operand identifier(Node node);
    ir::Operand attribute(Node node);
    ir::Operand subscript(Node node);
    ir::Operand binary(Node node);
    ir::Operand boolean(Node node);
    ir::Operand comparison(Node node);
    ir::Operand conditional(Node node);
    ir::Operand display(Node node, Folded::Kind kind);
    ir::Operand dictionary(Node node);
    ir::Operand comprehension(Node node, Folded::Kind kind);
    ir::Operand lambda(Node node);
    ir::Operand number(Node node, bool is_integer);
    ir::Operand constant(Node node, Folded::Kind kind, bool value);
    ir::Operand string(Node node);
    ir::Operand adjacent(Node node);
    ir::Format::Part interpolation(Node node);
    std::shared_ptr<Literal const> literal(LiteralLayer layer, std::string_view quote, Span contents);
    ir::Operand call(Node node);
    void arguments(Node list, ir::Call& call);
    Node misused_word(Node error);
    ir::Call call_to(Node callee);
    ir::Call::Argument argument(Node node);
    std::size_t broken_call(Children const& children, std::size_t at, ir::Block& block);
    void error(Node node, ir::Block& block);
    ir::Operands inside(Node node);

    // Statements: python_statements.cpp, python_scopes.cpp
    void statements(Node node, ir::Block& block);
    void statement(Node node, ir::Block& block);
    void expression_statement(Node node, ir::Block& block);
    void run_inside(Node node, ir::Block& block);
    void assertion(Node node, ir::Block& block);
    void assignment(Node node, ir::Block& block);
    void augmented(Node node, ir::Block& block);
    void branch(Node node, ir::Block& block);
    void match(Node node, ir::Block& block);
    void loop(Node node, ir::Block& block, bool is_for);
    void try_statement(Node node, ir::Block& block);
    void with(Node node, ir::Block& block);
    void imports(Node node, ir::Block& block);
    void leave(Node node, ir::Block& block, ir::Leave::Kind kind);
    void outer(Node node, ir::Block& block, bool module);
    void forget(Node node, ir::Block& block);
    void function(Node node, ir::Block& block, ir::Operands decorators, bool is_static);
    void class_definition(Node node, ir::Block& block, ir::Operands decorators);
    void decorated(Node node, ir::Block& block);
    void parameter(Node node, std::vector<ir::Function::Parameter>& parameters);
    void bind_unknown(Node target, ir::Block& block);
    ir::Block block_of(Node node);
    ir::Key name_key(Node node);
    HoleType annotation(Node type) const;

    std::string_view text(Node node) const { return text(node.span()); }
    /// Of a span within the part.
    std::string_view text(Span span) const {
        return span.empty() ? std::string_view() : span.shifted(0 - part_->place.span.begin).of(part_->text);
    }
    Place place(Span span) const { return {fragment_.source, span}; }
    using Find = std::size_t (*)(std::string_view text, std::string_view word, std::size_t from);
    void find_all(Find find, std::string_view word);
    void follow_results();
    /// Does the name of a call that is asked for, or a walrus, stand there?
    bool matters(Span span) const;

    Fragment const& fragment_;
    CalleeFilter const& filter_;
    QueryDirectives const& directives_;
    ir::Keys& keys_;
    Tree& tree_;
    ir::Part* part_ = nullptr;
    std::vector<std::uint32_t> hits_;  ///< where names of the filter and := stand in the part, in order
    std::size_t depth_ = 0;
    std::uint32_t statement_ = 0;  ///< where the innermost statement being lowered begins
};

/// `value` as Python's str() shows the number; empty where that is not known.
std::string python_number(std::string_view text, bool is_integer);
/// Bytes of a source as the grammar is to read them.
struct PlainPython {
    std::string text;
    std::uint32_t base = 0;  ///< where they stand
};
/// The lines of the ranges with what only IPython reads (magics, shell lines, questions) blanked out, at the same
/// offsets; so is what is nested too deep for the grammar.
PlainPython without_magics(std::string_view source, std::vector<Span> const& ranges);
/// The tree of that.
Tree python_tree(std::string_view source, std::vector<Span> const& ranges);

}  // namespace alyx::analyzer
