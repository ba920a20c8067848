// Formats of continuous integration: GitHub, GitLab, Azure, Markdown, reviewdog.
#include <algorithm>
#include <boost/json.hpp>
#include <boost/test/unit_test.hpp>
#include <set>

#include "tests/cli/records.hpp"

namespace json = boost::json;
using namespace alyx::cli;

BOOST_AUTO_TEST_CASE(github_annotates_with_a_workflow_command) {
    BOOST_TEST(rendered("github", analysed("a.py", wrong_call)) ==
               "::error title=alyxlint AQ203,file=a.py,line=1,col=43,endLine=1,endColumn=49::"
               "a.py:1:43: AQ203 `projct` is no field of Session%0Aserver: HTTP 500 FieldError"
               "%0Ahelp: did you mean `projects`?\n");
}

BOOST_AUTO_TEST_CASE(github_leaves_columns_out_over_several_lines) {
    auto result = analysed("a.py", wrong_call);
    result.records[0].place.in_file.end = {2, 1, 1};
    BOOST_TEST(contains(rendered("github", result), ",line=1,endLine=2::"));
}

BOOST_AUTO_TEST_CASE(commands_are_one_line_each_and_names_cannot_end_a_property) {
    auto github = rendered("github", hostile());
    BOOST_TEST(std::count(github.begin(), github.end(), '\n') == 1);
    BOOST_TEST(contains(github, ",file=a%3Ab%2Cc;d%2525 |"), github);
    auto azure = rendered("azure", hostile());
    BOOST_TEST(std::count(azure.begin(), azure.end(), '\n') == 1);
    BOOST_TEST(contains(azure, ";sourcepath=a:b,c%3Bd%AZP2525 |"), azure);
    BOOST_TEST(contains(azure, "%5D%5D>%0A%0D"), azure);
}

BOOST_AUTO_TEST_CASE(azure_logs_an_issue) {
    auto text = rendered("azure", analysed("a.py", wrong_call));
    BOOST_TEST(text.rfind("##vso[task.logissue type=error;sourcepath=a.py;linenumber=1;columnnumber=43;code=AQ203;]"
                          "`projct` is no field of Session; ",
                          0) == 0U,
               text);
}

BOOST_AUTO_TEST_CASE(gitlab_has_one_fingerprint_a_finding_which_edits_elsewhere_leave) {
    auto result = analysed("a.py", std::string(wrong_call) + wrong_call);
    result.append(analysed("b.py", std::string(wrong_call) + wrong_call));
    auto moved = analysed("a.py", std::string(10, '\n') + wrong_call + wrong_call);
    moved.append(analysed("b.py", std::string(wrong_call) + wrong_call));
    auto fingerprints = [](RunResult const& of) {
        std::vector<std::string> found;
        auto const report = json::parse(rendered("gitlab", of));
        for (auto const& issue : report.as_array()) found.emplace_back(issue.at("fingerprint").as_string());
        return found;
    };
    auto before = fingerprints(result);
    BOOST_TEST(std::set(before.begin(), before.end()).size() == 4U);
    BOOST_TEST(before == fingerprints(moved), boost::test_tools::per_element());
    auto const issue = json::parse(rendered("gitlab", result)).at(0);
    BOOST_TEST(issue.at("check_name").as_string() == "AQ203");
    BOOST_TEST(issue.at("severity").as_string() == "major");
    BOOST_TEST(issue.at("location").at("path").as_string() == "a.py");
    BOOST_TEST(issue.at("location").at("positions").at("begin").at("line").as_int64() == 1);
    BOOST_TEST(!issue.at("description").as_string().empty());
    BOOST_TEST(json::parse(rendered("gitlab", hostile())).as_array().size() == 1U);
}

BOOST_AUTO_TEST_CASE(rdjson_counts_bytes_and_suggests) {
    auto text = rendered("rdjson", analysed("a.py",
                                            "x = '\xF0\x9F\x98\x80'; one.alyx.rest('sessions', 'list', "
                                            "django='project__name,x')\n"));
    auto const found = json::parse(text).at("diagnostics").at(0);
    // 51 characters stand before it, one of them four bytes long.
    BOOST_TEST(found.at("location").at("range").at("start").at("column").as_int64() == 55);
    BOOST_TEST(found.at("code").at("value").as_string() == "AQ206");
    BOOST_TEST(found.at("severity").as_string() == "ERROR");
    BOOST_TEST(found.at("suggestions").at(0).at("text").as_string() == "projects");
    BOOST_TEST(validate_json(text, "rdjson-DiagnosticResult.json") <= 0);
    BOOST_TEST(validate_json(rendered("rdjson", hostile()), "rdjson-DiagnosticResult.json") <= 0);
    BOOST_TEST(validate_json(rendered("rdjson", RunResult{}), "rdjson-DiagnosticResult.json") <= 0);
}

BOOST_AUTO_TEST_CASE(edits_that_belong_together_are_no_suggestions) {
    auto result = analysed("a.py", wrong_call);
    auto const& place = result.records[0].place;
    result.records[0].fix = RecordFix{"two edits", {}, {{place, "a", "a"}, {place, "b", "b"}}};
    BOOST_TEST(!contains(rendered("rdjson", result), "suggestions"));
    result.records[0].fix->edits = {{place, "a", {}}};
    BOOST_TEST(!contains(rendered("rdjson", result), "suggestions"));
}

BOOST_AUTO_TEST_CASE(markdown_is_a_table_that_no_name_can_break) {
    auto text = rendered("markdown", analysed("a.py", wrong_call));
    BOOST_TEST(text.rfind("| | Place | Rule | What |\n|---|---|---|---|\n"
                          "| error | <code>a.py&#58;1&#58;43</code> | AQ203 unknown-field | "
                          "<code>projct</code> is no field of Session<br>server: HTTP 500 FieldError",
                          0) == 0U,
               text);
    BOOST_TEST(contains(text, "\n\nFound 1 error, 0 warnings in 1 query of 1 file.\n"));
    BOOST_TEST(rendered("markdown", RunResult{}) == "There was no file to check.\n");
    auto row = rendered("markdown", hostile());
    row = row.substr(row.find("| error"));
    row = row.substr(0, row.find('\n'));
    BOOST_TEST(std::count(row.begin(), row.end(), '|') == 5);
    BOOST_TEST(!contains(row, "<b>"));
}
