// Names in the order of the enumerators.
#include "analyzer/schema/enum_names.hpp"

namespace alyx::analyzer {

namespace {

constexpr std::string_view field_types[] = {"text", "nullable_text", "integer", "number", "boolean", "uuid",
                                            "date", "datetime",      "time",    "json",   "array",   "relation"};
constexpr std::string_view name_kinds[] = {"field",
                                           "foreign_key",
                                           "one_to_one",
                                           "many_to_many",
                                           "reverse_foreign_key",
                                           "reverse_one_to_one",
                                           "reverse_many_to_many",
                                           "generic_foreign_key"};
constexpr std::string_view parameter_types[] = {"text",     "number",       "boolean", "uuid", "uuids",   "date",
                                                "datetime", "iso_datetime", "choice",  "key",  "key_text"};
constexpr std::string_view parameter_meanings[] = {"condition", "query",     "pairs",   "label",    "date_range",
                                                   "all_of",    "tree_node", "quality", "datasets", "opaque"};
constexpr std::string_view call_shapes[] = {"rest", "search", "url", "json_field", "query"};

static_assert(std::size(field_types) == std::size_t(FieldType::relation) + 1);
static_assert(std::size(name_kinds) == std::size_t(NameKind::generic_foreign_key) + 1);
static_assert(std::size(parameter_types) == std::size_t(ParameterType::key_text) + 1);
static_assert(std::size(parameter_meanings) == std::size_t(ParameterMeaning::opaque) + 1);
static_assert(std::size(call_shapes) == std::size_t(CallPattern::Shape::query) + 1);

}  // namespace

std::string_view name_of(FieldType type) {
    return field_types[std::size_t(type)];
}
std::string_view name_of(NameKind kind) {
    return name_kinds[std::size_t(kind)];
}
std::string_view name_of(ParameterType type) {
    return parameter_types[std::size_t(type)];
}
std::string_view name_of(ParameterMeaning meaning) {
    return parameter_meanings[std::size_t(meaning)];
}
std::string_view name_of(CallPattern::Shape shape) {
    return call_shapes[std::size_t(shape)];
}

template <>
std::span<std::string_view const> names_of<FieldType>() {
    return field_types;
}
template <>
std::span<std::string_view const> names_of<NameKind>() {
    return name_kinds;
}
template <>
std::span<std::string_view const> names_of<ParameterType>() {
    return parameter_types;
}
template <>
std::span<std::string_view const> names_of<ParameterMeaning>() {
    return parameter_meanings;
}
template <>
std::span<std::string_view const> names_of<CallPattern::Shape>() {
    return call_shapes;
}

}  // namespace alyx::analyzer
