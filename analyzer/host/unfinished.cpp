// Finds the fragment of a place, and closes what is open there.
#include "analyzer/host/unfinished.hpp"

#include <algorithm>

#include "analyzer/host/language.hpp"

namespace alyx::analyzer {
namespace {

/// The part of a range that lies before the offset.
Span before(Span range, std::uint32_t offset) {
    return {range.begin, std::max(range.begin, std::min(range.end, offset))};
}

bool holds(Fragment const& fragment, Place place) {
    auto const offset = place.span.begin;
    return fragment.source == place.source && !fragment.ranges.empty() && fragment.ranges.front().begin <= offset &&
           offset <= fragment.ranges.back().end;
}

/// The fragments around the one at `index`. Behind it those of the same source go: their bytes have moved.
std::vector<Fragment> kept(std::vector<Fragment> fragments, std::ptrdiff_t index, AroundCode around) {
    if (around == AroundCode::statement) return {fragments[static_cast<std::size_t>(index)]};
    auto const behind = fragments.begin() + index + 1;
    auto const source = fragments[static_cast<std::size_t>(index)].source;
    auto const goes = [&](Fragment const& fragment) {
        return around == AroundCode::before || fragment.source == source;
    };
    fragments.erase(std::remove_if(behind, fragments.end(), goes), fragments.end());
    return fragments;
}

}  // namespace

std::optional<Unfinished> unfinished_at(Unit const& unit, Place place) {
    auto offset = place.span.begin;
    for (auto const& fragment : unit.fragments) {
        bool holds = fragment.source == place.source &&
                     std::any_of(fragment.ranges.begin(), fragment.ranges.end(),
                                 [&](Span r) { return r.begin <= offset && offset <= r.end; });
        if (!holds) continue;
        std::vector<Span> ranges;
        for (Span range : fragment.ranges)
            if (range.begin <= offset) ranges.push_back(before(range, offset));
        return host_language(fragment.language).read_open(unit.sources[fragment.source]->text(), ranges);
    }
    return std::nullopt;
}

Unit closed_at(Unit const& unit, Place place, Unfinished const& unfinished, std::string_view marker,
               AroundCode around) {
    auto const& source = *unit.sources[place.source];
    auto const offset = place.span.begin;
    std::string text(source.text().substr(0, offset));
    text += marker;
    for (auto one = unfinished.open.rbegin(); one != unfinished.open.rend(); ++one) text += one->end;
    auto const joint = static_cast<std::uint32_t>(text.size());
    bool const goes_on = around == AroundCode::but_end_of_line;
    auto const next = goes_on ? source.text().find('\n', offset) : source.text().npos;
    text += next == source.text().npos ? "\n" : source.text().substr(next);

    Unit closed{unit};
    auto const it = std::find_if(closed.fragments.begin(), closed.fragments.end(),
                                 [&](Fragment const& fragment) { return holds(fragment, place); });
    if (it != closed.fragments.end()) {
        auto& ranges = it->ranges;
        bool const is_whole = ranges.size() == 1 && ranges[0].end == source.text().size();
        std::erase_if(ranges, [&](Span range) { return range.begin > offset; });
        ranges.back().end = is_whole ? static_cast<std::uint32_t>(text.size()) : joint;
        if (around == AroundCode::statement) {
            std::erase_if(ranges, [&](Span range) { return range.end < unfinished.statement; });
            ranges.front().begin = std::max(ranges.front().begin, unfinished.statement);
        }
        auto const index = it - closed.fragments.begin();
        closed.fragments = kept(std::move(closed.fragments), index, around);
    }
    closed.sources[place.source] = std::make_shared<Source const>(source.name(), std::move(text));
    return closed;
}

}  // namespace alyx::analyzer
