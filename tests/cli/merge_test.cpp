// Results of shards, put together again.
#include <boost/test/unit_test.hpp>

#include "analyzer/cli/merge.hpp"
#include "tests/cli/records.hpp"

using namespace alyx::cli;

namespace {

RunResult read(std::string const& text) {
    auto result = read_result("part", text);
    BOOST_TEST_REQUIRE(result.has_value(), (result ? "" : result.error().to_string()));
    return std::move(*result);
}

std::string failure(std::string const& text) {
    auto result = read_result("part.json", text);
    return result ? "none" : result.error().to_string();
}

}  // namespace

BOOST_AUTO_TEST_CASE(nothing_is_lost_between_writing_and_reading) {
    auto result = analysed("a.py", std::string(wrong_call) + "one.alyx.rest('weighing', 'list')\n");
    result.append(analysed("n.ipynb", wrong_notebook));
    result.suppressed.push_back(result.records[0]);
    result.suppressed[0].suppression = Suppression{Suppression::Kind::baseline, "why"};
    result.failures.push_back({"c.py", "1:2", "reason", "remedy"});
    result.fixed.push_back({"a.py", "AQ206", "renamed-field", 2});
    result.fixes = 2;
    auto text = rendered("run", result);
    BOOST_TEST(rendered("run", read(text)) == text);
    for (char const* format : {"sarif", "rdjson", "gitlab", "full", "markdown", "checkstyle"})
        BOOST_TEST(rendered(format, read(text)) == rendered(format, result), format);
    // What could not be written as it was, bytes that are no UTF-8, is lost in the first step only.
    auto once = rendered("run", hostile());
    BOOST_TEST(rendered("run", read(once)) == once);
}

BOOST_AUTO_TEST_CASE(arrays_and_lines_have_findings_only) {
    auto result = analysed("a.py", wrong_call);
    result.append(analysed("b.py", wrong_call));
    for (char const* format : {"json", "json-lines"}) {
        auto back = read(rendered(format, result));
        BOOST_TEST(rendered("json", back) == rendered("json", result), format);
        BOOST_TEST(back.files == 2U);
        BOOST_TEST(contains(rendered("concise", back), "Found 2 errors, 0 warnings in 2 files.\n"));
    }
    BOOST_TEST(read("").records.empty());
    BOOST_TEST(read("[]\n").records.empty());
}

BOOST_AUTO_TEST_CASE(parts_come_in_the_order_of_files_and_places_each_finding_once) {
    auto whole = analysed("a/b.py", std::string(wrong_call) + wrong_call);
    whole.append(analysed("a.py", wrong_call));
    whole.append(analysed("n.ipynb", wrong_notebook));
    RunResult merged;
    for (auto const& record : {whole.records[3], whole.records[1], whole.records[2], whole.records[0]}) {
        RunResult part;
        part.records = {record, record};
        merged.append(read(rendered("run", part)));
    }
    merge_records(merged);
    BOOST_TEST_REQUIRE(merged.records.size() == 4U);
    BOOST_TEST(merged.records[0].place.file == "a.py");
    BOOST_TEST(merged.records[1].place.in_source.start.row == 1U);
    BOOST_TEST(merged.records[2].place.in_source.start.row == 2U);
    BOOST_TEST(merged.records[3].place.file == "n.ipynb");
}

BOOST_AUTO_TEST_CASE(counts_add_up_and_what_a_comment_silences_in_one_part_is_silent) {
    auto first = analysed("a.py", wrong_call), second = first;
    second.suppressed = std::move(second.records);
    second.records.clear();
    second.suppressed[0].suppression = Suppression{};
    first.append(std::move(second));
    merge_records(first);
    BOOST_TEST(first.files == 2U);
    BOOST_TEST(first.queries == 2U);
    BOOST_TEST(first.records.empty());
    BOOST_TEST(first.suppressed.size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_broken_file_is_refused_with_the_place) {
    auto good = rendered("json-lines", analysed("a.py", wrong_call));
    BOOST_TEST(failure("[{\"rule\": }]").rfind("part.json: 1:11", 0) == 0U, failure("[{\"rule\": }]"));
    BOOST_TEST(contains(failure("[{}]"), "part.json: [0]."), failure("[{}]"));
    BOOST_TEST(contains(failure("[{}]"), "is missing"));
    BOOST_TEST(contains(failure("[1]"), "part.json: [0]: is no object"));
    BOOST_TEST(failure(good + "{\"rule\"").rfind("part.json: 2:", 0) == 0U, failure(good + "{\"rule\""));
    BOOST_TEST(contains(failure(good + "{}\n"), "part.json: 2: "), failure(good + "{}\n"));
    BOOST_TEST(contains(failure("Found 1 error\n"), "part.json: 1:1: "), failure("Found 1 error\n"));
    auto wrong = good;
    wrong.replace(wrong.find("\"refused\""), 9, "\"refuted\"");
    BOOST_TEST(contains(failure(wrong), "part.json: 1: effect: is none of refused, misleading, advice"),
               failure(wrong));
}
