// What Python's compiler objects to in a tree, and what the tree's names and calls amount to.
#pragma once

#include <optional>
#include <vector>

#include "analyzer/value/expression.hpp"
#include "analyzer/value/expression_ast.hpp"

namespace alyx::analyzer {

/// `yield`, `await` and asynchronous comprehensions where there is no function, assignments inside comprehensions that
/// Python forbids. Nothing where the tree compiles.
std::optional<ExpressionFault> check_expression(ExpressionTree const& tree);

/// What can be said of a tree before it is evaluated.
struct Survey {
    std::vector<NodeId> unknown;  ///< names that nothing defines, in the order of Python's `ast.walk`
    bool ambiguous = false;       ///< a name may be another one to Python, which normalizes them
    bool harmless = true;         ///< only displays, arithmetic and calls that evaluation follows
};
Survey survey(ExpressionTree const& tree, ExpressionScope const& scope);

/// The spans of what a server executes rather than reads, outermost, in the order of the text.
std::vector<Span> find_executed(ExpressionTree const& tree);

/// Is it a name that this scope or Python itself defines?
bool is_defined(std::string_view name, ExpressionScope const& scope);
/// Among Python's built-in names, or `undefined`.
NameMeaning builtin_meaning(std::string_view name);
/// A call of one of these is followed.
bool is_followed_function(std::string_view name);

}  // namespace alyx::analyzer
