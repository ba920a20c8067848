// A list without its brackets: its commas make paths and values of its items.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analyzer/rules/rule.hpp"

namespace alyx::analyzer {

/// `1,2,3` of `number__in,1,2,3`: behind the first item stand parts that lead nowhere as paths and suit the field.
struct SplitList {
    Lookup lookup = Lookup::in;
    Span path, span;                  ///< of the parameter's value: before the first item, and from it to the last
    std::string names;                ///< the path that can be compared with the items, by names and not by ids
    std::optional<std::string> list;  ///< `[1, 2, 3]`; nothing where an item does not fit what is compared
};

/// Those of a filter string, in its order; none where the parameter is no filter string.
std::vector<SplitList> split_lists(Review const& review, std::uint32_t parameter);

/// Does a part that leads nowhere follow the value, so that the value may be the first item of a list only?
bool may_go_on(Review const& review, Conjunct const& conjunct);

}  // namespace alyx::analyzer
