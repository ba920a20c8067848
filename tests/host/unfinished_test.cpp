// What is open at a place of unfinished code, and how it is closed.
#include "analyzer/host/unfinished.hpp"

#include <boost/test/unit_test.hpp>

#include "analyzer/host/host.hpp"

using namespace alyx::analyzer;

namespace {

Unit unit_of(std::string code) {
    return std::move(units_of("script.py", std::move(code)).units.front());
}

Place end_of(Unit const& unit) {
    auto const size = unit.sources[0]->text().size();
    return {0, make_span(size, size)};
}

/// Brackets by their letters, strings by their quotes, interpolations as `%`, comments as `#`.
std::string open_at_end(std::string code) {
    auto const unit = unit_of(std::move(code));
    auto const found = unfinished_at(unit, end_of(unit));
    std::string shown;
    for (auto const& one : found->open) {
        if (one.kind == OpenCode::Kind::bracket) shown += one.opener;
        if (one.kind == OpenCode::Kind::string) shown += one.quote;
        if (one.kind == OpenCode::Kind::interpolation) shown += '%';
        if (one.kind == OpenCode::Kind::comment) shown += '#';
    }
    return shown;
}

std::string closed(std::string code, AroundCode around = AroundCode::before) {
    auto const unit = unit_of(std::move(code));
    auto const found = unfinished_at(unit, end_of(unit));
    auto const whole = closed_at(unit, end_of(unit), *found, "_", around);
    return std::string(whole.fragments[0].ranges[0].of(whole.sources[0]->text()));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(unfinished_code)

BOOST_AUTO_TEST_CASE(knows_what_is_open) {
    BOOST_TEST(open_at_end("") == "");
    BOOST_TEST(open_at_end("f(a, [b") == "([");
    BOOST_TEST(open_at_end("f(a, [b])") == "");
    BOOST_TEST(open_at_end("f('a") == "('");
    BOOST_TEST(open_at_end("f('a\\'") == "('");
    BOOST_TEST(open_at_end("f(r'a\\'") == "('");
    BOOST_TEST(open_at_end("f(\"\"\"a\n'b") == "(\"\"\"");
    BOOST_TEST(open_at_end("f('''a''' '") == "('");
    BOOST_TEST(open_at_end("f(f'{x[") == "('%[");
    BOOST_TEST(open_at_end("f(f'{{x") == "('");
    BOOST_TEST(open_at_end("f('{x") == "('");
    BOOST_TEST(open_at_end("f(a # '") == "(#");
    BOOST_TEST(open_at_end("f(a # '\n") == "(");
}

BOOST_AUTO_TEST_CASE(ends_strings_with_their_lines) {
    BOOST_TEST(open_at_end("f('a\n") == "(");
    BOOST_TEST(open_at_end("f('a\\\nb") == "('");
    BOOST_TEST(open_at_end("f(f'{x\n") == "(");
    BOOST_TEST(open_at_end("f(f'''{x\n") == "('''%");
}

BOOST_AUTO_TEST_CASE(forgets_brackets_before_a_statement) {
    BOOST_TEST(open_at_end("x = [1, 2\ndef f(") == "(");
    BOOST_TEST(open_at_end("x = [1, 2\nreturned(") == "[(");
    BOOST_TEST(open_at_end("x = [a\n     for a in (") == "[(");
}

BOOST_AUTO_TEST_CASE(ignores_closers_that_fit_nothing) {
    BOOST_TEST(open_at_end("f(a])") == "");
    BOOST_TEST(open_at_end(")]}(") == "(");
}

BOOST_AUTO_TEST_CASE(counts_items_and_names_keywords) {
    std::string const code = "rest('sessions', [1, 2], django=x";
    auto const unit = unit_of(code);
    auto const found = unfinished_at(unit, end_of(unit));
    BOOST_REQUIRE(found->open.size() == 1);
    BOOST_TEST(found->open[0].items == 2);
    BOOST_TEST(found->open[0].callee.of(code) == "rest");
    BOOST_TEST(found->open[0].keyword.of(code) == "django");
    BOOST_TEST(found->word.of(code) == "x");
    BOOST_TEST(found->open[0].item_began);
}

BOOST_AUTO_TEST_CASE(is_closed_from_the_inside_out) {
    BOOST_TEST(closed("f(a, ['b") == "f(a, ['b_'])\n");
    BOOST_TEST(closed("f(f'{x") == "f(f'{x_}')\n");
    BOOST_TEST(closed("f(\"\"\"") == "f(\"\"\"_\"\"\")\n");
    BOOST_TEST(closed("x = 3\ny = 4\nf('a", AroundCode::statement) == "f('a_')\n");
    BOOST_TEST(closed("def g():\n    return f('a", AroundCode::statement) == "def g():\n    return f('a_')\n");
}

BOOST_AUTO_TEST_CASE(keeps_the_lines_behind_where_asked) {
    auto const unit = unit_of("q = 'a\nf(q)\n");
    Place const place{0, {6, 6}};
    auto const found = unfinished_at(unit, place);
    auto const whole = closed_at(unit, place, *found, "_", AroundCode::but_end_of_line);
    BOOST_TEST(whole.sources[0]->text() == "q = 'a_'\nf(q)\n");
}

BOOST_AUTO_TEST_CASE(is_none_of_what_is_no_code) {
    auto units = units_of("page.md", "text 'a\n\n```python\nx = (\n```\n").units;
    BOOST_TEST(!unfinished_at(units.front(), {0, {6, 6}}).has_value());
    BOOST_TEST(unfinished_at(units.front(), {0, {24, 24}}).has_value());
}

BOOST_AUTO_TEST_SUITE_END()
