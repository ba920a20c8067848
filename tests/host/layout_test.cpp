// Which rows belong together, where comments stand and where they cannot.
#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "analyzer/host/host.hpp"
#include "analyzer/host/layout.hpp"

using namespace alyx::analyzer;

namespace {

Layout layout(std::string text, std::string name = "a.py") {
    auto units = units_of(std::move(name), std::move(text));
    BOOST_TEST_REQUIRE(units.units.size() == 1U);
    return layout_of(units.units[0], 0);
}

/// Rows of statements over more than one row, then rows that take no comment, then those with comments.
std::string shown(Layout const& layout) {
    std::string text;
    for (Rows rows : layout.statements) text += std::to_string(rows.first) + "-" + std::to_string(rows.last) + " ";
    text += "|";
    for (auto row : layout.no_ends) text += " " + std::to_string(row);
    text += " |";
    for (auto const& comment : layout.comments) text += " " + std::to_string(comment.row) + (comment.alone ? "!" : "");
    return text;
}

struct Case {
    char const* code;
    char const* expected;
};
std::ostream& operator<<(std::ostream& out, Case const& c) {
    return out << c.code;
}

Case const cases[] = {
    {"", "| |"},
    {"x = 1\ny = 2\n", "| |"},
    {"# a\nx = 1  # b\n  # c\n", "| | 0! 1 2!"},
    {"x = f(\n  1,  # a\n  # b\n)\n", "0-3 | | 1 2!"},
    {"x = '''\n# no\n'''\n", "0-2 | 0 1 |"},
    {"x = f'''{\na}\n'''\n", "0-2 | 0 1 |"},
    {"x = 1 + \\\n  2\n# a \\\ny = 1\n", "0-1 | 0 | 2!"},
    {"x = 'a\\\nb'\n", "0-1 | 0 |"},
    {"if f(\n  1):\n  x = g(\n  2)\nelif h(\n 1): pass\nelse:\n  y\n", "0-1 2-3 4-5 | |"},
    {"if a: x = f(\n  1); y = g(\n 2)\n", "0-2 | |"},
    {"@d(\n 1)\n@e\ndef f(a,\n  b):\n  '''\n  '''\n  return a\n", "0-1 3-4 5-6 | 5 |"},
    {"class A(\n  B):\n  x = [\n  ]\n", "0-1 2-3 | |"},
    {"try:\n  x = (\n  1)\nexcept (A,\n  B):\n  y\nfinally:\n  z\n", "1-2 3-4 | |"},
    {"with (a as b,\n  c as d):\n  x\nfor i in (1,\n  2):\n  y\nwhile f(\n  ): z\n", "0-1 3-4 6-7 | |"},
    {"match f(\n  1):\n  case [1,\n    2]:\n    x = (\n    )\n", "0-1 2-3 4-5 | |"},
    {"async def f():\n  return await g(\n  1)\n", "1-2 | |"},
    {"x = 1\r\ny = f(\r\n)  # a\r\n", "1-2 | | 2"},
    {"%matplotlib inline # no\n!ls # no\nx = f(\n)\n", "2-3 | |"},
    {"f(1,\n", "| |"},
};

}  // namespace

BOOST_DATA_TEST_CASE(rows_of_statements_are_known, boost::unit_test::data::make(cases), c) {
    BOOST_TEST(shown(layout(c.code)) == c.expected);
}

BOOST_AUTO_TEST_CASE(a_row_has_its_statement) {
    auto of = layout("x = 1\ny = f(\n  1,\n)\nz = 2\n");
    BOOST_TEST(of.statement(0).last == 0U);
    for (std::uint32_t row : {1U, 2U, 3U}) {
        BOOST_TEST(of.statement(row).first == 1U);
        BOOST_TEST(of.statement(row).last == 3U);
    }
    BOOST_TEST(of.statement(4).first == 4U);
}

BOOST_AUTO_TEST_CASE(comments_end_with_their_line) {
    for (std::string const end : {"\n", "\r\n", "\r", ""}) {
        std::string const text = "x = 1  # a" + end;
        auto of = layout(text);
        BOOST_TEST_REQUIRE(of.comments.size() == 1U);
        BOOST_TEST(of.comments[0].span.of(text) == "# a");
    }
}

BOOST_AUTO_TEST_CASE(only_code_of_a_document_has_comments) {
    auto of = layout("# Title\n\n> ```python\n> # a\n> x = f(\n>   1)  # b\n> ```\n\n# More\n", "a.md");
    BOOST_TEST(shown(of) == "4-5 | | 3! 5");
}

BOOST_AUTO_TEST_CASE(code_within_code_is_no_document) {
    auto of = layout("def f():\n    \"\"\"\n    >>> g(1)\n\n    \"\"\"\nx = 1  # a <!-- b -->\ny = '<!-- c -->'\n");
    BOOST_TEST(shown(of) == "1-4 | 1 2 3 | 5");
    for (std::uint32_t row = 0; row < 7; ++row) BOOST_TEST(of.marks(row).begin == "#");
    auto document = layout("a\n\n```js\nf()\n```\n\nb\n", "a.md");
    BOOST_TEST(document.marks(1).begin == "<!--");
    BOOST_TEST(document.marks(3).begin == "//");
    BOOST_TEST(document.marks(6).begin == "<!--");
}

BOOST_AUTO_TEST_CASE(deeply_nested_code_has_a_layout) {
    std::string text;
    for (int i = 0; i < 400; ++i) text += std::string(static_cast<std::size_t>(i), ' ') + "if x:\n";
    BOOST_TEST(layout(text + std::string(5000, '(')).comments.empty());
}
