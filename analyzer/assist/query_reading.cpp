// Parses, finds the word, resolves.
#include "analyzer/assist/query_reading.hpp"

#include <algorithm>

#include "analyzer/query/alyx_filter.hpp"
#include "analyzer/resolve/filter.hpp"

namespace alyx::analyzer {
namespace {

constexpr std::string_view blanks = " \t\n\r\f\v";

bool at(Span span, std::uint32_t offset) {
    return span.begin <= offset && offset <= span.end;
}

/// The segments of a path within `text`, at their offsets in it.
Path path_within(std::string_view text, Span span, Holes holes) {
    std::vector<Hole> shifted;
    for (Hole hole : holes)
        if (span.contains(hole.offset)) shifted.push_back({hole.offset - span.begin, hole.type});
    Path path = parse_path(span.of(text), shifted);
    path.span = path.span.shifted(span.begin);
    for (auto& segment : path.segments) segment.span = segment.span.shifted(span.begin);
    return path;
}

}  // namespace

QueryReading::QueryReading(Cursor const& cursor) : whole_(cursor.text.text()), endpoint_(*cursor.endpoint) {
    auto const first = whole_.find_first_not_of(blanks);
    stripped_ =
        static_cast<std::uint32_t>(std::min<std::size_t>(first == whole_.npos ? 0 : first, cursor.text.offset()));
    // Blanks behind are dropped too, but not those that the cursor stands behind: more is to come.
    auto const last = whole_.find_last_not_of(blanks);
    auto const end = std::max<std::size_t>(last == whole_.npos ? 0 : last + 1, cursor.text.offset());
    for (Hole hole : cursor.text.folded().holes())
        if (hole.offset >= stripped_) holes_.push_back({hole.offset - stripped_, hole.type});
    if (cursor.parameter->meaning == ParameterMeaning::pairs) prefix_ = cursor.parameter->path;
    for (std::size_t i = 0; (i = prefix_.find("__", i)) != prefix_.npos; i += 2) ++hidden_segments_;
    query_ = parse_filter(*cursor.site->schema, std::string_view(whole_).substr(stripped_, end - stripped_), holes_,
                          prefix_);
}

std::optional<QueryWord> QueryReading::word_at(std::uint32_t offset) const {
    if (offset < stripped_) return std::nullopt;
    auto const inner = offset - stripped_;
    for (std::uint32_t i = static_cast<std::uint32_t>(query_.conditions.size()); i-- > 0;) {
        auto const& [path, value, known] = query_.conditions[i];
        if (value.form != Value::Form::missing && at(value.span, inner)) {
            bool const lone_hole = path.has_hole && path.span.size() == 1;
            return QueryWord{QueryWord::Kind::value, i, 0, value.span.shifted(stripped_), !lone_hole};
        }
        if (!at(path.span, inner)) continue;
        if (path.negated && prefix_.empty() && inner == path.span.begin)
            return QueryWord{QueryWord::Kind::negation, i, 0, Span{inner, inner + 1}.shifted(stripped_)};
        for (std::uint32_t s = 0; s < path.segments.size(); ++s)
            if (at(path.segments[s].span, inner))
                return QueryWord{QueryWord::Kind::segment, i, s, path.segments[s].span.shifted(stripped_)};
    }
    return std::nullopt;
}

QueryWord QueryReading::as_path(QueryWord const& value, std::uint32_t offset) const {
    QueryWord word = value;
    word.kind = QueryWord::Kind::segment;
    auto const path = path_within(whole_, value.span, {});
    for (std::uint32_t s = 0; s < path.segments.size(); ++s)
        if (at(path.segments[s].span, offset)) word.segment = s, word.span = path.segments[s].span;
    return word;
}

Span QueryReading::path_of(QueryWord const& word) const {
    auto const& condition = query_.conditions[word.condition];
    Span const path = prefix_.empty() ? condition.path.names() : condition.path.span;
    Span const span = word.is_certain ? path : condition.value.span;
    return span.shifted(stripped_);
}

std::string_view QueryReading::segment(QueryWord const& word, std::uint32_t index) const {
    auto const path = path_within(whole_, path_of(word), {});
    return index < path.segments.size() ? path.segments[index].span.of(whole_) : std::string_view();
}

ResolvedPath QueryReading::resolve(Span span, bool negated) const {
    std::string text = prefix_;
    std::vector<Hole> holes;
    for (Hole hole : holes_)
        if (span.contains(hole.offset + stripped_))
            holes.push_back(
                {hole.offset + stripped_ - span.begin + static_cast<std::uint32_t>(text.size()), hole.type});
    text += span.of(whole_);
    Path path = parse_path(text, holes);
    path.negated = negated;
    if (negated) ++path.span.end;  // names() are behind the `~`, which does not stand in this text
    return resolve_path(path, text, *endpoint_.model, endpoint_.annotations);
}

ResolvedPath QueryReading::resolve(QueryWord const& word) const {
    return resolve(path_of(word), query_.conditions[word.condition].path.negated);
}

std::optional<ResolvedPath> QueryReading::resolve_before(QueryWord const& word) const {
    Span path = path_of(word);
    bool const negated = query_.conditions[word.condition].path.negated;
    if (word.segment > 0) return resolve({path.begin, word.span.begin - 2}, negated);
    if (prefix_.empty()) return std::nullopt;
    std::string const text = prefix_.substr(0, prefix_.size() - 2);
    return resolve_path(parse_path(text), text, *endpoint_.model, endpoint_.annotations);
}

}  // namespace alyx::analyzer
