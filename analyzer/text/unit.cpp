// Looks for ranges of fragments, of which there are as many as lines.
#include "analyzer/text/unit.hpp"

#include <algorithm>

namespace alyx::analyzer {

std::span<Span const> Fragment::ranges_in(Span bytes) const {
    auto first = std::upper_bound(ranges.begin(), ranges.end(), bytes.begin,
                                  [](std::uint32_t begin, Span range) { return begin < range.end; });
    auto last = std::lower_bound(first, ranges.end(), bytes.end,
                                 [](Span range, std::uint32_t end) { return range.begin < end; });
    return std::span(ranges).subspan(static_cast<std::size_t>(first - ranges.begin()),
                                     static_cast<std::size_t>(last - first));
}

}  // namespace alyx::analyzer
