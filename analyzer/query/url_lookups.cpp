// The X3 grammar of parameters that are lookups.
#include "analyzer/query/url_lookups.hpp"

#include <algorithm>
#include <boost/spirit/home/x3.hpp>

#include "analyzer/query/alyx_filter.hpp"

namespace alyx::analyzer {
namespace {

namespace x3 = boost::spirit::x3;
using Iterator = char const*;

/// A parameter's bytes; no value: there is no `=`.
struct Part {
    Span name;
    std::optional<Span> value;
};

struct Builder {
    Iterator begin;
    std::vector<Part> parts;

    Span span(boost::iterator_range<Iterator> range) const {
        return make_span(static_cast<std::size_t>(range.begin() - begin),
                         static_cast<std::size_t>(range.end() - begin));
    }
};
struct builder_tag;
Builder& builder(auto& context) {
    return x3::get<builder_tag>(context).get();
}

auto const add_name = [](auto& context) {
    builder(context).parts.push_back({builder(context).span(_attr(context)), {}});
};
auto const add_value = [](auto& context) {
    builder(context).parts.back().value = builder(context).span(_attr(context));
};

auto const name = x3::raw[*~x3::char_("=\x1e")][add_name];
auto const written_value = x3::raw[*~x3::char_('\x1e')][add_value];
auto const parameter = name >> -('=' >> written_value);
auto const parameters = parameter % '\x1e';

bool holds(Holes holes, Span span) {
    return std::any_of(holes.begin(), holes.end(), [&](Hole hole) { return span.contains(hole.offset); });
}

Path path_at(std::string_view text, Span span, Holes holes) {
    std::vector<Hole> within;
    for (Hole hole : holes)
        if (span.contains(hole.offset)) within.push_back({hole.offset - span.begin, hole.type});
    Path path = parse_path(span.of(text), within);
    path.span = span;
    for (auto& segment : path.segments) segment.span = segment.span.shifted(span.begin);
    return path;
}

Value value_of(std::string_view text, Part const& part, Holes holes) {
    Value value;
    value.span = part.value.value_or(Span{part.name.end, part.name.end});
    value.form = part.value ? Value::Form::text : Value::Form::missing;
    value.literal = PyValue::make_text(std::string(value.span.of(text)));
    value.literal.span = value.span;
    if (!holds(holes, value.span)) return value;
    value.form = Value::Form::hole;
    value.literal.kind = PyValue::Kind::computed;
    if (value.span.size() == 1) value.hole = holes[0].type;
    for (Hole hole : holes)
        if (value.span.size() == 1 && hole.offset == value.span.begin) value.hole = hole.type;
    return value;
}

}  // namespace

Query parse_url_lookups(std::string_view text, Holes holes) {
    Query query{.text = text};
    query.has_holes = !holes.empty();
    Builder b{text.data(), {}};
    Iterator first = b.begin, last = b.begin + text.size();
    x3::parse(first, last, x3::with<builder_tag>(std::ref(b))[parameters]);
    for (auto const& part : b.parts) {
        Condition condition{.path = path_at(text, part.name, holes)};
        condition.value = value_of(text, part, holes);
        // A hole alone may hold whole parameters.
        condition.is_known = !part.name.empty() && (part.value || !condition.path.has_hole);
        query.conditions.push_back(std::move(condition));
    }
    return query;
}

}  // namespace alyx::analyzer
