// Which sites the literals of a script feed.
#pragma once

#include <cstdint>
#include <vector>

#include "analyzer/analyze/site.hpp"

namespace alyx::analyzer {

/// Every literal in the arguments of the sites, found by place.
class LiteralUses {
  public:
    explicit LiteralUses(std::vector<Site> const& sites);

    /// Does a literal around `place` feed a site that is not one of `sites`?
    bool feeds_another(Place place, std::vector<std::uint32_t> const& sites) const;

  private:
    struct Use {
        Place literal;
        std::uint32_t site;
        std::uint32_t furthest_end = 0;  ///< of this literal and all before it in the source
    };
    std::vector<Use> uses_;  ///< by source and begin

    void add(Folded const& value, std::uint32_t site);
};

}  // namespace alyx::analyzer
