// Methods of a collection whose names were misspelt, which no pack can list.
#pragma once

#include <optional>
#include <set>
#include <string_view>
#include <vector>

#include "analyzer/analyze/analysis.hpp"
#include "analyzer/host/receivers.hpp"

namespace alyx::analyzer {

/// Was the receiver made by the library's class, as far as the script shows?
bool is_made_of_class(FoldedCall const& call);

/// What the names of a unit's methods are called on.
class CollectionReceivers {
  public:
    explicit CollectionReceivers(Analysis const& analysis);

    /// Is what the method is called on searched by another call?
    bool is_searched_elsewhere(FoldedCall const& call) const;
    /// Has a class of the unit such a method, so that its name proves nothing?
    bool is_defined(std::string_view method) const { return receivers_.defined.contains(method); }

  private:
    Receivers receivers_;
    std::set<Receiver> searched_;
};

/// Names in the unit that are called like methods and are nearly those of the library; parts of its text.
std::vector<std::string_view> misspelt_methods_in(Unit const& unit);
/// The finding on a call of one, on what is known to be a collection.
std::optional<Finding> misspelt_method_of(FoldedCall const& call);

}  // namespace alyx::analyzer
