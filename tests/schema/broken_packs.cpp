// Each way in which a pack can be wrong is reported with its place, the reason and, where there is one, the remedy.
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <ostream>

#include "analyzer/schema/pack.hpp"
#include "tests/schema/small_pack.hpp"

using namespace alyx::analyzer;

namespace {

/// The small pack with one passage changed, and what is to be said of it first (some mistakes make others).
struct Broken {
    char const* passage;
    char const* instead;
    char const* place;
    char const* reason;
    char const* remedy = "";
};

std::ostream& operator<<(std::ostream& out, Broken const& broken) {
    return out << broken.instead;
}

std::string changed(std::string_view passage, std::string_view instead) {
    std::string text(small_pack);
    auto const at = text.find(passage);
    if (at == std::string::npos) throw std::runtime_error("the small pack has no such passage");
    return text.replace(at, passage.size(), instead);
}

std::vector<Failure> failures_of(std::string_view text) {
    auto read = read_pack("shop.json", text);
    return read ? std::vector<Failure>{} : std::move(read.error());
}

// clang-format off
Broken const broken[] = {
    // Not JSON
    {R"("orders": {)", R"("orders": [)", "32:14", "this is not JSON: syntax error"},
    {"\"service\": \"shop\",", "\"service\": \"shop\"", "3:3", "this is not JSON: syntax error"},
    // Not of the format
    {R"("service": "shop",)", "", "", "`service` is missing"},
    {R"("service": "shop")", R"("service": 7)", "service", "expected a string, found an integer"},
    {R"("service": "shop")", R"("service": "")", "service", "this text is empty"},
    {R"("paging")", R"("pagin")", "pagin", "unknown key `pagin`", "did you mean `paging`?"},
    {R"("kind": "foreign_key")", R"("kind": "foreignkey")", "models[\"shop.Order\"].names.customer.kind", "unknown value \"foreignkey\"", "did you mean `foreign_key`?"},
    {R"("shape": "rest")", R"("shape": "soap")", "calls[0].shape", "unknown value \"soap\"", "one of rest, search, url, json_field, query"},
    {R"([0, "OPEN"])", R"([0])", "models[\"shop.Order\"].names.state.choices[0]", "too short: 1 of at least 2"},
    {R"([0, "OPEN"])", R"([0, "OPEN", 1])", "models[\"shop.Order\"].names.state.choices[0][2]", "one too many: there are 2 items"},
    {R"([0, "OPEN"])", R"([0.5, "OPEN"])", "models[\"shop.Order\"].names.state.choices[0][0]", "expected an integer or a string, found a number"},
    {R"([0, "OPEN"])", R"([18446744073709551615, "OPEN"])", "models[\"shop.Order\"].names.state.choices[0][0]", "this number does not fit 64 bits"},
    {R"("max_length": 20)", R"("max_length": 0)", "models[\"shop.Customer\"].names.code.max_length", "too small: at least 1"},
    {R"("max_length": 20)", R"("max_length": 4294967296)", "models[\"shop.Customer\"].names.code.max_length", "too large: at most 4294967295"},
    {R"(["page"])", R"(["page", "page"])", "paging[1]", "\"page\" stands here twice"},
    {R"({"name": "customer", "type": "key"})", R"({"type": "key"})", "endpoints.orders.parameters[0]", "`name` is missing"},
    {R"("models": ["shop.Order"], )", R"("models": [], )", "renames[0].models", "too short: 0 of at least 1"},
    {R"("paging")", R"("relation_classes": {"m2m": "X"}, "paging")", "relation_classes.m2m", "unknown value \"m2m\"", "one of foreign_key, one_to_one, many_to_many, reverse_foreign_key, reverse_one_to_one, reverse_many_to_many, generic_foreign_key"},
    // Said twice
    {R"("paging": ["page"])", R"("service": "shop", "paging": ["page"])", "service", "this key stands twice in its object", "keep one of them"},
    {R"("placed")", R"("state")", "models[\"shop.Order\"].names.state", "this key stands twice in its object", "keep one of them"},
    {R"({"name": "state", "meaning": "label"})", R"({"name": "a", "name": "state", "meaning": "label"})", "endpoints.orders.parameters[1].name", "this key stands twice in its object", "keep one of them"},
    {R"({"name": "filter")", R"({"name": "customer"}, {"name": "filter")", "endpoints.orders.parameters[2].name", "the parameter `customer` stands here twice"},
    {R"([1, "PAID"])", R"([0, "PAID"])", "models[\"shop.Order\"].names.state.choices[1]", "this choice stands here twice"},
    // Leading nowhere
    {R"("extends": "django")", R"("extends": "djanog")", "extends", "there is no base pack `djanog`", "did you mean `django`?"},
    {R"("to": "shop.Customer")", R"("to": "shop.Custmer")", "models[\"shop.Order\"].names.customer.to", "there is no model `shop.Custmer`", "did you mean `shop.Customer`?"},
    {R"("class": "DateTimeField")", R"("class": "DateTimefield")", "models[\"shop.Order\"].names.placed.class", "there is no class `DateTimefield`", "did you mean `DateTimeField`?"},
    {R"("orders": {)", R"("/orders/": {)", "endpoints[\"/orders/\"]", "the name of an endpoint begins or ends with a slash", "write it without"},
    {R"("items": "CharField")", R"("items": "Text")", "models[\"shop.Item\"].names.tags.items", "there is no class `Text`", "did you mean `TextField`?"},
    {R"("class": "DateTimeField")", R"("class": "Moment")", "models[\"shop.Order\"].names.placed.class", "there is no class `Moment`", "say its type in `classes`"},
    {R"("key": "code")", R"("key": "id")", "models[\"shop.Customer\"]", "the key `id` is none of its names", "name another `key`"},
    {R"("model": "shop.Order")", R"("model": "Order")", "endpoints.orders.model", "there is no model `Order`", "did you mean `shop.Order`?"},
    {R"("actions": ["list"])", R"("id_field": "name")", "endpoints.customers.id_field", "`name` is no name of shop.Customer"},
    {R"("models": ["shop.Order"], )", R"("models": ["shop.Ordr"], )", "renames[0].models[0]", "there is no model `shop.Ordr`", "did you mean `shop.Order`?"},
    {R"("to": "customer"})", R"("to": "client"})", "renames[0].to", "`client` is no name of shop.Order"},
    {R"("from": "buyer")", R"("from": "state")", "renames[0].from", "`state` still is a name of shop.Order"},
    {R"("arguments": ["endpoint", "action"])", R"("arguments": ["endpoint"], "id_argument": "id")", "calls[0].id_argument", "`id` is none of the call's `arguments`"},
    {R"("arguments": ["endpoint", "action"])", R"("endpoint": "order")", "calls[0].endpoint", "there is no endpoint `order`"},
    {R"("arguments": ["endpoint", "action"])", R"("endpoint": "orders", "renamed": {"nr": "number"})", "calls[0].renamed.nr", "`number` is no parameter of orders"},
    {R"("arguments": ["endpoint", "action"])", R"("endpoint": "orders", "appended": {"item": "itms__id"})", "calls[0].appended.item", "`itms__id` begins with no name of shop.Order"},
    {R"("paging")", R"("usage": {"endpoints": {"order": 1}}, "paging")", "usage.endpoints.order", "`order` is no endpoint of this pack"},
    {R"("paging")", R"("usage": {"parameters": {"order": {"state": 1}}}, "paging")", "usage.parameters.order", "`order` is no endpoint of this pack"},
    {R"("paging")", R"("usage": {"parameters": {"orders": {"stat": 1}}}, "paging")", "usage.parameters.orders.stat", "`stat` is no parameter of orders"},
    {R"("paging")", R"("usage": {"names": {"shop.Ordr": {"state": 1}}}, "paging")", "usage.names[\"shop.Ordr\"]", "there is no model `shop.Ordr`", "did you mean `shop.Order`?"},
    {R"("paging")", R"("usage": {"names": {"shop.Order": {"stat": 1}}}, "paging")", "usage.names[\"shop.Order\"].stat", "`stat` is no name of shop.Order"},
    {R"("paging")", R"("usage": {"names": {"shop.Order": {"state": -1}}}, "paging")", "usage.names[\"shop.Order\"].state", "too small: at least 0"},
    {R"("paging")", R"("usage": {"lookups": {"words": {"in": 1}}}, "paging")", "usage.lookups.words", "unknown value \"words\"", "one of text, nullable_text, integer, number, boolean, uuid, date, datetime, time, json, array, relation"},
    {R"("paging")", R"("usage": {"keys": {"shop.Order": {"state": ["a"]}}}, "paging")", "usage.keys[\"shop.Order\"].state", "`state` is no JSON field of shop.Order"},
    // Not making sense
    {R"("class": "CharField", )", "", "models[\"shop.Customer\"].names.code", "a field needs a `class`", "or a `kind`, if it is a relation"},
    {R"("class": "CharField", )", R"("class": "ForeignKey", )", "models[\"shop.Customer\"].names.code.class", "`ForeignKey` is a class of relations", "say which `kind` it is"},
    {R"("class": "AutoField")", R"("class": "AutoField", "to": "shop.Item")", "models[\"shop.Order\"].names.id", "only relations lead `to` a model", "say which `kind` it is"},
    {R"("to": "shop.Customer", )", "", "models[\"shop.Order\"].names.customer", "a relation needs the model it leads `to`"},
    {R"(, "items": "CharField")", "", "models[\"shop.Item\"].names.tags", "an array needs the class of its `items`"},
    {R"("class": "UUIDField")", R"("class": "UUIDField", "items": "CharField")", "models[\"shop.Item\"].names.id", "only arrays have `items`"},
    {R"("to": "shop.Item", )", R"("to": "shop.Customer", )", "models[\"shop.Customer\"]", "several relations lead back as `orders`", "list the name here, or give them different ones"},
    {R"("paging")", R"("classes": {"Odd": {"type": "text", "bounds": [0, 1]}}, "paging")", "classes.Odd.bounds", "only integers have bounds"},
    {R"("paging")", R"("classes": {"Odd": {"type": "integer", "bounds": [2, 1]}}, "paging")", "classes.Odd.bounds", "the lower bound is above the upper one"},
    {R"("name": "state", "meaning")", R"("name": "state", "path": "placed", "meaning")", "endpoints.orders.parameters[1]", "its path leads to no field with choices", "list its `choices`"},
    {R"("name": "customer", "type": "key")", R"("name": "placed", "type": "key")", "endpoints.orders.parameters[0]", "its path leads to no model whose key it could be", "name the model in `to`"},
    {R"("query_parameter": "filter",)", "", "endpoints.orders.parameters[2]", "only the pack's `query_parameter` holds a query", "add \"query_parameter\": \"filter\""},
    {R"("model": "shop.Order",)", "", "endpoints.orders.parameters", "an endpoint without a model has no list, and so no parameters", "name its `model`"},
    {R"(, "arguments": ["endpoint", "action"])", "", "calls[0]", "neither a fixed `endpoint` nor `arguments` of which one is the endpoint"},
};
// clang-format on

}  // namespace

BOOST_AUTO_TEST_SUITE(a_broken_pack)

BOOST_DATA_TEST_CASE(is_refused_with_place_reason_and_remedy, boost::unit_test::data::make(broken), sample) {
    auto const failures = failures_of(changed(sample.passage, sample.instead));
    BOOST_REQUIRE(!failures.empty());
    BOOST_TEST(failures.front().file == "shop.json");
    BOOST_TEST(failures.front().place == sample.place);
    BOOST_TEST(failures.front().reason == sample.reason);
    BOOST_TEST(failures.front().remedy == sample.remedy);
}

BOOST_AUTO_TEST_CASE(is_told_all_that_is_wrong_with_it) {
    auto text = changed(R"("class": "AutoField")", R"("class": "Auto", "colour": 1)");
    text.replace(text.find("\"paging\""), 8, "\"limits\"");
    BOOST_TEST(failures_of(text).size() == 3u);
}

BOOST_AUTO_TEST_CASE(is_not_blamed_for_what_follows_from_a_wrong_name) {
    BOOST_TEST(failures_of(changed(R"("extends": "django")", R"("extends": "djanog")")).size() == 1u);
    BOOST_TEST(failures_of(changed(R"("to": "shop.Customer")", R"("to": "shop.Custmer")")).size() == 1u);
}

BOOST_AUTO_TEST_CASE(may_be_anything_at_all) {
    for (auto text : {"", " ", "null", "[]", "7", "{}", "{\"service\"", "\"a", "{} {}", "\xFF",
                      "{\"models\": 1, \"endpoints\": [], \"calls\": {}}"})
        BOOST_TEST_CONTEXT(text) {
            BOOST_TEST(!failures_of(text).empty());
        }
    BOOST_TEST(failures_of(std::string(100000, '[')).front().reason == "this is not JSON: too deep");
}

BOOST_AUTO_TEST_CASE(never_is_read_half_when_cut_short) {
    auto const end = small_pack.find_last_not_of("\n");
    for (std::size_t size = 0; size < end; ++size) BOOST_REQUIRE(!failures_of(small_pack.substr(0, size)).empty());
}

BOOST_AUTO_TEST_CASE(may_lead_keys_in_a_circle) {
    auto const text = R"({"service": "x", "dialect": "none", "classes": {"R": {"type": "relation"}}, "models": {
        "a.A": {"key": "b", "names": {"b": {"kind": "foreign_key", "class": "R", "to": "a.B"}}},
        "a.B": {"key": "a", "names": {"a": {"kind": "foreign_key", "class": "R", "to": "a.A"}}}}})";
    auto const failures = failures_of(text);
    BOOST_REQUIRE(failures.size() == 2u);
    BOOST_TEST(failures.front().reason == "its key leads in a circle");
}

BOOST_AUTO_TEST_SUITE_END()
