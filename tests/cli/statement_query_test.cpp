// `alyxlint query --dialect`, statements in batches, and in scripts, as a user runs them.
#include <boost/json.hpp>
#include <boost/test/unit_test.hpp>

#include "tests/cli/folder.hpp"
#include "tests/cli/program.hpp"

namespace {

namespace json = boost::json;

}  // namespace

BOOST_AUTO_TEST_CASE(query_judges_a_statement_in_its_dialect) {
    auto ran = run({"query", "--dialect", "ftrack", "Tasks where name is a"});
    BOOST_TEST(ran.code == 1);
    BOOST_TEST(has(ran.out, "--> query:1:1"), ran.out);
    BOOST_TEST(has(ran.out, "there is no entity type `Tasks`"), ran.out);
    BOOST_TEST(has(ran.out, "KeyError"), ran.out);
    BOOST_TEST(run({"query", "--dialect", "ftrack", "Task where name is a"}).code == 0);
    BOOST_TEST(run({"query", "--dialect", "ftrack", "Task where", "--output-format", "concise"}).code == 1);
    BOOST_TEST(run({"query", "--dialect", "sql", "Task"}).code == 2);
    BOOST_TEST(run({"query", "--dialect", "ftrack"}).code == 2);
}

BOOST_AUTO_TEST_CASE(batches_hold_statements_beside_requests) {
    auto ran = run({"query", "--batch"},
                   "{\"id\": 1, \"dialect\": \"ftrack\", \"query\": \"Task where näme is a and status is \\\"x\\\"\"}\n"
                   "{\"id\": 2, \"endpoint\": \"sessions\", \"django\": \"number,1\"}\n"
                   "{\"id\": 3, \"dialect\": \"alyx-filter\", \"endpoint\": \"sessions\", \"django\": \"nmber,1\"}\n"
                   "{\"id\": 4, \"dialect\": \"sql\", \"query\": \"x\"}\n"
                   "{\"id\": 5, \"dialect\": \"ftrack\"}\n"
                   "{\"id\": 6, \"dialect\": \"ftrack\", \"query\": \"Task limit 10 offset 5\"}\n");
    BOOST_TEST(ran.code == 2, "two of them are no queries");
    std::vector<json::value> answers;
    for (std::size_t begin = 0, end; (end = ran.out.find('\n', begin)) != std::string::npos; begin = end + 1)
        answers.push_back(json::parse(std::string_view(ran.out).substr(begin, end - begin)));
    BOOST_REQUIRE(answers.size() == 6u);
    auto const& first = answers[0].at("diagnostics").as_array();
    BOOST_REQUIRE(first.size() == 2u);
    BOOST_TEST(first[0].at("rule") == "AQ613");
    BOOST_TEST(first[0].at("effect") == "refused");
    BOOST_TEST(first[0].at("parameter") == "query");
    BOOST_TEST((first[0].at("span") == json::value{11, 15}));
    BOOST_TEST(first[1].at("rule") == "AQ621");
    BOOST_TEST((first[1].at("span") == json::value{25, 31}));
    BOOST_TEST(answers[1].at("diagnostics").as_array().empty());
    BOOST_TEST(answers[2].at("diagnostics").at(0).at("rule") == "AQ203");
    BOOST_TEST(has(std::string(answers[3].at("failure").as_string()), "sql"));
    BOOST_TEST(has(std::string(answers[4].at("failure").as_string()), "query"));
    BOOST_TEST(answers[5].at("diagnostics").as_array().empty());
}

BOOST_AUTO_TEST_CASE(scripts_hold_statements_without_configuration) {
    Folder folder;
    folder.write("shots.py",
                 "import ftrack_api\n"
                 "session = ftrack_api.Session()\n"
                 "name = 'Done'\n"
                 "session.query('Task where status.type.name is \"{}\"'.format(name)).all()\n"
                 "session.event_hub.subscribe('topic=ftrack.update and data.user.name=\"x\"')\n");
    auto ran = folder.run({"--output-format", "concise", "."});
    BOOST_TEST(ran.code == 1);
    BOOST_TEST(has(ran.out, "shots.py:4:34"), ran.out);
    BOOST_TEST(has(ran.out, "AQ613"), ran.out);
    BOOST_TEST(!has(ran.out, "shots.py:5"), ran.out);
    folder.run({"--fix", "--unsafe-fixes", "."});
    BOOST_TEST(folder.run({"."}).code == 0);
}

BOOST_AUTO_TEST_CASE(workspaces_have_types_and_functions_of_their_own) {
    Folder folder;
    folder.write("studio.json",
                 R"({"service": "studio", "dialect": "ftrack", "extends": "ftrack",
                     "models": {"Sculpt": {"base": "TypedContext", "names": {"vendor": {"class": "string"}}}}})");
    folder.write("alyxlint.toml",
                 "[[schemas]]\nschema = \"studio.json\"\nfiles = [\"pipeline/**\"]\n"
                 "[[calls]]\ncallee = \"entities\"\nschema = \"studio.json\"\n"
                 "arguments = [\"expression\"]\nkeywords = [\"expression\"]\n");
    folder.write("pipeline/sculpts.py",
                 "entities('Sculpt where vendor is a and bid > 3')\n"
                 "entities('Sculpt where vender is a')\n"
                 "session.query('Sculpt where vendor is a and status.name is b')\n");
    auto ran = folder.run({"--output-format", "concise", "."});
    BOOST_TEST(ran.code == 1);
    BOOST_TEST(has(ran.out, "sculpts.py:2:24: error[AQ613]"), ran.out);
    BOOST_TEST(!has(ran.out, "sculpts.py:1:"), ran.out);
    BOOST_TEST(!has(ran.out, "sculpts.py:3:"), ran.out);
}
