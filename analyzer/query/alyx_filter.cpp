// The X3 grammar of Alyx filter strings, and the reading of each value.
#include "analyzer/query/alyx_filter.hpp"

#include <algorithm>
#include <boost/spirit/home/x3.hpp>

#include "analyzer/query/alyx_value.hpp"

namespace alyx::analyzer {
namespace {

namespace x3 = boost::spirit::x3;
using Iterator = char const*;

/// What the actions write to; the grammar itself has no attributes.
struct Builder {
    Iterator begin;
    Query& query;
    boost::container::small_vector<Span, 16> parts;

    Span span(boost::iterator_range<Iterator> range) const {
        return make_span(static_cast<std::size_t>(range.begin() - begin),
                         static_cast<std::size_t>(range.end() - begin));
    }
};
struct builder_tag;
Builder& builder(auto& context) {
    return x3::get<builder_tag>(context).get();
}

auto const add_part = [](auto& context) { builder(context).parts.push_back(builder(context).span(_attr(context))); };
auto const end_unclosed = [](auto& context) {
    auto& b = builder(context);
    auto open = b.span(_attr(context));
    bool comma = b.query.text.substr(open.begin).find(',') != std::string_view::npos;
    b.query.unclosed = UnclosedBracket{{open.begin, open.begin + 1}, comma};
};

// One closing character is remembered, and no stack: `[` waits for `]` whatever was awaited before, `(` for `)`.
// So a run of brackets is a chain of square and round stretches, each opened by its own bracket, and it ends at the
// closer of the last one.
auto const square = '[' >> *~x3::char_("](");
auto const round = '(' >> *~x3::char_(")[");
auto const stretches = +(square | round);
auto const bracketed = stretches >> x3::char_("])") | x3::raw[stretches][end_unclosed] >> x3::eoi;
auto const part = x3::raw[*(bracketed | ~x3::char_(",[("))][add_part];
auto const parts = part % ',';

struct PathBuilder {
    Iterator begin;
    std::uint32_t offset;
    Path& path;
};
struct path_tag;
auto const add_segment = [](auto& context) {
    PathBuilder& b = x3::get<path_tag>(context).get();
    auto range = _attr(context);
    auto at = [&](Iterator i) { return static_cast<std::size_t>(i - b.begin) + b.offset; };
    b.path.segments.push_back({make_span(at(range.begin()), at(range.end()))});
};
auto const negate = [](auto& context) { x3::get<path_tag>(context).get().path.negated = true; };
auto const segment = x3::raw[*(x3::char_ - "__")][add_segment];
auto const segments = segment % "__";
auto const path_grammar = -x3::lit('~')[negate] >> segments;

bool holds(Holes holes, Span span) {
    auto first = std::lower_bound(holes.begin(), holes.end(), span.begin,
                                  [](Hole const& hole, std::uint32_t offset) { return hole.offset < offset; });
    return first != holes.end() && first->offset < span.end;
}

Path read_path(std::string_view text, Span span, Holes holes, auto const& grammar) {
    Path path{.span = span};
    PathBuilder b{text.data() + span.begin, span.begin, path};
    Iterator first = b.begin, last = text.data() + span.end;
    x3::parse(first, last, x3::with<path_tag>(std::ref(b))[grammar]);
    if (holds(holes, span)) {
        path.has_hole = true;
        for (auto& s : path.segments) s.has_hole = holds(holes, s.span);
    }
    return path;
}

/// A hole alone where a path is due may hold whole pairs (`f'{query},qc,10'`) or one path (`f'{field},10'`). The
/// number of parts tells which: it must come out even.
bool is_whole_pairs(Span span, Holes holes, std::size_t parts_left) {
    return span.size() == 1 && parts_left % 2 == 1 && holds(holes, span);
}

/// Where it begins to be uncertain how the text is parted: at the first hole, if what stands behind closes a bracket
/// that nothing but a hole can have opened; else its end.
std::size_t certain_end(std::string_view text, Holes holes) {
    if (holes.empty()) return text.size();
    int depth = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        constexpr std::string_view openers = "[({", closers = "])}";
        if (openers.find(text[at]) != openers.npos) ++depth;
        if (closers.find(text[at]) == closers.npos || --depth >= 0) continue;
        if (holes[0].offset < at) return holes[0].offset;
        depth = 0;
    }
    return text.size();
}

}  // namespace

Path parse_path(std::string_view text, Holes holes) {
    return read_path(text, make_span(0, text.size()), holes, segments);
}

Query parse_alyx_filter(std::string_view text, Holes holes, std::string_view prefix) {
    Query query{.text = text};
    query.has_holes = !holes.empty();
    Builder b{text.data(), query};
    Iterator first = b.begin, last = b.begin + text.size();
    x3::parse(first, last, x3::with<builder_tag>(std::ref(b))[parts]);

    query.conditions.reserve(b.parts.size() / 2 + 1);
    for (std::size_t i = 0; i < b.parts.size();) {
        if (is_whole_pairs(b.parts[i], holes, b.parts.size() - i)) {
            ++i;
            continue;
        }
        Condition condition{.path = read_path(text, b.parts[i], holes, path_grammar)};
        if (i + 1 == b.parts.size()) {
            condition.value.span = {b.parts[i].end, b.parts[i].end};
            query.lacks_value = holes.empty();
            condition.is_known = holes.empty();
        } else {
            AlyxValueContext context{text, b.parts, i + 1, query, prefix};
            condition.value = read_alyx_value(context, holds(holes, b.parts[i + 1]) ? holes : Holes{});
        }
        query.conditions.push_back(std::move(condition));
        i += 2;
    }
    auto const certain = certain_end(text, holes);
    for (auto& condition : query.conditions)
        if (condition.value.span.end > certain) condition.is_known = false;
    return query;
}

}  // namespace alyx::analyzer
