// What is said of a cursor: the description of its word, and what the word does in this query.
#include "analyzer/assist/hover.hpp"

#include <algorithm>

#include "analyzer/assist/alyx_assistant.hpp"
#include "analyzer/assist/cursor.hpp"
#include "analyzer/assist/describe.hpp"
#include "analyzer/assist/hover_query.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {
namespace {

Place whole_of(Cursor const& cursor) {
    return cursor.text.place(make_span(0, cursor.text.text().size()));
}

std::optional<Hover> endpoint(Cursor const& cursor) {
    auto const text = cursor.text.text();
    auto const begin = text.starts_with('/') ? 1U : 0U;
    auto const end = std::min(text.find_first_of("/?", begin), text.size());
    if (!cursor.endpoint || cursor.text.offset() > end) return std::nullopt;
    auto const& schema = *cursor.site->schema;
    return Hover{cursor.text.place(make_span(begin, end)),
                 concat(describe_endpoint(schema, *cursor.endpoint), "\n\n", pack_name(schema))};
}

std::optional<Hover> action(Cursor const& cursor) {
    auto const text = cursor.text.text();
    if (!cursor.endpoint || !cursor.endpoint->client_actions) return std::nullopt;
    auto const& actions = *cursor.endpoint->client_actions;
    if (std::find(actions.begin(), actions.end(), text) == actions.end() && text != "partial-update")
        return std::nullopt;
    return Hover{whole_of(cursor), describe_action(text, cursor.endpoint)};
}

std::optional<Hover> keyword(Cursor const& cursor) {
    if (cursor.argument == Cursor::no_argument || !cursor.parameter) return std::nullopt;
    return Hover{whole_of(cursor), describe_parameter(*cursor.site->schema, *cursor.endpoint, *cursor.parameter)};
}

/// The value of a parameter that is no query.
std::optional<Hover> value(Cursor const& cursor) {
    auto const& parameter = *cursor.parameter;
    auto text = describe_parameter(*cursor.site->schema, *cursor.endpoint, parameter);
    for (auto const& choice : parameter.choices) {
        auto const code = code_of(choice);
        bool const is_it = cursor.text.text() == code || cursor.text.text() == choice.label;
        if (is_it) text = concat("`", code, "` is ", choice.label, "\n\n", text);
    }
    return Hover{whole_of(cursor), std::move(text)};
}

/// A key of what is written, or the name of a JSON field.
std::optional<Hover> field(Cursor const& cursor) {
    auto const* model = cursor.endpoint ? cursor.endpoint->model : nullptr;
    auto const* name = model ? model->find(cursor.text.text()) : nullptr;
    if (!name) return std::nullopt;
    return Hover{whole_of(cursor), describe_name(*cursor.site->schema, *model, *name)};
}

}  // namespace

std::optional<Hover> AlyxAssistant::hover(Cursor const& cursor, Place) const {
    switch (cursor.role) {
        case CursorRole::callee:
            return hover_call(cursor);
        case CursorRole::endpoint:
            return endpoint(cursor);
        case CursorRole::action:
            return action(cursor);
        case CursorRole::keyword:
            return keyword(cursor);
        case CursorRole::parameter: {
            if (!cursor.parameter) return std::nullopt;
            auto const meaning = cursor.parameter->meaning;
            bool const is_query = meaning == ParameterMeaning::query || meaning == ParameterMeaning::pairs;
            return is_query ? hover_query(cursor) : value(cursor);
        }
        case CursorRole::body_key:
        case CursorRole::json_field:
            return field(cursor);
        case CursorRole::query:
        case CursorRole::other:
            return std::nullopt;
    }
    return std::nullopt;
}

std::optional<Hover> hover(Analysis const& analysis, Place place) {
    constexpr std::size_t most_shown = 3;
    std::optional<Hover> result;
    std::vector<std::string> shown;
    auto const cursors = cursors_at(analysis, place, CursorUse::reading);
    for (auto const& cursor : cursors.all) {
        auto one = assistant_of(*cursor.site).hover(cursor, place);
        if (!one || (result && one->place != result->place)) continue;
        if (std::find(shown.begin(), shown.end(), one->markdown) != shown.end()) continue;
        shown.push_back(one->markdown);
        if (result)
            result->markdown += concat("\n\n---\n\n", one->markdown);
        else
            result = std::move(one);
        if (shown.size() == most_shown) break;
    }
    return result;
}

}  // namespace alyx::analyzer
