// What the queries of a script use already: it is likely to be used again.
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/analyze/analysis.hpp"

namespace alyx::analyzer {

class ScriptUsage {
  public:
    /// Of all words but the one at the cursor, which is still being written.
    ScriptUsage(Analysis const& analysis, Place cursor);

    /// How many places name it.
    std::uint32_t of(Name const& name) const;
    /// Paths of keys in a JSON field, `a__b__`, with all their beginnings, in the order of the text.
    std::vector<std::string> const& keys(Name const& field) const;

  private:
    boost::unordered_flat_map<Name const*, std::uint32_t> names_;
    boost::unordered_flat_map<Name const*, std::vector<std::string>> keys_;
};

}  // namespace alyx::analyzer
