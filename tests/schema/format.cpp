// The description of the format, the reader and the packs agree.
#include <boost/json.hpp>
#include <boost/test/unit_test.hpp>
#include <set>

#include "analyzer/schema/embedded.hpp"
#include "analyzer/schema/enum_names.hpp"
#include "analyzer/schema/json_document.hpp"
#include "analyzer/schema/json_schema.hpp"

using namespace alyx::analyzer;
namespace json = boost::json;

namespace {

json::value format() {
    return json::parse(embedded_text("pack.schema.json"));
}

template <class Enum>
void check_enum(char const* pointer) {
    auto const document = format();
    auto const& listed = document.at_pointer(pointer).as_array();
    auto const names = names_of<Enum>();
    BOOST_REQUIRE(listed.size() == names.size());
    for (std::size_t i = 0; i < names.size(); ++i) BOOST_TEST(std::string_view(listed[i].as_string()) == names[i]);
}

/// Each schema in a JSON Schema, and those in it.
template <class Visit>
void visit_schemas(json::value const& value, Visit const& visit) {
    if (!value.is_object()) return;
    auto const& schema = value.get_object();
    visit(schema);
    for (auto key : {"properties", "$defs"})
        if (auto const* inner = schema.if_contains(key))
            for (auto const& member : inner->as_object()) visit_schemas(member.value(), visit);
    for (auto key : {"items", "additionalProperties", "propertyNames"})
        if (auto const* inner = schema.if_contains(key)) visit_schemas(*inner, visit);
    if (auto const* inner = schema.if_contains("prefixItems"))
        for (auto const& item : inner->as_array()) visit_schemas(item, visit);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(the_format_of_packs)

BOOST_AUTO_TEST_CASE(uses_only_keywords_that_are_checked) {
    std::set<std::string> const known = {
        "$schema",       "$defs",   "title",       "description",  // say nothing of values
        "$ref",          "type",    "enum",        "required",    "properties", "additionalProperties",
        "propertyNames", "items",   "prefixItems", "minItems",    "maxItems",   "uniqueItems",
        "minLength",     "minimum", "maximum"};
    visit_schemas(format(), [&](json::object const& schema) {
        for (auto const& member : schema) BOOST_TEST(known.contains(std::string(member.key())), member.key());
    });
}

BOOST_AUTO_TEST_CASE(describes_every_property) {
    auto const document = format();
    visit_schemas(document, [&](json::object const& schema) {
        auto const* properties = schema.if_contains("properties");
        if (!properties) return;
        for (auto const& member : properties->as_object()) {
            auto const* property = &member.value().as_object();
            if (!property->contains("description") && property->contains("$ref"))
                property =
                    &document.at_pointer(std::string_view(property->at("$ref").as_string()).substr(1)).as_object();
            BOOST_TEST(property->contains("description"), member.key() << " has no description");
        }
    });
}

BOOST_AUTO_TEST_CASE(spells_enumerations_as_the_reader_does) {
    check_enum<FieldType>("/$defs/class/properties/type/enum");
    check_enum<NameKind>("/$defs/member/properties/kind/enum");
    check_enum<ParameterType>("/$defs/parameter/properties/type/enum");
    check_enum<ParameterMeaning>("/$defs/parameter/properties/meaning/enum");
    check_enum<CallPattern::Shape>("/$defs/call/properties/shape/enum");
}

BOOST_AUTO_TEST_CASE(describes_every_embedded_pack) {
    std::size_t packs = 0;
    for (auto const& file : embedded_files()) {
        if (file.name == "pack.schema.json") continue;
        ++packs;
        Problems problems(file.name);
        check_json(json::parse(file.text), format(), problems);
        check_duplicate_keys(file.text, problems);
        for (auto const& failure : problems.take()) BOOST_ERROR(failure.to_string());
    }
    BOOST_TEST(packs == 5u);
}

BOOST_AUTO_TEST_SUITE_END()
