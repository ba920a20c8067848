// What methods are called on in Python, as far as names tell one object from another.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "analyzer/text/unit.hpp"

namespace alyx::analyzer {

/// `self.entries` of `self.entries.find_all_where(…)`: of one value are those that are equal.
struct Receiver {
    std::uint32_t binding = 0;  ///< the assignment that the name has its value of
    std::string_view name;
    friend bool operator==(Receiver const&, Receiver const&) = default;
    friend bool operator<(Receiver const& a, Receiver const& b) {
        return std::pair(a.binding, a.name) < std::pair(b.binding, b.name);
    }
};

struct Receivers {
    /// By the source and the begin of the method's name. Of those that begin with a name; left out where several
    /// assignments may have given the value.
    std::map<std::pair<std::uint32_t, std::uint32_t>, Receiver> of_calls;
    std::set<std::string_view> defined;  ///< functions and methods of the unit

    /// Null where nothing is known.
    Receiver const* find(Place method) const;
};

/// Of the unit's Python, and parts of its text. Total.
Receivers receivers_in(Unit const& unit);

}  // namespace alyx::analyzer
