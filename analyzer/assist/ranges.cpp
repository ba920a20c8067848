// Foldings, selections, links.
#include "analyzer/assist/ranges.hpp"

#include <algorithm>

#include "analyzer/assist/alyx_assistant.hpp"
#include "analyzer/assist/cursor.hpp"
#include "analyzer/assist/query_reading.hpp"
#include "analyzer/assist/query_words.hpp"

namespace alyx::analyzer {
namespace {

auto order(Place place) {
    return std::tuple(place.source, place.span.begin, place.span.end);
}

void sort_and_merge(std::vector<Place>& places) {
    std::sort(places.begin(), places.end(), [](Place a, Place b) { return order(a) < order(b); });
    places.erase(std::unique(places.begin(), places.end()), places.end());
}

}  // namespace

void grow(std::vector<Place>& ranges, Place place) {
    bool const grows = ranges.empty() || (ranges.back().source == place.source &&
                                          place.span.covers(ranges.back().span) && place != ranges.back());
    if (grows && !place.span.empty()) ranges.push_back(place);
}

std::vector<Place> folding_ranges(Analysis const& analysis) {
    std::vector<Place> places;
    for (auto const& site : analysis.sites) {
        auto const& source = *analysis.unit->sources[site.place.source];
        bool const is_long = source.row(site.place.span.begin) < source.row(site.place.span.end);
        if (is_long) places.push_back(site.place);
    }
    sort_and_merge(places);
    return places;
}

std::vector<Place> AlyxAssistant::selection(Cursor const& cursor, Place) const {
    auto const& text = cursor.text;
    std::vector<Place> ranges;
    bool const is_query =
        cursor.role == CursorRole::parameter && cursor.parameter && cursor.endpoint && cursor.endpoint->model &&
        (cursor.parameter->meaning == ParameterMeaning::query || cursor.parameter->meaning == ParameterMeaning::pairs);
    if (is_query) {
        QueryReading const reading(cursor);
        if (auto const word = reading.word_at(text.offset())) {
            grow(ranges, text.place(word->span));
            grow(ranges, text.place(reading.path_of(*word)));
            grow(ranges, text.place(reading.condition_of(*word)));
        }
    }
    grow(ranges, text.place(make_span(0, text.text().size())));
    return ranges;
}

std::vector<Place> selection_ranges(Analysis const& analysis, Place place) {
    auto const cursors = cursors_at(analysis, place, CursorUse::reading);
    for (auto const& cursor : cursors.all)
        if (auto ranges = assistant_of(*cursor.site).selection(cursor, place); !ranges.empty()) return ranges;
    return {};
}

void AlyxAssistant::links(Site const& site, std::vector<SchemaLink>& to) const {
    for_each_word(site, [&](WrittenWord const& word) {
        if (word.kind == WrittenWord::Kind::endpoint && word.endpoint)
            to.push_back({word.place, site.schema, word.endpoint->name});
    });
}

std::vector<SchemaLink> schema_links(Analysis const& analysis) {
    std::vector<SchemaLink> links;
    for (auto const& site : analysis.sites) assistant_of(site).links(site, links);
    std::stable_sort(links.begin(), links.end(),
                     [](SchemaLink const& a, SchemaLink const& b) { return order(a.place) < order(b.place); });
    auto const same = [](SchemaLink const& a, SchemaLink const& b) { return a.place == b.place; };
    links.erase(std::unique(links.begin(), links.end(), same), links.end());
    return links;
}

}  // namespace alyx::analyzer
