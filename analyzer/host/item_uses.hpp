// What a script reads of the items that it goes over.
#pragma once

#include <string>
#include <vector>

#include "analyzer/text/unit.hpp"

namespace alyx::analyzer {

/// `for task in tasks: print(task['status']['name'])`
struct ItemUse {
    Place items;                    ///< the expression that makes them; of a name, what it was given last
    std::vector<std::string> keys;  ///< status, name
    Place place;                    ///< where they are read
};

/// Of the unit's Python, in the order of the text; a place once. Loops whose variable is given something else are left
/// out. Total.
std::vector<ItemUse> item_uses(Unit const& unit);

}  // namespace alyx::analyzer
