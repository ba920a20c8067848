// The pack of ftrack: entity types, what they inherit, their keys.
#include <boost/test/unit_test.hpp>

#include "analyzer/schema/entity_types.hpp"
#include "analyzer/schema/pack.hpp"

using namespace alyx::analyzer;

namespace {

Schema const& pack() {
    static auto const schema = built_in_schema("ftrack");
    BOOST_REQUIRE(schema);
    return *schema;
}

Model const& type(std::string_view name) {
    auto const* found = pack().find_model(name);
    BOOST_REQUIRE_MESSAGE(found, name);
    return *found;
}

EntityType const& entity(std::string_view name) {
    return entity_type(pack(), type(name));
}

FilterDoubt doubt(std::string_view owner, std::string_view name) {
    auto const* found = type(owner).find(name);
    BOOST_REQUIRE_MESSAGE(found, name);
    return doubt_about(pack(), *found);
}

std::vector<std::string> subtypes(std::string_view name) {
    std::vector<std::string> names;
    for (auto const* subtype : entity(name).subtypes) names.push_back(subtype->name);
    std::sort(names.begin(), names.end());
    return names;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(the_ftrack_pack)

BOOST_AUTO_TEST_CASE(has_all_entity_types) {
    auto const schema = built_in_schema("ftrack");
    BOOST_TEST(schema->models.size() == 133u);
    std::size_t attributes = 0;
    for (auto const& model : schema->models) attributes += model->names.size();
    BOOST_TEST(attributes == 1608u);
}

BOOST_AUTO_TEST_CASE(inherits_attributes) {
    BOOST_TEST(entity("Task").base == &type("TypedContext"));
    BOOST_TEST(entity("TypedContext").base == &type("Context"));
    BOOST_TEST(type("Task").find("status")->target == &type("Status"));
    BOOST_TEST(type("Task").find("timelogs")->multi_valued);
    BOOST_TEST(!type("Project").find("status")->is_relation());
    BOOST_TEST(!type("Context").find("status"));
    auto const user = std::vector<std::string>{"BaseUser", "Collaborator", "Group", "User"};
    BOOST_TEST(subtypes("Resource") == user);
    BOOST_TEST(subtypes("Task").empty());
}

BOOST_AUTO_TEST_CASE(knows_keys_choices_and_doubts) {
    BOOST_TEST(type("Task").key->name == "id");
    BOOST_TEST(entity("Task").keys.empty());
    BOOST_REQUIRE(entity("Metadata").keys.size() > 1u);
    BOOST_TEST(type("Metadata").key == entity("Metadata").keys.front());
    BOOST_TEST(type("Job").find("status")->choices.size() == 4u);
    BOOST_TEST((doubt("Task", "thumbnail_url") == FilterDoubt::computed));
    BOOST_TEST((doubt("Task", "bid") == FilterDoubt::none));
    BOOST_TEST(entity("Task").is_grouped);
    BOOST_TEST(!entity("Status").is_grouped);
    BOOST_TEST(entity("Task").default_projections.size() == 3u);
}

BOOST_AUTO_TEST_CASE(is_extended_by_the_packs_of_workspaces) {
    auto const read = read_pack("studio.json", R"({"service": "studio", "dialect": "ftrack", "extends": "ftrack",
        "models": {"Sculpt": {"base": "TypedContext", "names": {}},
                   "Task": {"names": {"vendor": {"class": "string"}}}}})");
    if (!read)
        for (auto const& failure : read.error()) BOOST_ERROR(failure.to_string());
    BOOST_REQUIRE(read.has_value());
    auto const& studio = **read;
    BOOST_TEST(studio.service == "studio");
    BOOST_TEST(studio.models.size() == pack().models.size() + 1);
    BOOST_TEST(studio.calls.size() == pack().calls.size());
    auto const* sculpt = studio.find_model("Sculpt");
    auto const* task = studio.find_model("Task");
    BOOST_REQUIRE((sculpt && task));
    BOOST_TEST(sculpt->find("bid"));
    BOOST_TEST((entity_type(studio, *sculpt).base == studio.find_model("TypedContext")));
    BOOST_TEST(task->find("vendor"));
    BOOST_TEST(task->find("assignments"));
    BOOST_TEST(!type("Task").find("vendor"));
}

BOOST_AUTO_TEST_CASE(may_not_be_extended_with_nonsense) {
    auto const read = read_pack("studio.json", R"({"service": "studio", "dialect": "ftrack", "extends": "ftrac",
        "models": {"Sculpt": {"base": "TypedContext", "names": {}}}})");
    BOOST_REQUIRE(!read);
    BOOST_TEST(read.error().front().remedy == "did you mean `ftrack`?");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(packs_with_bases)

BOOST_AUTO_TEST_CASE(a_circle_of_bases_is_reported) {
    auto read =
        read_pack("circle.json", R"({"service": "s", "dialect": "ftrack", "classes": {"string": {"type": "text"}},
        "models": {"A": {"base": "B", "names": {"id": {"class": "string"}}},
                   "B": {"base": "A", "names": {"id": {"class": "string"}}}}})");
    BOOST_REQUIRE(!read);
    BOOST_TEST(read.error().front().reason == "its `base` leads in a circle");
}

BOOST_AUTO_TEST_CASE(a_missing_base_or_key_is_reported) {
    auto read =
        read_pack("broken.json", R"({"service": "s", "dialect": "ftrack", "classes": {"string": {"type": "text"}},
        "models": {"Thing": {"base": "Thng", "keys": ["id", "nme"], "names": {"id": {"class": "string"}}}}})");
    BOOST_REQUIRE(!read);
    BOOST_REQUIRE(read.error().size() == 2u);
    BOOST_TEST(read.error()[0].reason == "there is no model `Thng`");
    BOOST_TEST(read.error()[0].remedy == "did you mean `Thing`?");
    BOOST_TEST(read.error()[1].reason == "the key `nme` is none of its names");
}

BOOST_AUTO_TEST_SUITE_END()
