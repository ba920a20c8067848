// Django hands out the last value of a parameter, so that lists want commas.
#include "analyzer/analyze/repeated.hpp"

#include <algorithm>

#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {

extern Rule const repeated_parameter;

namespace {

bool is_list(std::string_view path) {
    return path.ends_with(list_mark) || path.ends_with("__in") || path.ends_with("__range");
}

/// The literal that is the text, wholly and as it is written; null where there is none.
Literal const* literal_of(FoldedText const& text) {
    if (text.pieces.size() != 1 || text.pieces.front().kind != Piece::Kind::literal) return nullptr;
    auto const& literal = *text.pieces.front().literal;
    auto const place = text.place(make_span(0, text.text.size()));
    bool const is_whole = place == literal.contents && place.span.size() == text.text.size();
    return is_whole && literal.quote.size() == 1 ? &literal : nullptr;
}

/// `'a', 'b'`, with nothing else between.
bool are_neighbours(Literal const& one, Literal const& other) {
    constexpr std::uint32_t most_between = 4;
    bool const is_behind = one.contents.source == other.contents.source && one.statement == other.statement &&
                           one.quote == other.quote && one.contents.span.end < other.contents.span.begin;
    return is_behind && other.contents.span.begin - one.contents.span.end <= most_between;
}

}  // namespace

void drop_said_of_items(Outcome const& outcome, std::vector<Diagnosis>& diagnoses) {
    std::vector<std::pair<std::uint32_t, std::string_view>> lists;
    for (auto const& d : diagnoses) {
        auto const* query = d.rule == &repeated_parameter ? outcome.parameters[d.parameter].query.get() : nullptr;
        if (query && is_list(query->text_of(d.span))) lists.emplace_back(d.parameter, query->text_of(d.span));
    }
    auto is_of_list = [&](Diagnosis const& d, std::uint32_t parameter, std::string_view path) {
        if (d.parameter != parameter || d.rule == &repeated_parameter) return false;
        auto const& query = *outcome.parameters[parameter].query;
        return std::any_of(query.conditions.begin(), query.conditions.end(), [&](Condition const& c) {
            Span const whole{c.path.span.begin, std::max(c.path.span.end, c.value.span.end)};
            return query.text_of(c.path.span) == path && whole.covers(d.span);
        });
    };
    std::erase_if(diagnoses, [&](Diagnosis const& d) {
        if (d.subject != Subject::value) return false;
        return std::any_of(lists.begin(), lists.end(),
                           [&](auto const& list) { return is_of_list(d, list.first, list.second); });
    });
}

bool RepeatedParameter::takes_list() const {
    if (!spec) return false;
    return spec->meaning == ParameterMeaning::date_range || spec->meaning == ParameterMeaning::all_of ||
           spec->type == ParameterType::uuids;
}

Diagnosis RepeatedParameter::diagnosis() const {
    Diagnosis d;
    d.rule = &repeated_parameter;
    auto const times = std::to_string(values.size());
    if (name.ends_with(list_mark)) {
        auto const meant = name.substr(0, name.size() - list_mark.size());
        d.message = concat("a list is sent as `", name, "`, ", times, " times, which is not `", meant, "`");
        d.help = concat("join the items with commas: `", meant, ": items.join(',')`");
        return d;
    }
    d.message = concat("`", name, "` is given ", times, " times, and only the last is read");
    if (!values.back().has_holes()) d.message += concat(", `", values.back().text, "`");
    d.help = "leave the others out";
    if (!takes_list()) return d;
    bool const is_known = std::none_of(values.begin(), values.end(), [](auto const& v) { return v.has_holes(); });
    std::string list;
    for (auto const& value : values) list += concat(list.empty() ? "" : ",", value.text);
    d.help = concat("one parameter holds all items, with commas between: `", is_known ? list : "a,b", "`");
    return d;
}

std::optional<FindingFix> RepeatedParameter::joined() const {
    if (!takes_list()) return std::nullopt;
    FindingFix fix{"join the items with commas", Fix::Safety::unsafe, {}, {}};
    Literal const* before = nullptr;
    for (auto const& text : values) {
        auto const* literal = literal_of(text);
        if (!literal || (before && !are_neighbours(*before, *literal))) return std::nullopt;
        if (before)
            fix.edits.push_back(
                {{literal->contents.source, {before->contents.span.end, literal->contents.span.begin}}, ","});
        before = literal;
    }
    return fix;
}

}  // namespace alyx::analyzer
