// What rules about SearchableCollection look at, and their common words.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/resolve/collection_call.hpp"
#include "analyzer/rules/rule.hpp"

namespace alyx::analyzer {

/// A call with its conditions, or a use of what one gave: then the method is `__bool__`, `__len__` or `__getitem__`.
/// In diagnoses `parameter` is the index of an argument.
struct CollectionReview {
    CollectionCall const& call;
    std::vector<ResolvedCondition> const& conditions;  ///< of each argument; of a positional one nothing
    bool with_help = true;
};

/// How a rule looks at a call; `check_` and the rule's name.
using CollectionCheck = void(CollectionReview const&, Report&);

/// What all rules about collections say, in the order of the arguments.
std::vector<Diagnosis> diagnose(CollectionReview const& review);
/// Is the rule about collections, and its examples are Python?
bool is_about_collections(Rule const& rule);

using SeeCondition = std::function<void(ResolvedCondition const&, CollectionArgument const&, std::uint32_t index)>;
/// Calls `see` with every keyword whose fault is this one.
void each_fault(CollectionReview const& review, ResolvedCondition::Fault fault, SeeCondition const& see);
/// The same with every keyword that is read as it was meant.
void each_condition(CollectionReview const& review, SeeCondition const& see);

/// What a condition without a field, or with one, is called in messages: `each item`, or the quoted path.
std::string tested(ResolvedCondition const& condition);
/// What becomes of a test that always raises: never, or under `not_` always.
std::string_view outcome_of(ResolvedCondition const& condition);
/// `None`, `a list`, … in messages.
std::string describe(CollectionValue const& value);
/// Replaces bytes of the keyword.
Fix rename(Span span, std::string text);
ServerAnswer raises(std::string exception);

}  // namespace alyx::analyzer
