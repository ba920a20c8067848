// Methods of a collection whose names were misspelt, which no pack can list.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "analyzer/analyze/analysis.hpp"

namespace alyx::analyzer {

/// Was the receiver made by the library's class, as far as the script shows?
bool is_made_of_class(FoldedCall const& call);
/// Is what the method is called on searched by another call?
bool is_searched_elsewhere(FoldedCall const& call, std::vector<FoldedCall> const& calls);

/// Names in the unit that are called like methods and are nearly those of the library; parts of its text.
std::vector<std::string_view> misspelt_methods_in(Unit const& unit);
/// The finding on a call of one, on what is known to be a collection.
std::optional<Finding> misspelt_method_of(FoldedCall const& call, std::vector<FoldedCall> const& calls);

}  // namespace alyx::analyzer
