// The state of lowering a fragment of JavaScript or TypeScript; its functions lie in javascript_*.cpp.
//
// How it appears in the IR, for whoever matches calls:
//   one.alyx.rest('a', b)          a call with positional arguments, as Python's
//   axios.get(url, {params: p})    a last argument that is an object gives keywords, as Python's `params=p`: a literal,
//                                  or a variable that turns out to be one
//   new URLSearchParams({a: 1})    the text `a=1`, to which append() and set() add
//   `${base}/x?y=${z}`, a + '/x'   texts with holes, as f-strings; what is put in shows as String() has it
//   await f(), f()!, f() as T      f()
// Functions wherever they stand run after what surrounds them; assignments to names that are not their own are seen
// outside.
#pragma once

#include <optional>
#include <set>

#include "analyzer/host/lowering.hpp"

namespace alyx::analyzer {

class JavaScriptLowering : public Lowering {
  public:
    JavaScriptLowering(Source const& source, Fragment const& fragment, CalleeFilter const& filter, ir::Keys& keys,
                       ir::Part& part, TSLanguage const* grammar)
        : Lowering(source, fragment, filter, keys, part, grammar), block_(&part.body) {}
    void run();

  private:
    using Expression = ir::Operand (*)(JavaScriptLowering&, Node);
    using Statement = void (*)(JavaScriptLowering&, Node);
    /// Whose names are declared within one function, and which it assigns.
    struct Names {
        std::set<ir::Key> declared;
        std::set<ir::Key> assigned;
    };
    static std::vector<Expression> expression_table(TSLanguage const* grammar);
    static std::vector<Statement> statement_table(TSLanguage const* grammar);
    Expression expression_of(TSSymbol symbol) const;
    Statement statement_of(TSSymbol symbol) const;

    // Expressions: javascript_expressions.cpp, javascript_texts.cpp, javascript_calls.cpp
    ir::Operand expression(Node node);
    ir::Operand unknown(Node node, HoleType type = HoleType::unknown);
    ir::Operand first(Node node);
    ir::Operands inside(Node node);
    ir::Operand member(Node node);
    ir::Operand subscript(Node node);
    ir::Operand binary(Node node);
    ir::Operand plus(Node node);
    ir::Operand ternary(Node node);
    ir::Operand array(Node node, Folded::Kind kind);
    ir::Operand object(Node node);
    ir::Operand key(Node node);
    ir::Operand number(Node node);
    ir::Operand string(Node node);
    ir::Operand template_string(Node node);
    ir::Operand assigned(Node node);
    ir::Operand call(Node node, std::string_view callee);
    ir::Operand method(Node node, Node callee, ir::Call call);
    void arguments(Children const& children, ir::Call& call);
    std::size_t broken_call(Children const& children, std::size_t at);
    void error(Node node);

    // Statements: javascript_statements.cpp, javascript_functions.cpp
    void statements(Node node);
    void statement(Node node);
    ir::Block block_of(Node node);
    void run_expression(Node node);
    void declaration(Node node);
    void bind(Node pattern, Node value, Node whole);
    std::vector<Span> names_in(Node pattern);
    void bind_unknown(Node pattern, bool declares);
    bool is_followed(Node left) const;
    ir::Operand target(Node left);
    void assignment(Node node);
    void augmented(Node node);
    void branch(Node node);
    void switch_statement(Node node);
    void for_in(Node node);
    void for_statement(Node node);
    void loop(Node node);
    void try_statement(Node node);
    void leave(Node node, ir::Leave::Kind kind);
    ir::Operand function(Node node);
    void function_statement(Node node, ir::Key key, bool has_this);
    void parameters(Node node, std::vector<ir::Function::Parameter>& to);
    void class_definition(Node node);
    HoleType annotation(Node node) const;
    void declare(ir::Key key) {
        if (names_) names_->declared.insert(key);
    }
    void add(Span span, decltype(ir::Statement::node) node) { block_->push_back({place(span), std::move(node)}); }

    ir::Block* block_;        ///< that is being filled
    Names* names_ = nullptr;  ///< of the innermost function
    bool in_switch_ = false;  ///< `break` leaves no loop
};

/// Of javascript, typescript or tsx.
TSLanguage const* javascript_grammar(Language language);

}  // namespace alyx::analyzer
