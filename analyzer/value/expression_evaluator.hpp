// Evaluates a tree as far as that is harmless.
#pragma once

#include "analyzer/value/expression_ast.hpp"
#include "analyzer/value/expression_functions.hpp"
#include "analyzer/value/expression_run.hpp"

namespace alyx::analyzer {

/// Evaluates one tree once. Literals are moved out of it where they are evaluated no more than once.
class ExpressionEvaluator {
  public:
    ExpressionEvaluator(ExpressionTree& tree, ExpressionScope const& scope) : tree_(tree), scope_(scope) {}
    Evaluation evaluate();

  private:
    /// A parameter or an iteration variable, which has no value before its clause is reached.
    struct Variable {
        std::string_view name;
        PyValue value;
        bool assigned;
        std::uint32_t scope;
    };

    ExpressionTree& tree_;
    ExpressionScope const& scope_;
    Run run_;
    std::vector<Variable> variables_;
    std::uint32_t innermost_ = 0;  ///< scope of the comprehension or lambda that runs, 0 outside of them
    std::uint32_t scopes_ = 0;
    bool repeats_ = false;  ///< within a loop
    bool shown_ = true;     ///< nothing but displays around: what stands there is kept, and not used

    PyValue value_of(NodeId id);
    PyValue compute(NodeId id);
    PyValue constant(NodeId id);
    PyValue name(NodeId id);
    PyValue display(NodeId id);
    PyValue operation(NodeId id);
    PyValue uuid_type(NodeId id);
    void collect(NodeId display, std::vector<PyValue>& to);
    void check_items(std::vector<PyValue> const& items, std::size_t& checked);
    void collect_one(NodeId item, std::vector<PyValue>& to);
    PyValue dict(NodeId id);
    PyValue boolean(NodeId id);
    PyValue comparison(NodeId id);
    PyValue subscripted(NodeId id);
    PyValue joined(NodeId id);

    // Comprehensions and calls (expression_loops.cpp)
    void iterate_node(NodeId iterable, std::vector<PyValue>& to, bool order_matters);
    PyValue comprehension(NodeId id);
    PyValue generator(NodeId id);
    NodeId first_clause(NodeId comprehension) const;
    void run_clause(NodeId comprehension, NodeId clause, std::vector<PyValue> items, std::vector<PyValue>& to);
    void iterate_clause(NodeId clause, std::vector<PyValue>& to);
    void add_element(NodeId comprehension, std::vector<PyValue>& to);
    void bind_target(NodeId target, PyValue value);
    void declare(NodeId target, std::uint32_t scope);
    PyValue call(NodeId id);
    bool arguments(NodeId call, std::vector<PyValue>& positional, std::vector<Keyword>& keywords);
    PyValue lambda(NodeId id);
    PyValue call_lambda(NodeId lambda, std::vector<Variable> parameters, std::vector<PyValue> positional,
                        std::vector<Keyword> keywords);
    bool defaults(NodeId lambda, std::vector<Variable>& parameters);
};

}  // namespace alyx::analyzer
