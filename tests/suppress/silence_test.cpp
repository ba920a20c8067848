// Which findings a comment silences, and what is said of the comment.
#include <boost/test/unit_test.hpp>

#include "tests/suppress/analysed.hpp"

using namespace alyx::analyzer::test;

namespace {

#define BAD "one.alyx.rest('sessions', 'list', django='labb,x')"
#define NUMBER "one.alyx.rest('subjects', 'list', django='nickname,022')"

}  // namespace

BOOST_AUTO_TEST_CASE(a_comment_on_the_line_or_above_silences) {
    BOOST_TEST(found(BAD "\n") == "1 AQ203");
    for (auto const* list : {"", "[AQ203]", "[unknown-field]", "[AQ2]", "[aq203]", "[AQ]", "[ALL]"}) {
        BOOST_TEST(found(std::string(BAD "  # alyxlint: ignore") + list + "\n") == "", list);
        BOOST_TEST(found(std::string("# alyxlint: ignore") + list + "\n" BAD "\n") == "", list);
        BOOST_TEST(
            found(std::string("if x:\n    # alyxlint: ignore") + list + "\n    # more words\n    " BAD "\n") == "",
            list);
    }
    BOOST_TEST(found("# alyxlint: ignore[AQ203]\n\n" BAD "\n") == "1 AQ001, 3 AQ203");
    BOOST_TEST(found(BAD "  # alyxlint: ignore[AQ203]\n" BAD "\n") == "2 AQ203");
    BOOST_TEST(found(BAD "\n# alyxlint: ignore[AQ203]\n") == "1 AQ203, 2 AQ001");
    BOOST_TEST(found(BAD "  # alyxlint: ignore[AQ401]\n") == "1 AQ203, 1 AQ001");
}

BOOST_AUTO_TEST_CASE(what_is_silenced_is_kept_with_its_reason) {
    BOOST_TEST(silenced(BAD "  # alyxlint: ignore[AQ203] -- old server\n") == "1 AQ203 (old server)");
    BOOST_TEST(silenced(BAD "  # alyxlint: ignore\n") == "1 AQ203 ()");
    BOOST_TEST(silenced(BAD "  # noqa: AQ203 soon\n") == "1 AQ203 (soon)");
    // The nearest tells why.
    BOOST_TEST(silenced("# alyxlint: ignore-file[AQ2] -- file\n# alyxlint: disable -- block\n" BAD
                        "  # alyxlint: ignore -- line\n" BAD "\n") == "3 AQ203 (line), 4 AQ203 (block)");
}

BOOST_AUTO_TEST_CASE(a_comment_counts_for_a_call_over_several_lines) {
    std::string const head = "one.alyx.rest('sessions',";
    std::string const middle = "\n    'list',";
    std::string const query = "\n    django='labb,x',";
    std::string const tail = "\n)";
    std::string const ignore = "  # alyxlint: ignore[AQ203]";
    BOOST_TEST(found(head + middle + query + tail) == "3 AQ203");
    BOOST_TEST(found(head + ignore + middle + query + tail) == "");
    BOOST_TEST(found(head + middle + query + ignore + tail) == "");
    BOOST_TEST(found(head + middle + query + tail + ignore) == "");
    BOOST_TEST(found("# alyxlint: ignore[AQ203]\n" + head + middle + query + tail) == "");
    BOOST_TEST(found("x = [\n" + head + middle + query + tail + "]" + ignore) == "");
    BOOST_TEST(found(head + middle + ignore + query + tail) == "2 AQ001, 3 AQ203");
    BOOST_TEST(found(head + middle + "\n    # alyxlint: ignore[AQ203]" + query + tail) == "");
}

BOOST_AUTO_TEST_CASE(nested_calls_are_silenced_one_by_one) {
    BOOST_TEST(found("f(\n  " BAD ",\n  " BAD ",  # alyxlint: ignore[AQ203]\n)\n") == "2 AQ203");
    BOOST_TEST(found("f(\n  # alyxlint: ignore[AQ203]\n  " BAD ",\n  " BAD ",\n)\n") == "4 AQ203");
    BOOST_TEST(found("# alyxlint: ignore[AQ203]\nf(\n  " BAD ",\n  " BAD ",\n)\n") == "");
}

BOOST_AUTO_TEST_CASE(a_comment_counts_for_a_text_over_several_lines) {
    std::string const call = "one.alyx.rest('sessions', 'list', django=q)\n";
    std::string const text = "q = \"\"\"\\\nlabb,x,\\\nnumber,1\"\"\"";
    BOOST_TEST(found(text + "\n" + call) == "2 AQ203");
    BOOST_TEST(found(text + "  # alyxlint: ignore[AQ203]\n" + call) == "");
    BOOST_TEST(found("# alyxlint: ignore[AQ203]\n" + text + "\n" + call) == "");
    std::string const wrapped = "q = ('number,1,'\n     'labb,x')";
    BOOST_TEST(found(wrapped + "\n" + call) == "2 AQ203");
    BOOST_TEST(found(wrapped + "  # alyxlint: ignore[AQ203]\n" + call) == "");
    BOOST_TEST(found("q = ('number,1,'  # alyxlint: ignore[AQ203]\n     'labb,x')\n" + call) == "");
    BOOST_TEST(found("# alyxlint: ignore[AQ203]\n" + wrapped + "\n" + call) == "");
    // The finding stands at the text, not at the call.
    BOOST_TEST(found("q = 'labb,x'\n" + call.substr(0, call.size() - 1) + "  # alyxlint: ignore[AQ203]\n") ==
               "1 AQ203, 2 AQ001");
}

BOOST_AUTO_TEST_CASE(f_strings_decorators_and_continued_lines) {
    BOOST_TEST(found("one.alyx.rest('sessions', 'list', django=f'labb,{x}')  # alyxlint: ignore[AQ203]\n") == "");
    BOOST_TEST(found("@d(" BAD ")  # alyxlint: ignore[AQ203]\ndef f():\n    pass\n") == "");
    BOOST_TEST(found("# alyxlint: ignore[AQ203]\n@d(" BAD ")\ndef f():\n    " BAD "\n") == "4 AQ203");
    BOOST_TEST(found("x = 1 + \\\n    " BAD "  # alyxlint: ignore[AQ203]\n") == "");
    BOOST_TEST(found("# alyxlint: ignore[AQ203]\nx = 1 + \\\n    " BAD "\n") == "");
    BOOST_TEST(found("if f(" BAD ",\n     1):  # alyxlint: ignore[AQ203]\n    pass\n") == "1 AQ203, 2 AQ001");
    BOOST_TEST(found("# alyxlint: ignore[AQ203]\nif f(\n     " BAD "):\n    " BAD "\n") == "4 AQ203");
}

BOOST_AUTO_TEST_CASE(comments_in_strings_are_none) {
    BOOST_TEST(found("x = '# alyxlint: ignore'; " BAD "\n") == "1 AQ203");
    BOOST_TEST(found("'''\n# alyxlint: ignore-file\n# alyxlint: ignore[nonsense]\n'''\n" BAD "\n") == "5 AQ203");
}

BOOST_AUTO_TEST_CASE(blocks) {
    BOOST_TEST(found(BAD "\n# alyxlint: disable[AQ203]\n" BAD "\n# alyxlint: enable[AQ203]\n" BAD "\n") ==
               "1 AQ203, 5 AQ203");
    BOOST_TEST(found("# alyxlint: disable\n" BAD "\n" NUMBER "\n# alyxlint: enable[AQ401]\n" BAD "\n" NUMBER "\n") ==
               "6 AQ401");
    // Unclosed: to the end.
    BOOST_TEST(found(BAD "\ndef f():\n    # alyxlint: disable[AQ203]\n    " BAD "\n" BAD "\n") == "1 AQ203");
    BOOST_TEST(found("# alyxlint: disable[AQ401]\n" BAD "\n") == "1 AQ001, 2 AQ203");
    BOOST_TEST(found(BAD "  # alyxlint: ignore\n# alyxlint: enable\n") == "2 AQ001");
    BOOST_TEST(found("# alyxlint: disable[AQ203]\n" BAD "\n# alyxlint: enable[AQ203, AQ401]\n") == "3 AQ001");
}

BOOST_AUTO_TEST_CASE(files) {
    BOOST_TEST(found("# alyxlint: ignore-file[AQ203]\n" BAD "\n" NUMBER "\n") == "3 AQ401");
    BOOST_TEST(found(BAD "\n# alyxlint: ignore-file\n" NUMBER "\n") == "");
    BOOST_TEST(found("x = 1\n# alyxlint: ignore-file\n") == "2 AQ001");
}

BOOST_AUTO_TEST_CASE(noqa_is_understood) {
    for (auto const* comment :
         {"# noqa", "# NOQA", "#noqa:AQ203", "# noqa: E501,AQ203", "# noqa: E501 AQ2", "# type: ignore # noqa: aq203"})
        BOOST_TEST(found(std::string(BAD "  ") + comment + "\n") == "", comment);
    BOOST_TEST(found(BAD "  # noqa: E501\n") == "1 AQ203");
    BOOST_TEST(found("# noqa\n" BAD "\n") == "2 AQ203");
    // Of use to others, perhaps.
    BOOST_TEST(found("import one  # noqa\nx = 1  # noqa: E501, AQX1\n") == "");
    BOOST_TEST(found("x = 1  # noqa: E501, AQ203\n") == "1 AQ001");
    BOOST_TEST(found("x = 1  # noqa: E501, AQ777\n") == "1 AQ002");
}

BOOST_AUTO_TEST_CASE(what_is_wrong_with_a_comment_is_said_without_any_query) {
    BOOST_TEST(found("x = 1  # alyxlint: ignore[AQ203]\n") == "1 AQ001");
    BOOST_TEST(found("x = 1  # alyxlint: ignore[unknown-feild]\n") == "1 AQ002");
    BOOST_TEST(found("x = 1  # alyxlint: ignore[\n") == "1 AQ002");
    // What can be read of a list counts.
    BOOST_TEST(found(BAD "  # alyxlint: ignore[AQ203, nonsense]\n") == "1 AQ002");
}

BOOST_AUTO_TEST_CASE(what_is_said_of_comments_can_be_silenced_too) {
    BOOST_TEST(found("x = 1  # alyxlint: ignore[AQ203, AQ001]\n") == "");
    BOOST_TEST(found("# alyxlint: ignore[AQ203, unused-suppression]\nx = 1\n") == "");
    BOOST_TEST(found("x = 1  # alyxlint: ignore[nonsense, AQ002]\n") == "");
    BOOST_TEST(found("x = 1  # alyxlint: ignore[AQ203]  # noqa\n") == "");
    BOOST_TEST(found("# alyxlint: ignore-file[AQ0]\nx = 1  # alyxlint: ignore[AQ203]\n") == "");
    BOOST_TEST(found("# alyxlint: disable[AQ001]\nx = 1  # alyxlint: ignore[AQ203]\n") == "");
    // Rules about comments are never of no use, and what stands for all does not hide that it silences nothing.
    BOOST_TEST(found("x = 1  # alyxlint: ignore[AQ001]\n") == "");
    BOOST_TEST(found("x = 1  # alyxlint: ignore\n") == "1 AQ001");
    BOOST_TEST(found("x = 1  # alyxlint: ignore[ALL]\n") == "1 AQ001");
    BOOST_TEST(found("# alyxlint: disable\nx = 1\n") == "1 AQ001");
}

BOOST_AUTO_TEST_CASE(notebooks) {
    auto notebook = [](std::string const& first, std::string const& second) {
        return "{\"cells\": [{\"cell_type\": \"code\", \"source\": [" + first +
               "]}, {\"cell_type\": \"code\", \"source\": [" + second + "]}], \"metadata\": {}, \"nbformat\": 4}";
    };
    auto in = [&](std::string const& a, std::string const& b) { return found(notebook(a, b), "n.ipynb"); };
    std::string const bad = "\"" BAD "\"";
    std::string const line = "\"" BAD "\\n\", ";
    BOOST_TEST(in(bad, bad) == "1:1 AQ203, 2:1 AQ203");
    BOOST_TEST(in("\"" BAD "  # alyxlint: ignore[AQ203]\"", bad) == "2:1 AQ203");
    BOOST_TEST(in("\"# alyxlint: ignore\\n\", " + bad, bad) == "2:1 AQ203");
    // A block ends with its cell, for cells may run in any order; a file is all cells of code.
    BOOST_TEST(in("\"# alyxlint: disable\\n\", " + bad, bad) == "2:1 AQ203");
    BOOST_TEST(in(bad, line + "\"# alyxlint: ignore-file[AQ203]\"") == "");
    BOOST_TEST(in("\"# alyxlint: ignore[AQ203]\\n\"", bad) == "1:1 AQ001, 2:1 AQ203");
}

BOOST_AUTO_TEST_CASE(markdown) {
    std::string const open = "# Title\n\n```python\n", close = "```\n";
    BOOST_TEST(found(open + BAD "  # alyxlint: ignore[AQ203]\n" + close, "a.md") == "");
    BOOST_TEST(found("# alyxlint: ignore-file\n\n" + open + BAD "\n" + close, "a.md") == "6 AQ203");
    BOOST_TEST(found("> ```python\n> # alyxlint: ignore[AQ203]\n> " BAD "\n> ```\n", "a.md") == "");
    BOOST_TEST(found("```pycon\n>>> # alyxlint: ignore[AQ203]\n>>> " BAD "\n```\n", "a.md") == "");
    BOOST_TEST(found(open + "# alyxlint: ignore-file[AQ203]\n" + close + open + BAD "\n" + close, "a.md") == "");
}

BOOST_AUTO_TEST_CASE(line_ends) {
    BOOST_TEST(found("# alyxlint: ignore[AQ203] -- why\r\n" BAD "\r\n") == "");
    BOOST_TEST(silenced(BAD "  # alyxlint: ignore[AQ203] -- why\r\nx = 1\r\n") == "1 AQ203 (why)");
}
