// Paragraphs about endpoints, parameters, names and lookups.
#include "analyzer/assist/describe.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "analyzer/dialect/sql_operators.hpp"
#include "analyzer/schema/enum_names.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {
namespace {

constexpr std::size_t most_listed = 24;

/// `**subject**: ForeignKey of Session`
std::string title(std::string_view word, std::string_view what) {
    return concat("**`", word, "`**: ", what);
}

void add(std::string& text, std::string_view paragraph) {
    if (!paragraph.empty()) text += concat("\n\n", paragraph);
}

std::string spaced(std::string_view name) {
    std::string words(name);
    std::replace(words.begin(), words.end(), '_', ' ');
    return words;
}

std::string choices_of(std::vector<Choice> const& choices) {
    std::string list;
    for (std::size_t i = 0; i < std::min(choices.size(), most_listed); ++i) {
        auto const& label = choices[i].label;
        list += concat(i ? ", " : "Choices: ", "`", code_of(choices[i]), "` ", label.empty() ? "(none)" : label);
    }
    if (choices.size() > most_listed) list += " …";
    return list;
}

std::string_view rows_of(Name const& name) {
    return name.multi_valued ? "to any number of rows" : name.null ? "to one row or none (NULL)" : "to one row";
}

}  // namespace

std::string code_of(Choice const& choice) {
    auto const* number = std::get_if<std::int64_t>(&choice.code);
    return number ? std::to_string(*number) : std::get<std::string>(choice.code);
}

std::string pack_name(Schema const& schema) {
    return concat(schema.title, schema.version.empty() ? "" : " ", schema.version);
}

std::string short_type(Name const& name) {
    std::string type = name.field_class ? name.field_class->name : std::string(name_of(name.kind));
    return name.target ? concat(type, " → ", name.target->name) : type;
}

std::string describe_endpoint(Schema const& schema, Endpoint const& endpoint) {
    auto const lists = endpoint.model ? concat("lists ", endpoint.model->name) : std::string("has no list");
    std::string text = title(endpoint.name, lists);
    std::string parameters;
    for (auto const& parameter : endpoint.parameters)
        parameters += concat(parameters.empty() ? "Parameters: " : ", ", "`", parameter.name, "`");
    add(text, parameters);
    std::string actions;
    auto const& known = endpoint.client_actions ? *endpoint.client_actions : endpoint.actions;
    for (auto const& action : known) actions += concat(actions.empty() ? "Actions: " : ", ", "`", action, "`");
    add(text, actions);
    if (endpoint.model && !endpoint.has_query && !schema.query_parameter.empty())
        add(text, concat("`", schema.query_parameter, "` is ignored here."));
    if (!endpoint.client_actions) add(text, "The client does not know this endpoint.");
    return text;
}

std::string describe_action(std::string_view action, Endpoint const* endpoint) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 6> meanings{{
        {"list", "all rows that the filters leave"},
        {"read", "the one row of an `id`"},
        {"create", "writes a new row from `data`"},
        {"update", "writes the row of an `id` anew from `data`"},
        {"partial_update", "changes what `data` holds in the row of an `id`"},
        {"delete", "deletes the row of an `id`"},
    }};
    std::string_view meaning = "an action";
    for (auto const& [name, what] : meanings)
        if (name == action || (action == "partial-update" && name == "partial_update")) meaning = what;
    auto const where = endpoint ? concat(" (", endpoint->name, ")") : std::string();
    std::string text = title(action, concat(meaning, where));
    if (endpoint && !endpoint->id_field.empty() && action != "list" && action != "create")
        add(text, concat("`id` is compared with `", endpoint->id_field, "`."));
    return text;
}

std::string describe_parameter(Schema const& schema, Endpoint const& endpoint, Parameter const& parameter) {
    bool const by_meaning =
        parameter.meaning != ParameterMeaning::condition && parameter.meaning != ParameterMeaning::opaque;
    auto type = spaced(by_meaning ? name_of(parameter.meaning) : name_of(parameter.type));
    if (parameter.target) type = concat("key of ", parameter.target->name);
    std::string text = title(parameter.name, concat(type, ", parameter of ", endpoint.name));
    add(text, parameter.help);
    if (parameter.meaning == ParameterMeaning::query)
        add(text, concat("`path,value,path,value …`: each path begins at ",
                         endpoint.model ? endpoint.model->name : endpoint.name, "; `~` in front negates it."));
    else if (!parameter.path.empty())
        add(text, concat("Compared with `", parameter.path, "`."));
    add(text, choices_of(parameter.choices));
    if (parameter.meaning == ParameterMeaning::label) add(text, "The label is given, in any case; not the number.");
    add(text, pack_name(schema));
    return text;
}

std::string describe_name(Schema const& schema, Model const& model, Name const& name) {
    std::string text = title(name.name, concat(short_type(name), ", of ", model.name));
    add(text, name.help);
    if (name.is_relation()) {
        std::string relation = concat("Leads ", rows_of(name), " of ", name.target->name);
        if (!name.related_name.empty() && !name.related_name.ends_with('+'))
            relation += concat("; the way back is `", name.related_name, "`");
        add(text, concat(relation, "."));
        if (name.value_class)
            add(text, concat("Compared by itself, the value is the key of ", name.target->name, " (",
                             name.value_class->name, ")."));
    } else if (name.field_class) {
        std::string bounds = name.null ? "May be NULL" : "Never NULL";
        if (name.max_length) bounds += concat(", at most ", std::to_string(name.max_length), " characters");
        if (name.item_class) bounds += concat(", items are ", name.item_class->name);
        add(text, concat(bounds, "."));
    }
    add(text, choices_of(name.choices));
    add(text, concat(pack_name(schema), " · ", model.label));
    return text;
}

std::string describe_annotation(Endpoint const& endpoint, std::string_view name) {
    return title(name, concat("a boolean that queries at ", endpoint.name, " know besides the fields"));
}

std::string describe_lookup(FieldType type, Lookup lookup, std::string_view column) {
    std::string text = title(name_of(lookup), describe(lookup));
    auto const value = lookup == Lookup::in ? "(…)" : lookup == Lookup::range ? "… AND …" : "…";
    add(text, concat("SQL: `", sql_of(type, lookup, column, value), "`"));
    return text;
}

std::string describe_transform(FieldType type, std::string_view transform) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 14> meanings{{
        {"date", "the day, without the time"},
        {"time", "the time of day"},
        {"year", "the year, a number"},
        {"iso_year", "the year that the ISO week belongs to"},
        {"month", "the month, 1 to 12"},
        {"day", "the day of the month, 1 to 31"},
        {"week", "the ISO week, 1 to 53"},
        {"week_day", "the day of the week, 1 is Sunday"},
        {"iso_week_day", "the day of the week, 1 is Monday"},
        {"quarter", "the quarter of the year, 1 to 4"},
        {"hour", "the hour, 0 to 23"},
        {"minute", "the minute, 0 to 59"},
        {"second", "the second, 0 to 59"},
        {"len", "how many items there are"},
    }};
    std::string_view meaning = "a part of the value";
    for (auto const& [name, what] : meanings)
        if (name == transform) meaning = what;
    auto const* known = find_transform(type, transform);
    return title(transform, known ? concat(meaning, " (", known->output->name, ")") : std::string(meaning));
}

}  // namespace alyx::analyzer
