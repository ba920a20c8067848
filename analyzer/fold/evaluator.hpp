// The state of a run; its functions lie by meaning in evaluate_*.cpp.
#pragma once

#include <functional>
#include <map>
#include <string_view>
#include <vector>

#include "analyzer/fold/environment.hpp"
#include "analyzer/fold/evaluate.hpp"
#include "analyzer/fold/formatting.hpp"

namespace alyx::analyzer {

class Evaluator {
  public:
    explicit Evaluator(ir::Program const& program) : program_(program), environment_(program.keys) {
        for (ir::Part const* part : program.parts) {
            steps_ += 32 * static_cast<std::int64_t>(part->expressions.size());
            receivers_.insert(part->receivers.begin(), part->receivers.end());
            follows_ |= part->follows;
        }
    }
    FoldedUnit run();

  private:
    /// A function whose body is run after what surrounds it.
    struct Deferred {
        ir::Function const* function;
        std::vector<Value> defaults;  ///< null: none
        ClassFacts* method_of;
    };
    using Change = std::function<Value(Value const& old)>;

    // Expressions: evaluate_expressions.cpp, evaluate_operators.cpp
    Value evaluate(ir::Operand operand);
    Value evaluate_known(ir::Operand operand);
    std::vector<Value> evaluate_all(ir::Operands const& operands);
    Value fold(ir::Expression const& at, ir::Unknown const& node);
    Value fold(ir::Expression const& at, ir::Text const& node);
    Value fold(ir::Expression const& at, ir::Constant const& node);
    Value fold(ir::Expression const& at, ir::Concat const& node);
    Value fold(ir::Expression const& at, ir::Format const& node);
    Value fold(ir::Expression const& at, ir::Name const& node);
    Value fold(ir::Expression const& at, ir::Attribute const& node);
    Value fold(ir::Expression const& at, ir::Subscript const& node);
    Value fold(ir::Expression const& at, ir::Slice const& node);
    Value fold(ir::Expression const& at, ir::Display const& node);
    Value fold(ir::Expression const& at, ir::Splat const& node);
    Value fold(ir::Expression const& at, ir::Dict const& node);
    Value fold(ir::Expression const& at, ir::Binary const& node);
    Value fold(ir::Expression const& at, ir::Unary const& node);
    Value fold(ir::Expression const& at, ir::Conditional const& node);
    Value fold(ir::Expression const& at, ir::Comprehension const& node);
    Value fold(ir::Expression const& at, ir::Lambda const& node);
    Value fold(ir::Expression const& at, ir::Walrus const& node);
    Value fold(ir::Expression const& at, ir::Call const& node);
    Value plus(Value const& left, Value const& right, Place place);

    // Calls: evaluate_calls.cpp, evaluate_builtins.cpp
    Value fold_function(ir::Expression const& at, ir::Call const& call);
    Value fold_map(ir::Expression const& at, ir::Call const& call);
    Value fold_isinstance(ir::Expression const& at, ir::Call const& call);
    Value fold_method(ir::Expression const& at, ir::Call const& call, ir::Attribute const& callee);
    Value fold_container_method(ir::Expression const& at, ir::Call const& call, Value const& object);
    Value dict_of(ir::Expression const& at, ir::Call const& call);
    FormatArguments format_arguments(ir::Call const& call, std::vector<Value>& values);
    std::vector<Value> positional(ir::Call const& call);
    void report(ir::Expression const& at, ir::Call const& call);
    std::vector<FoldedCall> folded_calls(ir::Expression const& at, ir::Call const& call);
    std::shared_ptr<FoldedCall const> maker_of(ir::Operand callee);

    // What becomes of results and receivers: evaluate_uses.cpp
    void note_use(ir::Operand operand, std::string_view method, Place place);
    void note_truth(ir::Operand condition);
    void note_uses_in(ir::Expression const& at);
    void note_change(ir::Call const& call, FoldedCall const& folded);
    void add_called(ir::Call const& call, FoldedCall& folded);
    void add_uses();
    void add_changes();

    // Looking for calls: evaluate_visits.cpp
    void visit(ir::Operand operand);
    void visit_node(ir::Expression const& at, ir::Conditional const& node);
    void visit_node(ir::Expression const& at, ir::Comprehension const& node);
    void visit_node(ir::Expression const& at, ir::Lambda const& node);
    void visit_node(ir::Expression const& at, ir::Walrus const& node);
    void visit_node(ir::Expression const& at, ir::Call const& node);
    template <class Node>
    void visit_node(ir::Expression const& at, Node const& node);

    // Conditions: evaluate_conditions.cpp
    /// Narrows the names of the condition to what they can be where it came out so. False: it cannot.
    bool assume(ir::Operand condition, bool outcome);
    bool assume_ways(ir::Operand condition, bool outcome);
    bool is_undecided(ir::Operand condition, ir::Key key);

    // Binding: evaluate_bindings.cpp
    void assign(ir::Operand target, Value value, bool extends);
    void unpack(ir::Operands const& targets, Value const& value);
    void update(ir::Operand target, Change const& change);
    bool mutate(ir::Operand run);
    void update_dict(ir::Call const& call, Folded& dict);
    /// What `for target in iterable` binds its target to.
    Value item_of(ir::Operand iterable);

    // Statements: evaluate_statements.cpp, evaluate_loops.cpp, evaluate_scopes.cpp
    void run(ir::Block const& block);
    void run(Place place, ir::Assign const& node);
    void run(Place place, ir::Augment const& node);
    void run(Place place, ir::Run const& node);
    void run(Place place, ir::Branch const& node);
    void run(Place place, ir::Loop const& node);
    void run(Place place, ir::Try const& node);
    void run(Place place, ir::Function const& node);
    void run(Place place, ir::Class const& node);
    void run(Place place, ir::Leave const& node);
    void run(Place place, ir::Outer const& node);
    void run(Place place, ir::Forget const& node);
    void run(Place place, ir::Unseen const& node);
    void declare(ir::Directive const& directive, Value const& value);
    void run_deferred(std::vector<Deferred> deferred);
    void run_function(Deferred const& deferred);
    void bind_parameters(Deferred const& deferred, Scope& scope);

    ir::Program const& program_;
    std::unordered_set<ir::Key> receivers_;  ///< of all parts
    Environment environment_;
    LiteralStore literals_;
    FoldedUnit unit_;
    std::vector<Deferred> deferred_;
    struct Use {
        Place made;               ///< the call whose result is used
        std::string_view method;  ///< `__len__`
        Place place;
    };
    std::vector<Use> uses_;
    std::map<std::shared_ptr<FoldedCall const>, std::vector<FoldedCall>> changes_;  ///< by the maker of the receiver
    bool follows_ = false;
    ClassFacts* class_ = nullptr;            ///< the class whose body is run
    std::vector<Overlay>* exits_ = nullptr;  ///< where the loop being run may be left
    std::size_t loop_depth_ = 0;             ///< its first overlay
    bool silent_ = false;                    ///< run for its bindings, nothing is reported
    std::int64_t steps_ = 2'000'000;         ///< left to take; then nothing more is known
};

/// The names and paths an expression mentions, at most 8.
std::vector<ir::Key> mentioned(ir::Operand operand);
/// The name or path a target changes when it, or an entry of it, is assigned; 0 for none.
ir::Key changed_key(ir::Operand target);
/// Calls `see` with each operand right under the expression.
void for_each_operand(ir::Expression const& expression, std::function<void(ir::Operand)> const& see);

}  // namespace alyx::analyzer
