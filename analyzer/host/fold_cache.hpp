// What folding one state of a unit leaves for the next: of an edited text only what the edit touched is read anew.
#pragma once

#include <memory>

#include "analyzer/fold/folded_unit.hpp"
#include "analyzer/text/unit.hpp"

namespace alyx::analyzer {

/// Holds what the last unit took, however many came before. Any unit may follow any other.
class FoldCache {
  public:
    FoldCache();
    FoldCache(FoldCache&&) noexcept;
    FoldCache& operator=(FoldCache&&) noexcept;
    ~FoldCache();

    /// What fold_unit gives without a cache.
    FoldedUnit fold(Unit const& unit, CalleeFilter const& filter);

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace alyx::analyzer
