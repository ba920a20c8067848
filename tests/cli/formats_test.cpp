// What all formats have in common, and those for people.
#include <boost/json.hpp>
#include <boost/test/unit_test.hpp>
#include <fstream>

#include "analyzer/text/utf8.hpp"
#include "tests/cli/program.hpp"
#include "tests/cli/records.hpp"

using namespace alyx::cli;

BOOST_AUTO_TEST_CASE(no_format_echoes_what_a_terminal_would_obey_or_is_no_utf8) {
    auto result = hostile();
    for (auto const* format : all_formats())
        for (bool advice : {false, true}) {
            auto text = format->render(result, {.advice = advice, .show_fixes = true});
            BOOST_TEST(alyx::analyzer::is_utf8(text), format->name);
            for (char c : text) {
                bool fine = static_cast<unsigned char>(c) >= 0x20 || c == '\n';
                BOOST_TEST_REQUIRE(fine, format->name << " writes byte " << static_cast<int>(c));
            }
            BOOST_TEST(!contains(text, "\x7f"));
            if (format->render_statistics)
                BOOST_TEST(!contains(format->render_statistics(result, {}), "\x1b"), format->name);
        }
}

BOOST_AUTO_TEST_CASE(every_format_is_one_of_the_program_s) {
    for (char const* name : {"full", "concise", "grouped", "json", "json-lines", "run", "sarif", "github", "gitlab",
                             "junit", "checkstyle", "pylint", "rdjson", "azure", "markdown"}) {
        auto const* format = find_format(name);
        BOOST_TEST_REQUIRE(format, name);
        BOOST_TEST(!format->summary.empty());
        auto ran = run({"--isolated", "--output-format", name, "tests/examples/colony.py"});
        BOOST_TEST(ran.code == 1, name << " gives " << ran.code << ran.err);
        BOOST_TEST(contains(ran.out, name == std::string("full") ? "unknown-action" : "AQ521"), name);
    }
}

BOOST_AUTO_TEST_CASE(grouped_names_each_file_once) {
    auto result = analysed("a.py", std::string(wrong_call) + "\n" + wrong_call);
    result.append(analysed("b.py", wrong_call));
    BOOST_TEST(rendered("grouped", result) ==
               "a.py:\n"
               "  1:43  error[AQ203] `projct` is no field of Session\n"
               "  3:43  error[AQ203] `projct` is no field of Session\n\n"
               "b.py:\n"
               "  1:43  error[AQ203] `projct` is no field of Session\n\n"
               "Found 3 errors, 0 warnings in 3 queries of 2 files.\n");
}

BOOST_AUTO_TEST_CASE(pylint_has_path_and_line_of_the_file) {
    BOOST_TEST(rendered("pylint", analysed("a.py", wrong_call)) ==
               "a.py:1: [AQ203(unknown-field)] `projct` is no field of Session\n");
    auto notebook = rendered("pylint", analysed("n.ipynb", wrong_notebook));
    BOOST_TEST(notebook.rfind("n.ipynb:3: [AQ206(renamed-field)] ", 0) == 0U, notebook);
    BOOST_TEST(contains(notebook, "(cell 2, line 2)\n"));
}

BOOST_AUTO_TEST_CASE(advice_is_left_out_of_lines_unless_asked_for) {
    auto result = analysed("a.py", wrong_call);
    result.records[0].severity = alyx::analyzer::Severity::information;
    for (char const* name : {"concise", "grouped", "azure"}) {
        BOOST_TEST(!contains(rendered(name, result), "AQ203"), name);
        BOOST_TEST(contains(rendered(name, result, {.advice = true}), "AQ203"), name);
    }
    BOOST_TEST(contains(rendered("github", result), "::notice "));
    BOOST_TEST(contains(rendered("gitlab", result), "\"severity\":\"info\""));
    BOOST_TEST(contains(rendered("sarif", result), "\"level\":\"note\""));
    BOOST_TEST(contains(rendered("junit", result), "<skipped "));
    BOOST_TEST(contains(rendered("checkstyle", result), "severity=\"info\""));
}

BOOST_AUTO_TEST_CASE(quiet_has_no_last_line_and_mended_findings_are_listed) {
    auto result = analysed("a.py", wrong_call);
    result.fixes = 3;
    result.fixed = {{"a.py", "AQ206", "renamed-field", 2}, {"b.py", "AQ206", "renamed-field", 1}};
    BOOST_TEST(!contains(rendered("concise", result, {.quiet = true}), "Found"));
    BOOST_TEST(contains(rendered("concise", result), "Mended 3 findings.\n"));
    BOOST_TEST(contains(rendered("full", result, {.show_fixes = true}),
                        "Mended 3 findings:\n- a.py:\n    2 × AQ206 (renamed-field)\n"
                        "- b.py:\n    1 × AQ206 (renamed-field)\n"));
}

BOOST_AUTO_TEST_CASE(statistics_count_by_rule_the_most_frequent_first) {
    auto result = analysed(
        "a.py", std::string(wrong_call) + wrong_call + "one.alyx.rest('sessions', 'list', django='project__name,x')\n");
    auto const* full = find_format("full");
    BOOST_TEST_REQUIRE(full->render_statistics);
    auto table = full->render_statistics(result, {});
    BOOST_TEST(table.rfind("2  AQ203  [", 0) == 0U, table);
    BOOST_TEST(contains(table, "\n1  AQ206  [*] renamed-field\n"), table);
    auto json = find_format("json")->render_statistics(result, {});
    BOOST_TEST(contains(json,
                        "{\"code\":\"AQ206\",\"name\":\"renamed-field\",\"count\":1,\"fixable\":true,"
                        "\"fixable_count\":1}"),
               json);
    BOOST_TEST(!find_format("sarif")->render_statistics);
}

BOOST_AUTO_TEST_CASE(long_lines_are_shown_around_what_is_meant) {
    std::string const padding(3000, 'x');
    auto result = analysed("a.py", "y = '" + padding + "'; " + wrong_call);
    auto const& record = result.records.at(0);
    BOOST_TEST(record.excerpt.text.size() <= 110U);
    auto full = rendered("full", result);
    auto line = full.find("projct__name"), caret = full.find("^^^^^^\n");
    BOOST_TEST_REQUIRE(caret != std::string::npos);
    // `…` takes one column and three bytes.
    auto column = [&](std::size_t at) { return at - full.rfind('\n', at); };
    BOOST_TEST(column(line) - 2 == column(caret));
}

BOOST_AUTO_TEST_CASE(the_documentation_names_each_format_and_each_member) {
    std::ifstream in(ALYX_ROOT "/docs/output.md");
    std::string const page{std::istreambuf_iterator<char>(in), {}};
    for (auto const* format : all_formats())
        BOOST_TEST(contains(page, "`" + std::string(format->name) + "`"), format->name);
    auto const found = boost::json::parse(rendered("json", analysed("a.py", wrong_call)));
    for (auto const& member : found.at(0).as_object())
        BOOST_TEST(contains(page, "`" + std::string(member.key()) + "`"), member.key());
    // The fingerprint that it shows is the one of the example.
    BOOST_TEST(contains(page, std::string(found.at(0).at("fingerprint").as_string())));
}
