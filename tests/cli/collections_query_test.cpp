// Conditions of collections on the command line and in batches, as a user runs them.
#include <boost/json.hpp>
#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "tests/cli/folder.hpp"
#include "tests/cli/program.hpp"

namespace {

namespace json = boost::json;

struct Row {
    char const* row;   ///< without its dialect
    char const* said;  ///< codes, with blanks between
};
std::ostream& operator<<(std::ostream& out, Row const& row) {
    return out << row.row;
}

Row const rows[] = {
    {R"~("lookups": {"pub__ne": 5})~", "AQ711"},
    {R"~("lookups": {"pub__iexact": 1})~", "AQ711"},
    {R"~("lookups": {"sub__missing": 1})~", ""},
    {R"~("lookups": {"s__upper": "SN76"})~", ""},
    {R"~("lookups": {"status__not_in": ["A"], "cost__gte": 3.5, "name": "x"})~", ""},
    {R"~("lookups": {"is_in": [1, 2]})~", ""},
    {R"~("lookups": {"in": [1, 2]})~", "AQ704"},
    {R"~("lookups": {"not_is_in": [1, 2], "x__is_in": [3]})~", ""},
    {R"~("lookups": {"a__gt__lt": 3})~", "AQ715"},
    {R"~("lookups": {"a__0": 3})~", "AQ716"},
    {R"~("lookups": {"sub_dict__anumber_gt": 50})~", "AQ713"},
    {R"~("lookups": {"not_status": "A"})~", "AQ714"},
    {R"~("lookups": {"items": 5, "collection": 1})~", "AQ717 AQ717"},
    {R"~("lookups": {"name__match": "["})~", "AQ721"},
    {R"~("lookups": {"name__search": "(?i)ks", "match": "a+"})~", ""},
    {R"~("lookups": {"name__in": "abc"})~", "AQ723"},
    {R"~("lookups": {"name__startswith": 5, "age__in": 5})~", "AQ722 AQ722"},
    {R"~("lookups": {"cost__le": 3})~", "AQ741"},
    {R"~("lookups": {"name__GT": 3, "not__name": 3})~", "AQ711 AQ714"},
    {R"~("lookups": {"in_": [1]})~", "AQ711"},
    {R"~("lookups": {"a": 1}, "method": "find_al_where")~", "AQ701"},
    {R"~("call": "entries.find_al_where(a=1)")~", "AQ701"},
    {R"~("call": "entries.findAllWhere(a=1)")~", "AQ701"},
    {R"~("call": "assert entries.find_all_where(a=1)")~", "AQ731"},
    {R"~("call": "x = entries.find_all_where(a=1)\nprint(len(x))")~", "AQ732"},
    {R"~("call": "pub__ne=5, status='A'")~", "AQ711"},
    {R"~("lookups": {"cost__le": 3, "name__match": "*"})~", "AQ721"},
    {R"~("call": "entries.find_all_where(name__startswith(\"SN76\"))")~", "AQ702"},
    {R"~("call": "entries.filter(pub_date__lte=datetime.now())")~", "AQ701"},
    {R"~("call": "entries.find_all_where(in=[4, 5])")~", "AQ704"},
    {R"~("call": "entries.find_all_where(**{'in': [4, 5]})")~", ""},
    {R"~("call": "entries.find_one_where(5)")~", "AQ703"},
    {R"~("call": "len(entries.find_all_where(a=1))")~", "AQ732"},
    {R"~("call": "entries.find_all_where(a=1)[0]")~", "AQ733"},
    {R"~("call": "if entries.find_all_where(a=1): pass")~", "AQ731"},
    {R"~("call": "bool(entries.find_all_where(a=1))")~", "AQ731"},
    {R"~("call": "list(entries.find_all_where(a=1))[0]")~", ""},
    {R"~("call": "find_all_where(pub__ne=5)")~", "AQ711"},
};

std::string codes(json::value const& answer) {
    std::string all;
    for (auto const& one : answer.at("diagnostics").as_array())
        all += (all.empty() ? "" : " ") + std::string(one.at("rule").as_string());
    return all;
}

}  // namespace

BOOST_DATA_TEST_CASE(batches_hold_conditions_of_collections, boost::unit_test::data::make(rows), r) {
    auto ran = run({"query", "--batch"}, "{\"id\": 7, \"dialect\": \"collections\", " + std::string(r.row) + "}\n");
    auto const answer = json::parse(ran.out);
    BOOST_TEST(answer.at("id") == 7);
    BOOST_TEST(codes(answer) == r.said, ran.out);
}

BOOST_AUTO_TEST_CASE(rows_of_collections_say_where_and_what_is_raised) {
    auto ran = run({"query", "--batch"},
                   "{\"dialect\": \"collections\", \"lookups\": {\"n\u00e4me__match\": \"\u00e4[\"}}\n"
                   "{\"dialect\": \"collections\", \"call\": \"x.filter(a=1)\"}\n"
                   "{\"dialect\": \"collections\", \"lookups\": []}\n"
                   "{\"dialect\": \"collections\", \"call\": \"1 + 1\"}\n"
                   "{\"dialect\": \"collections\"}\n");
    std::vector<json::value> answers;
    for (std::size_t begin = 0, end; (end = ran.out.find('\n', begin)) != std::string::npos; begin = end + 1)
        answers.push_back(json::parse(std::string_view(ran.out).substr(begin, end - begin)));
    BOOST_REQUIRE(answers.size() == 5u);
    auto const& pattern = answers[0].at("diagnostics").at(0);
    BOOST_TEST(pattern.at("effect") == "refused");
    BOOST_TEST(pattern.at("parameter") == "n\xC3\xA4me__match");
    BOOST_TEST((pattern.at("span") == json::value{1, 2}));
    BOOST_TEST(pattern.at("server").at("exception") == "re.error");
    auto const& method = answers[1].at("diagnostics").at(0);
    BOOST_TEST((method.at("span") == json::value{2, 8}));
    BOOST_TEST(method.at("server").at("exception") == "AttributeError");
    for (std::size_t i = 2; i < 5; ++i) BOOST_TEST(answers[i].as_object().contains("failure"));
}

BOOST_AUTO_TEST_CASE(query_judges_conditions_of_a_collection) {
    auto ran = run({"query", "--dialect", "collections", "entries.find_all_where(pub__ne=5)"});
    BOOST_TEST(ran.code == 1);
    BOOST_TEST(has(ran.out, "`pub` itself is compared for equality"), ran.out);
    BOOST_TEST(has(ran.out, "not_eq"), ran.out);
    BOOST_TEST(run({"query", "--dialect", "collections", "pub__ne=5"}).code == 1);
    BOOST_TEST(run({"query", "--dialect", "collections", "pub__not_eq=5"}).code == 0);
}

BOOST_AUTO_TEST_CASE(mistakes_of_conditions_are_mended_in_scripts) {
    Folder folder;
    folder.write("entries.py",
                 "entries.find_all_where(serial__startswith(\"SN76\"), pub__ne=5, sub__number_gt=3)\n"
                 "entries.filter(cost__le=3)\n"
                 "entries.find_one_where(in=[1, 2], not_status=4)\n");
    folder.run({"--fix", "--unsafe-fixes", "."});
    BOOST_TEST(folder.read("entries.py") ==
               "entries.find_all_where(serial__startswith=\"SN76\", pub__not_eq=5, sub__number__gt=3)\n"
               "entries.find_all_where(cost__lte=3)\n"
               "entries.find_one_where(is_in=[1, 2], status__not_eq=4)\n");
}
