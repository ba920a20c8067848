// The pack of Alyx holds what the real server has.
#include <algorithm>
#include <boost/test/unit_test.hpp>

#include "analyzer/schema/embedded.hpp"
#include "analyzer/schema/pack.hpp"

using namespace alyx::analyzer;

namespace {

Schema const& alyx_schema() {
    return *built_in_schema("alyx");
}

Name const& name_at(std::string_view model, std::string_view name) {
    auto const* found = alyx_schema().find_model(model);
    if (!found || !found->find(name)) throw std::runtime_error("no such name");
    return *found->find(name);
}

Parameter const& parameter_at(std::string_view endpoint, std::string_view name) {
    auto const* found = alyx_schema().find_endpoint(endpoint);
    if (!found || !found->find(name)) throw std::runtime_error("no such parameter");
    return *found->find(name);
}

CallPattern const& call(std::string_view callee) {
    auto const& calls = alyx_schema().calls;
    auto const at = std::find_if(calls.begin(), calls.end(), [&](auto const& c) { return c.callee == callee; });
    if (at == calls.end()) throw std::runtime_error("no such call");
    return *at;
}

bool contains(std::vector<std::string> const& texts, std::string_view text) {
    return std::find(texts.begin(), texts.end(), text) != texts.end();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(the_pack_of_alyx)

BOOST_AUTO_TEST_CASE(is_without_fault) {
    auto const read = read_pack("alyx.json", embedded_text("alyx.json"));
    if (!read)
        for (auto const& failure : read.error()) BOOST_ERROR(failure.to_string());
    BOOST_TEST(read.has_value());
}

BOOST_AUTO_TEST_CASE(is_built_in_and_read_once) {
    auto const services = built_in_services();
    BOOST_TEST(std::count(services.begin(), services.end(), "alyx") == 1);
    BOOST_TEST(built_in_schema("alyx") == built_in_schema("alyx"));
    BOOST_TEST(!built_in_schema("django"));
    BOOST_TEST(!built_in_schema("base/django"));
}

BOOST_AUTO_TEST_CASE(has_all_models_and_names) {
    std::size_t names = 0, keys = 0, hidden = 0, generic = 0, listed = 0;
    for (auto const& model : alyx_schema().models)
        for (auto const& name : model->names) {
            ++names;
            keys += name.name == "pk";
            hidden += name.hidden;
            generic += name.kind == NameKind::generic_foreign_key;
            listed += !name.hidden && name.name != "pk";
        }
    BOOST_TEST(alyx_schema().models.size() == 102u);
    BOOST_TEST(names == 1227u);
    BOOST_TEST(keys == 102u);
    BOOST_TEST(hidden == 66u);
    BOOST_TEST(generic == 3u);
    BOOST_TEST(listed == 1059u);
}

BOOST_AUTO_TEST_CASE(has_all_endpoints_and_parameters) {
    std::size_t parameters = 0, queries = 0, models = 0, paged = 0;
    for (auto const& endpoint : alyx_schema().endpoints) {
        parameters += endpoint->parameters.size();
        queries += endpoint->has_query;
        models += endpoint->model != nullptr;
        paged += endpoint->paging == std::vector<std::string>{"limit", "offset"};
    }
    BOOST_TEST(alyx_schema().endpoints.size() == 39u);
    BOOST_TEST(parameters == 364u);
    BOOST_TEST(queries == 22u);
    BOOST_TEST(models == 33u);
    BOOST_TEST(paged == 33u);
    BOOST_TEST(alyx_schema().client_endpoints.size() == 3u);
}

BOOST_AUTO_TEST_CASE(is_ordered_for_searching) {
    auto const& schema = alyx_schema();
    for (auto const& model : schema.models) {
        BOOST_TEST(schema.find_model(model->label) == model.get());
        BOOST_TEST(std::is_sorted(model->names.begin(), model->names.end(),
                                  [](auto const& a, auto const& b) { return a.name < b.name; }));
        for (auto const& name : model->names) BOOST_TEST(model->find(name.name) == &name);
    }
    for (auto const& endpoint : schema.endpoints) BOOST_TEST(schema.find_endpoint(endpoint->name) == endpoint.get());
    for (auto const& field_class : schema.classes)
        BOOST_TEST(schema.find_class(field_class->name) == field_class.get());
    BOOST_TEST(!schema.find_model(""));
    BOOST_TEST(!schema.find_endpoint("session"));
}

BOOST_AUTO_TEST_CASE(gives_an_ambiguous_name_to_the_model_that_is_listed) {
    BOOST_TEST(alyx_schema().find_model("Session")->label == "actions.Session");
    BOOST_TEST(alyx_schema().find_model("sessions.Session")->label == "sessions.Session");
    BOOST_TEST(alyx_schema().find_model("Revision")->label == "data.Revision");
}

BOOST_AUTO_TEST_CASE(knows_every_name_completely) {
    for (auto const& model : alyx_schema().models) {
        BOOST_REQUIRE(model->key);
        for (auto const& name : model->names) {
            BOOST_TEST_CONTEXT(model->label << "." << name.name) {
                BOOST_REQUIRE(name.field_class);
                bool const relation = name.field_class->type == FieldType::relation;
                bool const generic = name.kind == NameKind::generic_foreign_key;
                BOOST_TEST(relation == (name.kind != NameKind::field));
                BOOST_TEST(name.is_relation() == (relation && !generic));
                if (name.is_relation()) {
                    BOOST_REQUIRE(name.value_class);
                    BOOST_TEST((name.value_class->type != FieldType::relation));
                }
                BOOST_TEST((name.item_class != nullptr) == (name.field_class->type == FieldType::array));
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(has_the_relations_of_sessions) {
    auto const& datasets = name_at("actions.Session", "data_dataset_session_related");
    BOOST_TEST((datasets.kind == NameKind::reverse_foreign_key));
    BOOST_TEST(datasets.multi_valued);
    BOOST_TEST(datasets.target->label == "data.Dataset");
    BOOST_TEST(datasets.field_class->name == "ManyToOneRel");
    BOOST_TEST(!datasets.help.empty());
    auto const& subject = name_at("actions.Session", "subject_id");
    BOOST_TEST(subject.alias);
    BOOST_TEST(!subject.null);
    BOOST_TEST(subject.target->label == "subjects.Subject");
    BOOST_TEST(subject.value_class->name == "UUIDField");
    BOOST_TEST(name_at("actions.Session", "users").field_class->name == "ForeignKey");
    BOOST_TEST(name_at("actions.Session", "Session_users+").hidden);
    BOOST_TEST(name_at("actions.Session", "session").target->label == "actions.Session");
}

BOOST_AUTO_TEST_CASE(has_the_unusual_names) {
    BOOST_TEST(name_at("experiments.BrainRegion", "parent").field_class->name == "TreeForeignKey");
    BOOST_TEST(name_at("experiments.BrainRegion", "parent").value_class->name == "IntegerField");
    BOOST_TEST((name_at("data.DatasetType", "filename_pattern").field_class->type == FieldType::nullable_text));
    BOOST_TEST(name_at("experiments.ChronicInsertion", "pk").field_class->name == "OneToOneField");
    BOOST_TEST(name_at("experiments.ProbeInsertion", "chronic_insertion").value_class->name == "UUIDField");
    BOOST_TEST(name_at("experiments.FOVLocation", "n_xyz").item_class->name == "IntegerField");
    BOOST_TEST((name_at("data.Dataset", "content_object").kind == NameKind::generic_foreign_key));
    BOOST_TEST(name_at("actions.Session", "name").max_length == 255u);
}

BOOST_AUTO_TEST_CASE(has_choices_with_numbers_and_with_letters) {
    auto const& qc = name_at("actions.Session", "qc").choices;
    BOOST_REQUIRE(qc.size() == 5u);
    BOOST_TEST(std::get<std::int64_t>(qc.front().code) == 50);
    BOOST_TEST(qc.front().label == "CRITICAL");
    auto const& sex = name_at("subjects.Subject", "sex").choices;
    BOOST_REQUIRE(sex.size() == 3u);
    BOOST_TEST(std::get<std::string>(sex.front().code) == "M");
}

BOOST_AUTO_TEST_CASE(has_the_bounds_of_integer_columns) {
    auto const& schema = alyx_schema();
    auto const bounds = [&](char const* name) { return schema.find_class(name)->bounds; };
    BOOST_TEST(bounds("SmallIntegerField").low == -32768);
    BOOST_TEST(bounds("PositiveSmallIntegerField").low == 0);
    BOOST_TEST(bounds("PositiveIntegerField").high == 2147483647);
    BOOST_TEST(bounds("AutoField").low == -2147483648LL);
    BOOST_TEST(bounds("IntegerField").high == 2147483647);
    BOOST_TEST(bounds("BigIntegerField").high == INT64_MAX);
    BOOST_TEST(bounds("BigIntegerField").low == INT64_MIN);
}

BOOST_AUTO_TEST_CASE(says_what_parameters_mean) {
    BOOST_TEST(parameter_at("sessions", "subject").path == "subject__nickname__iexact");
    BOOST_TEST((parameter_at("sessions", "qc").meaning == ParameterMeaning::label));
    BOOST_TEST(parameter_at("sessions", "qc").choices.size() == 5u);
    BOOST_TEST(!parameter_at("sessions", "qc").lazy_labels);
    BOOST_TEST(parameter_at("fov-location", "provenance").lazy_labels);
    BOOST_TEST(parameter_at("sessions", "extended_qc").path == "extended_qc__");
    BOOST_TEST((parameter_at("sessions", "date_range").meaning == ParameterMeaning::date_range));
    BOOST_TEST((parameter_at("sessions", "users").meaning == ParameterMeaning::all_of));
    BOOST_TEST((parameter_at("sessions", "django").meaning == ParameterMeaning::query));
    BOOST_TEST((parameter_at("sessions", "dataset_qc_lte").meaning == ParameterMeaning::quality));
    BOOST_TEST(parameter_at("insertions", "dataset_qc_lte").choices.size() == 5u);
    BOOST_TEST((parameter_at("brain-regions", "ancestors").meaning == ParameterMeaning::tree_node));
    BOOST_TEST((parameter_at("sessions", "histology").type == ParameterType::boolean));
    BOOST_TEST((parameter_at("sessions", "histology").meaning == ParameterMeaning::opaque));
    BOOST_TEST((parameter_at("datasets", "tags").type == ParameterType::key_text));
    BOOST_TEST(parameter_at("datasets", "session").target->label == "actions.Session");
    BOOST_TEST((parameter_at("data-notices", "datasets").type == ParameterType::uuids));
    BOOST_TEST(parameter_at("fov-location", "x").path == "x__contains");
}

BOOST_AUTO_TEST_CASE(lets_none_pass_where_it_is_among_the_choices) {
    auto const& choices = parameter_at("subjects", "actual_severity").choices;
    auto const is_none = [](Choice const& c) { return c.code == std::variant<std::int64_t, std::string>("None"); };
    BOOST_TEST(std::count_if(choices.begin(), choices.end(), is_none) == 1);
    BOOST_TEST(name_at("subjects.Subject", "actual_severity").choices.size() == 5u);
}

BOOST_AUTO_TEST_CASE(keeps_parameters_in_the_order_of_the_servers_errors) {
    auto const& parameters = alyx_schema().find_endpoint("sessions")->parameters;
    auto const position = [&](std::string_view name) {
        return std::find_if(parameters.begin(), parameters.end(), [&](auto const& p) { return p.name == name; }) -
               parameters.begin();
    };
    BOOST_TEST(position("id") == 0);
    BOOST_TEST(position("django") < position("date_range"));
}

BOOST_AUTO_TEST_CASE(says_what_the_client_makes_of_endpoints) {
    auto const& schema = alyx_schema();
    BOOST_TEST(!schema.find_endpoint("data-notices")->client_actions);
    BOOST_TEST(contains(*schema.find_endpoint("water-type")->client_actions, "create_0"));
    BOOST_TEST(!contains(schema.find_endpoint("water-type")->actions, "read"));
    BOOST_TEST(!schema.find_endpoint("register-file")->model);
    BOOST_TEST(contains(schema.find_endpoint("sessions")->body_fields, "task_protocol"));
    BOOST_TEST(schema.find_endpoint("subjects")->id_field == "nickname");
    BOOST_TEST(schema.find_endpoint("subjects")->id_type == "str");
    BOOST_TEST(schema.find_endpoint("brain-regions")->id_type == "int");
    BOOST_TEST(schema.find_endpoint("chronic-insertions")->id_type == "uuid");
    BOOST_TEST(schema.find_endpoint("datasets")->annotations.size() == 2u);
}

BOOST_AUTO_TEST_CASE(knows_the_name_that_projects_had) {
    auto const& renames = alyx_schema().renames;
    BOOST_TEST(renames.size() == 4u);
    for (auto const& rename : renames) {
        BOOST_TEST(rename.from == "project");
        BOOST_TEST(rename.model->find(rename.to));
        BOOST_TEST(rename.since == "2022-06");
    }
}

BOOST_AUTO_TEST_CASE(knows_the_calls_of_the_client) {
    auto const& rest = call("rest");
    BOOST_TEST((rest.arguments == std::vector<std::string>{"url", "action", "id", "data", "files", "no_cache"}));
    BOOST_TEST(rest.receivers.empty());
    BOOST_TEST(rest.endpoint_argument == "url");
    BOOST_TEST(rest.action_argument == "action");
    BOOST_TEST(contains(rest.client, "expires"));
    BOOST_TEST(contains(rest.harmless, "clobber"));
    auto const& search = call("search");
    BOOST_TEST(search.endpoint == "sessions");
    BOOST_TEST(search.endpoint_argument == "");
    BOOST_TEST(search.terms.size() == 8u);
    BOOST_TEST(contains(search.remote_only, "django"));
    BOOST_TEST(!search.always_remote);
    auto const& insertions = call("search_insertions");
    BOOST_TEST(insertions.always_remote);
    BOOST_TEST(insertions.renamed.size() == 2u);
    BOOST_TEST(insertions.appended.front().second == "datasets__name__icontains");
    BOOST_TEST((call("get").shape == CallPattern::Shape::url));
    BOOST_TEST(contains(call("patch").receivers, "alyx"));
    BOOST_TEST(call("json_field_update").field_argument == "field_name");
}

BOOST_AUTO_TEST_SUITE_END()
