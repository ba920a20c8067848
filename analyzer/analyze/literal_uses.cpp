// Sorted once: a script may hold ten thousand queries.
#include "analyzer/analyze/literal_uses.hpp"

#include <algorithm>
#include <tuple>

namespace alyx::analyzer {
namespace {

auto order(Place place) {
    return std::tuple(place.source, place.span.begin);
}

}  // namespace

LiteralUses::LiteralUses(std::vector<Site> const& sites) {
    for (std::uint32_t i = 0; i < sites.size(); ++i)
        for (auto const& argument : sites[i].arguments) add(argument.value, i);
    std::sort(uses_.begin(), uses_.end(),
              [](Use const& a, Use const& b) { return order(a.literal) < order(b.literal); });
    for (std::size_t i = 0; i < uses_.size(); ++i) {
        bool follows = i > 0 && uses_[i - 1].literal.source == uses_[i].literal.source;
        uses_[i].furthest_end = std::max(uses_[i].literal.span.end, follows ? uses_[i - 1].furthest_end : 0);
    }
}

void LiteralUses::add(Folded const& value, std::uint32_t site) {
    for (auto const& piece : value.text.pieces)
        if (piece.kind == Piece::Kind::literal) uses_.push_back({piece.literal->contents, site});
    for (auto const& item : value.items) add(item, site);
}

bool LiteralUses::feeds_another(Place place, std::vector<std::uint32_t> const& sites) const {
    auto use = std::upper_bound(uses_.begin(), uses_.end(), place,
                                [](Place wanted, Use const& u) { return order(wanted) < order(u.literal); });
    while (use != uses_.begin()) {
        --use;
        if (use->literal.source != place.source || use->furthest_end < place.span.end) return false;
        bool is_other = std::find(sites.begin(), sites.end(), use->site) == sites.end();
        if (is_other && use->literal.span.covers(place.span)) return true;
    }
    return false;
}

}  // namespace alyx::analyzer
