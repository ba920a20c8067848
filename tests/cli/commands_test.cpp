// query, explain, rules and schema, as a user runs them.
#include <boost/json.hpp>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "tests/cli/folder.hpp"

namespace {

namespace json = boost::json;

std::vector<json::value> batch(std::string const& input, int code = 0) {
    auto ran = run({"query", "--batch"}, input);
    BOOST_TEST(ran.code == code);
    std::vector<json::value> answers;
    std::istringstream lines(ran.out);
    for (std::string line; std::getline(lines, line);) answers.push_back(json::parse(line));
    return answers;
}

}  // namespace

BOOST_AUTO_TEST_CASE(query_shows_what_the_server_would_answer) {
    auto ran = run({"query", "sessions", "projct__name,x"});
    BOOST_TEST(ran.code == 1);
    BOOST_TEST(has(ran.out, "projct"));
    BOOST_TEST(has(ran.out, "HTTP 500 FieldError"));
    BOOST_TEST(has(ran.out, "--> django:1:1"));
    BOOST_TEST(run({"query", "sessions", "projects__name,x"}).code == 0);
}

BOOST_AUTO_TEST_CASE(query_shows_findings_by_their_effect) {
    auto misleading = run({"query", "subjects", "nickname,022"});
    BOOST_TEST(misleading.code == 1);
    BOOST_TEST(has(misleading.out, "warning[AQ401]"), misleading.out);
    auto advice = run({"query", "subjects", "nickname__iregex,.*ks.*"});
    BOOST_TEST(advice.code == 0);
    BOOST_TEST(has(advice.out, "info"), advice.out);
    BOOST_TEST(has(advice.out, "[AQ905]"), advice.out);
}

BOOST_AUTO_TEST_CASE(query_names_an_unknown_endpoint) {
    auto ran = run({"query", "session", "name,x"});
    BOOST_TEST(ran.code == 1);
    BOOST_TEST(has(ran.out, "HTTP 404"));
    BOOST_TEST(has(ran.out, "sessions"));
}

BOOST_AUTO_TEST_CASE(batch_answers_each_line_in_order) {
    std::string input;
    for (int i = 0; i < 1000; ++i)
        input += json::serialize(
                     json::value{{"id", i}, {"endpoint", "sessions"}, {"django", i % 2 ? "number,x" : "number,1"}}) +
                 "\n";
    auto answers = batch(input);
    BOOST_TEST_REQUIRE(answers.size() == 1000U);
    for (int i = 0; i < 1000; ++i) {
        BOOST_TEST(answers[static_cast<std::size_t>(i)].at("id").as_int64() == i);
        BOOST_TEST(answers[static_cast<std::size_t>(i)].at("diagnostics").as_array().size() == std::size_t(i % 2));
    }
}

BOOST_AUTO_TEST_CASE(a_batch_answer_has_all_members) {
    auto answer = batch(R"({"id": "a", "endpoint": "sessions", "django": "  número,1"})"
                        "\n")
                      .at(0);
    auto const& d = answer.at("diagnostics").at(0).as_object();
    BOOST_TEST(d.at("rule").as_string() == "AQ203");
    BOOST_TEST(d.at("name").as_string() == "unknown-field");
    BOOST_TEST(d.at("effect").as_string() == "refused");
    BOOST_TEST(d.at("severity").as_string() == "error");
    BOOST_TEST(!d.at("message").as_string().empty());
    // In code points of the text that was given, with the blanks that the server strips.
    BOOST_TEST(d.at("span").at(0).as_int64() == 2);
    BOOST_TEST(d.at("span").at(1).as_int64() == 8);
    BOOST_TEST(d.at("server").at("status").as_int64() == 500);
    BOOST_TEST(d.at("server").at("exception").as_string() == "FieldError");
}

BOOST_AUTO_TEST_CASE(batch_takes_parameters) {
    auto answers = batch(R"({"id": 1, "endpoint": "sessions", "params": {"number": "abc"}}
{"id": 2, "endpoint": "sessions", "params": {"qc": "PASS", "number": 1, "histology": true}}
)");
    BOOST_TEST(answers.at(0).at("diagnostics").at(0).at("server").at("status").as_int64() == 400);
    BOOST_TEST(answers.at(0).at("diagnostics").at(0).at("server").at("exception").is_null());
    BOOST_TEST(answers.at(1).at("diagnostics").as_array().empty());
}

BOOST_AUTO_TEST_CASE(a_bad_line_of_a_batch_says_why_and_the_others_go_on) {
    auto answers = batch(
        "not json\n[1]\n{\"id\": 3}\n{\"id\": 4, \"endpoint\": \"sessions\", \"django\": 5}\n"
        "{\"id\": 5, \"endpoint\": \"sessions\", \"django\": \"number,1\"}",
        2);
    BOOST_TEST_REQUIRE(answers.size() == 5U);
    for (std::size_t i = 0; i < 4; ++i) {
        BOOST_TEST(answers[i].at("id").is_null());
        BOOST_TEST(answers[i].at("diagnostics").as_array().empty());
        BOOST_TEST(!answers[i].at("failure").as_string().empty());
    }
    BOOST_TEST(answers[4].at("id").as_int64() == 5);
}

BOOST_AUTO_TEST_CASE(explain_takes_a_code_or_a_name) {
    auto by_code = run({"explain", "AQ101"});
    BOOST_TEST(by_code.code == 0);
    BOOST_TEST(has(by_code.out, "odd-number-of-parts"));
    BOOST_TEST(by_code.out == run({"explain", "odd-number-of-parts"}).out);
    BOOST_TEST(by_code.out == run({"explain", "aq101"}).out);
    BOOST_TEST(by_code.out == run({"explain", "Odd-Number-Of-Parts"}).out);
    BOOST_TEST(run({"explain", "AQ000"}).code == 2);
    auto family = run({"explain", "AQ2"});
    BOOST_TEST(family.code == 0);
    BOOST_TEST(has(family.out, "AQ203  unknown-field"));
    BOOST_TEST(!has(family.out, "AQ101"));
    BOOST_TEST(has(run({"explain"}).err, "RULE is required"));
    BOOST_TEST(has(run({"help"}).err, "`alyxlint --help`"));
}

BOOST_AUTO_TEST_CASE(queries_and_schemas_go_by_the_configuration_of_the_folder) {
    Folder folder;
    folder.write("depot.json", R"({
        "service": "depot", "title": "Depot", "extends": "django", "dialect": "url",
        "base_urls": ["https://depot.example.org/api"],
        "url_lookups": {"unknown_parameters": "ignored", "lists": "commas", "all_endpoints": true},
        "models": {"Box": {"names": {"id": {"class": "AutoField"}, "label": {"class": "CharField"}}}},
        "endpoints": {"boxes": {"model": "Box"}}})");
    folder.write("alyxlint.toml", "schema = './depot.json'\n");
    auto ran = folder.run({"query", "https://depot.example.org/api/boxes?lable=x"});
    BOOST_TEST(ran.code == 1, ran.out << ran.err);
    BOOST_TEST(has(ran.out, "AQ802"), ran.out);
    BOOST_TEST(has(folder.run({"schema", "show", "boxes"}).out, "Box"));
    BOOST_TEST(folder.run({"query", "sessions", "number,1", "--isolated"}).code == 0);
    ran = folder.run({"query", "sessions", "number,1"});
    BOOST_TEST(ran.code == 2);
    BOOST_TEST(has(ran.err, "`sessions` stands before it"), ran.err);
    auto row = R"({"dialect": "url", "service": "depot", "params": {"lable": "x"}})";
    BOOST_TEST(has(folder.run({"query", "--batch"}, row).out, "there is no service"), "batches read no configuration");
    BOOST_TEST(has(folder.run({"query", "--batch", "--schema", "depot.json"}, row).out, "AQ802"));
}

BOOST_AUTO_TEST_CASE(built_in_services_go_by_their_names) {
    BOOST_TEST(has(run({"schema", "show", "--schema", "ftrack", "Task"}).out, "project"));
    BOOST_TEST(has(run({"schema", "show"}).out, "ftrack"));
    auto ran = run({"schema", "show", "--schema", "nope"});
    BOOST_TEST(ran.code == 2);
    BOOST_TEST(has(ran.err, "`biolan`"), ran.err);
}

BOOST_AUTO_TEST_CASE(explain_prints_markdown_and_json_too) {
    BOOST_TEST(run({"explain", "AQ203", "--output-format", "markdown"}).out.rfind("# unknown-field (AQ203)\n", 0) ==
               0U);
    auto rule = json::parse(run({"explain", "unknown-action", "--output-format", "json"}).out);
    BOOST_TEST(rule.at("code").as_string() == "AQ521");
    BOOST_TEST(rule.at("effect").as_string() == "refused");
    BOOST_TEST(rule.at("severity").as_string() == "error");
    BOOST_TEST(rule.at("fix").as_string() == "unsafe");
    auto const& example = rule.at("examples").at(0);
    BOOST_TEST(example.at("message").as_string() == "`lst` is no action of `sessions`");
    BOOST_TEST(example.at("server").at("status").as_int64() == 0);
    BOOST_TEST(example.at("server").at("exception").as_string() == "ValueError");
    BOOST_TEST(example.at("fix").at("safety").as_string() == "unsafe");
    BOOST_TEST(example.at("instead").is_null());
    auto rules = json::parse(run({"rules", "--output-format", "json"}).out);
    BOOST_TEST(rules.as_array().size() > 80U);
    BOOST_TEST(has(run({"rules", "--output-format", "markdown"}).out, "| AQ203 | unknown-field | error | "));
    BOOST_TEST(has(run({"explain", "unknown-feld"}).err, "did you mean `unknown-field`?"));
}

BOOST_AUTO_TEST_CASE(write_docs_writes_pages_and_says_where_it_cannot) {
    auto folder = std::filesystem::temp_directory_path() / "alyx-docs-test";
    std::filesystem::remove_all(folder);
    auto ran = run({"write-docs", (folder / "site").string()});
    BOOST_TEST(ran.code == 0);
    BOOST_TEST(std::filesystem::exists(folder / "site/index.html"));
    BOOST_TEST(std::filesystem::exists(folder / "site/style.css"));
    BOOST_TEST(std::filesystem::exists(folder / "site/rules/unknown-field.html"));
    BOOST_TEST(std::filesystem::exists(folder / "site/schema/sessions.html"));
    auto nowhere = run({"write-docs", (folder / "site/index.html/below").string()});
    BOOST_TEST(nowhere.code == 2);
    BOOST_TEST(has(nowhere.err, "index.html/below"));
    std::filesystem::remove_all(folder);
}

BOOST_AUTO_TEST_CASE(rules_are_listed_by_code) {
    auto ran = run({"rules"});
    BOOST_TEST(ran.code == 0);
    std::istringstream lines(ran.out);
    std::string before;
    for (std::string line; std::getline(lines, line);) {
        auto code = line.substr(0, 5);
        BOOST_TEST(code.rfind("AQ", 0) == 0U);
        BOOST_TEST(before < code);
        before = code;
    }
}

BOOST_AUTO_TEST_CASE(schema_show_prints_models_and_endpoints) {
    BOOST_TEST(has(run({"schema", "show"}).out, "sessions"));
    BOOST_TEST(has(run({"schema", "show", "sessions"}).out, "task_protocol"));
    BOOST_TEST(has(run({"schema", "show", "Session"}).out, "data_dataset_session_related"));
    auto unknown = run({"schema", "show", "sesions"});
    BOOST_TEST(unknown.code == 2);
    BOOST_TEST(has(unknown.err, "did you mean `sessions`"));
}

BOOST_AUTO_TEST_CASE(schema_check_accepts_our_pack_and_refuses_a_broken_one) {
    auto good = run({"schema", "check", "schemas/alyx.json"});
    BOOST_TEST(good.code == 0);
    BOOST_TEST(has(good.out, "no problems"));
    auto path = std::filesystem::temp_directory_path() / "alyx-broken-pack.json";
    std::ofstream(path) << R"({"service": "x", "models": {"a.B": {"names": {"c": {"class": "CharFeld"}}}}})";
    auto broken = run({"schema", "check", path.string()});
    std::filesystem::remove(path);
    BOOST_TEST(broken.code == 1);
    BOOST_TEST(has(broken.out, "CharFeld"));
    BOOST_TEST(run({"schema", "check", "no-such-file.json"}).code == 2);
}
