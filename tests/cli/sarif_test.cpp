// SARIF 2.1.0: what code scanning needs of it.
#include <boost/json.hpp>
#include <boost/test/unit_test.hpp>
#include <sstream>

#include "analyzer/text/utf8.hpp"
#include "tests/cli/records.hpp"

namespace json = boost::json;
using namespace alyx::cli;
using alyx::analyzer::byte_offset;

namespace {

json::value run_of(RunResult const& result) {
    auto text = rendered("sarif", result);
    BOOST_TEST(validate_json(text, "sarif-2.1.0.json") <= 0);
    auto log = json::parse(text);
    BOOST_TEST(log.at("version").as_string() == "2.1.0");
    return log.at("runs").at(0);
}

std::uint32_t number(json::value const& of, char const* key) {
    return static_cast<std::uint32_t>(of.at(key).as_int64());
}

/// Byte offset of a line and a column in code points, both from 1.
std::size_t offset(std::string const& text, std::uint32_t line, std::uint32_t column) {
    std::size_t at = 0;
    for (; line > 1; --line) at = text.find('\n', at) + 1;
    return at + byte_offset(std::string_view(text).substr(at), column - 1);
}

struct Range {
    std::size_t begin, end;
};
Range range(std::string const& text, json::value const& region) {
    return {offset(text, number(region, "startLine"), number(region, "startColumn")),
            offset(text, number(region, "endLine"), number(region, "endColumn"))};
}

json::value const& region_of(json::value const& result) {
    return result.at("locations").at(0).at("physicalLocation").at("region");
}

}  // namespace

BOOST_AUTO_TEST_CASE(the_run_says_what_the_tool_is_and_what_its_columns_count) {
    auto const run = run_of(analysed("a.py", wrong_call));
    BOOST_TEST(run.at("columnKind").as_string() == "unicodeCodePoints");
    auto const& driver = run.at("tool").at("driver");
    BOOST_TEST(driver.at("name").as_string() == "alyxlint");
    auto const& rule = driver.at("rules").at(0);
    BOOST_TEST(rule.at("id").as_string() == "AQ203");
    BOOST_TEST(rule.at("name").as_string() == "unknown-field");
    BOOST_TEST(rule.at("defaultConfiguration").at("level").as_string() == "error");
    for (char const* text : {"shortDescription", "fullDescription", "help"})
        BOOST_TEST(!rule.at(text).at("text").as_string().empty(), text);
    BOOST_TEST(!rule.at("help").at("markdown").as_string().empty());
    auto const& result = run.at("results").at(0);
    BOOST_TEST(result.at("ruleId").as_string() == "AQ203");
    BOOST_TEST(result.at("ruleIndex").as_int64() == 0);
    BOOST_TEST(result.at("level").as_string() == "error");
    BOOST_TEST(result.at("partialFingerprints").at("alyxlint/v1").as_string().size() >= 16U);
    BOOST_TEST(result.at("suppressions").as_array().empty());
    BOOST_TEST(run.at("invocations").at(0).at("executionSuccessful").as_bool());
}

BOOST_AUTO_TEST_CASE(columns_count_code_points_behind_emoji) {
    std::string const text = std::string("x = '\xF0\x9F\x98\x80'; ") + wrong_call;
    auto const run = run_of(analysed("a.py", text));
    auto const& region = region_of(run.at("results").at(0));
    BOOST_TEST(number(region, "startColumn") == 52U);
    auto [begin, end] = range(text, region);
    BOOST_TEST(text.substr(begin, end - begin) == "projct");
}

BOOST_AUTO_TEST_CASE(regions_and_fixes_of_a_notebook_are_of_its_json) {
    std::string const text = wrong_notebook;
    auto const run = run_of(analysed("n.ipynb", text));
    auto const& result = run.at("results").at(0);
    auto [begin, end] = range(text, region_of(result));
    BOOST_TEST(text.substr(begin, end - begin) == "project");
    BOOST_TEST(result.at("locations").at(0).at("logicalLocations").at(0).at("name").as_string() == "cell 2");
    auto const& change = result.at("fixes").at(0).at("artifactChanges").at(0);
    auto const& replacement = change.at("replacements").at(0);
    auto edit = range(text, replacement.at("deletedRegion"));
    auto mended = text.substr(0, edit.begin) + std::string(replacement.at("insertedContent").at("text").as_string()) +
                  text.substr(edit.end);
    BOOST_TEST(analysed("n.ipynb", mended).records.empty(), mended);
}

BOOST_AUTO_TEST_CASE(suppressed_findings_say_why) {
    auto result = analysed("a.py", wrong_call);
    result.suppressed = result.records;
    result.suppressed.push_back(result.records[0]);
    result.suppressed[0].suppression = Suppression{Suppression::Kind::in_source, "the old server"};
    result.suppressed[1].suppression = Suppression{Suppression::Kind::baseline, {}};
    auto const run = run_of(result);
    auto const& results = run.at("results").as_array();
    BOOST_TEST_REQUIRE(results.size() == 3U);
    BOOST_TEST(results[0].at("suppressions").as_array().empty());
    BOOST_TEST(results[1].at("suppressions").at(0).at("kind").as_string() == "inSource");
    BOOST_TEST(results[1].at("suppressions").at(0).at("justification").as_string() == "the old server");
    BOOST_TEST(results[2].at("suppressions").at(0).at("kind").as_string() == "external");
}

BOOST_AUTO_TEST_CASE(a_comment_s_reason_reaches_the_report) {
    auto text = std::string(wrong_call);
    text.insert(text.size() - 1, "  # alyxlint: ignore[AQ203] the old server");
    auto result = analysed("a.py", text);
    BOOST_TEST(result.records.empty());
    BOOST_TEST_REQUIRE(result.suppressed.size() == 1U);
    auto const run = run_of(result);
    auto const& suppression = run.at("results").at(0).at("suppressions").at(0);
    BOOST_TEST(contains(std::string(suppression.at("justification").as_string()), "the old server"));
}

BOOST_AUTO_TEST_CASE(failures_are_notifications) {
    RunResult result;
    result.failures.push_back({"b c.py", "", "is not text", "leave it out"});
    auto const run = run_of(result);
    auto const& invocation = run.at("invocations").at(0);
    BOOST_TEST(!invocation.at("executionSuccessful").as_bool());
    auto const& notification = invocation.at("toolExecutionNotifications").at(0);
    BOOST_TEST(notification.at("level").as_string() == "error");
    auto const& file = notification.at("locations").at(0).at("physicalLocation").at("artifactLocation");
    BOOST_TEST(file.at("uri").as_string() == "b%20c.py");
}

BOOST_AUTO_TEST_CASE(places_are_relative_uris_whatever_the_name) {
    auto const run = run_of(hostile());
    auto const& result = run.at("results").at(0);
    auto const& uri = result.at("locations").at(0).at("physicalLocation").at("artifactLocation").at("uri").as_string();
    BOOST_TEST(std::string(uri).rfind("a%3Ab%2Cc%3Bd%2525%20%7C%22%27%60%3Cb%3E%26%5D%5D%3E%0A%0D%09%1B%5B31m%FF%F0%9F",
                                      0) == 0U,
               uri);
    BOOST_TEST(result.at("relatedLocations").as_array().size() == 1U);
}
