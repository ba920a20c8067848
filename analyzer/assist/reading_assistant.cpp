// Words and parts of a query as what editors show.
#include "analyzer/assist/reading_assistant.hpp"

#include <algorithm>

#include "analyzer/assist/cursor_collector.hpp"

namespace alyx::analyzer {
namespace {

/// The word at the place; between two the later one.
ReadWord const* word_at(ReadQuery const& query, Place place) {
    ReadWord const* found = nullptr;
    for (auto const& word : query.words)
        if (touches(word.place, place) && (!found || word.place.span.begin > found->place.span.begin)) found = &word;
    return found;
}

Place end_of(Place place) {
    return {place.source, {place.span.end, place.span.end}};
}

}  // namespace

std::optional<Hover> ReadingAssistant::hover(Cursor const& cursor, Place place) const {
    auto const query = read(*cursor.site, Depth::told);
    if (!query) return std::nullopt;
    if (cursor.role == CursorRole::callee)
        return query->says.empty() ? std::nullopt : std::optional(Hover{cursor.site->callee_place, query->says});
    auto const* word = word_at(*query, place);
    if (!word || word->says.empty()) return std::nullopt;
    return Hover{word->place, word->says};
}

std::vector<Place> ReadingAssistant::selection(Cursor const& cursor, Place place) const {
    std::vector<Place> around, ranges;
    if (auto const query = read(*cursor.site, Depth::words)) {
        if (auto const* word = word_at(*query, place)) around.push_back(word->place);
        for (auto const& part : query->parts)
            if (touches(part, place)) around.push_back(part);
    }
    std::stable_sort(around.begin(), around.end(), [](Place a, Place b) { return a.span.size() < b.span.size(); });
    for (auto const& one : around) grow(ranges, one);
    if (cursor.role != CursorRole::callee) grow(ranges, cursor.text.place(make_span(0, cursor.text.text().size())));
    return ranges;
}

CallArguments ReadingAssistant::arguments(Site const& site) const {
    CallArguments arguments;
    if (site.pattern)
        for (auto const& name : site.pattern->arguments) arguments.names.emplace_back(name, "");
    if (auto query = read(site, Depth::told)) arguments.documentation = std::move(query->says);
    return arguments;
}

void ReadingAssistant::mentions(Site const& site, std::vector<Mention>& to) const {
    auto query = read(site, Depth::words);
    if (!query) return;
    for (auto& word : query->words)
        if (word.mention) to.push_back({word.place, std::move(*word.mention)});
}

void ReadingAssistant::tokens(Site const& site, std::vector<Token>& to) const {
    auto const query = read(site, Depth::words);
    if (!query) return;
    for (auto const& word : query->words) to.push_back({word.place, word.kind});
}

void ReadingAssistant::hints(Site const& site, std::vector<Hint>& to) const {
    auto query = read(site, Depth::words);
    if (!query) return;
    for (auto& word : query->words)
        if (!word.hint.empty()) to.push_back({end_of(word.place), HintKind::implicit_exact, std::move(word.hint)});
}

std::string ReadingAssistant::hint_documentation(Site const& site, Hint const& hint) const {
    auto query = read(site, Depth::told);
    if (!query) return {};
    for (auto& word : query->words)
        if (word.hint == hint.label && end_of(word.place) == hint.place) return std::move(word.hint_says);
    return {};
}

std::optional<Symbol> ReadingAssistant::symbol(Site const& site) const {
    auto query = read(site, Depth::words);
    if (!query) return std::nullopt;
    bool const inside = query->selection.source == site.place.source && site.place.span.covers(query->selection.span);
    return Symbol{std::move(query->name), std::move(query->detail), site.place,
                  inside ? query->selection : site.callee_place};
}

std::optional<Lens> ReadingAssistant::lens(Site const& site) const {
    auto query = read(site, Depth::words);
    if (!query || query->lens.empty()) return std::nullopt;
    return Lens{site.place, std::move(query->lens)};
}

void ReadingAssistant::links(Site const& site, std::vector<SchemaLink>& to) const {
    auto query = read(site, Depth::words);
    if (!query) return;
    for (auto& word : query->words)
        if (word.mention && word.mention->owner.empty())
            to.push_back({word.place, site.schema, std::move(word.mention->name)});
}

std::optional<Place> place_in_literal(FoldedText const& text, Span span) {
    for (auto const& piece : text.pieces)
        if (piece.kind == Piece::Kind::literal && piece.text.covers(span)) return text.place(span);
    return std::nullopt;
}

}  // namespace alyx::analyzer
