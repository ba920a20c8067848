// What is open at a place of unfinished code, and how it is closed.
#include "analyzer/host/unfinished.hpp"

#include <boost/test/unit_test.hpp>

#include "analyzer/host/host.hpp"

using namespace alyx::analyzer;

namespace {

Unit unit_of(std::string code, std::string name = "script.py") {
    return std::move(units_of(std::move(name), std::move(code)).units.front());
}

Place end_of(Unit const& unit) {
    auto const size = unit.sources[0]->text().size();
    return {0, make_span(size, size)};
}

/// Brackets by their letters, strings by their quotes, interpolations as `%`, comments as `#`.
std::string open_at_end(std::string code, std::string name = "script.py") {
    auto const unit = unit_of(std::move(code), std::move(name));
    auto const found = unfinished_at(unit, end_of(unit));
    std::string shown;
    for (auto const& one : found->open) {
        if (one.kind == OpenCode::Kind::bracket) shown += one.opener;
        if (one.kind == OpenCode::Kind::string) shown += one.end;
        if (one.kind == OpenCode::Kind::interpolation) shown += '%';
        if (one.kind == OpenCode::Kind::comment) shown += '#';
    }
    return shown;
}

std::string closed(std::string code, AroundCode around = AroundCode::before, std::string name = "script.py") {
    auto const unit = unit_of(std::move(code), std::move(name));
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

BOOST_AUTO_TEST_CASE(knows_what_is_open_in_JavaScript) {
    auto const open = [](std::string code) { return open_at_end(std::move(code), "a.ts"); };
    BOOST_TEST(open("f(`a ${b['c'](d") == "(`%(");
    BOOST_TEST(open("f(`a ${b} 'c") == "(`");
    BOOST_TEST(open("f(`a\nb") == "(`");
    BOOST_TEST(open("f('a\nb") == "(");
    BOOST_TEST(open("f(/[/'\"]`/, 'a") == "('");
    BOOST_TEST(open("f(a / b, 'a") == "('");
    BOOST_TEST(open("x = a[0] / 2; f('a/") == "('");
    BOOST_TEST(open("return /'/.test(") == "(");
    BOOST_TEST(open("f(a // '") == "(#");
    BOOST_TEST(open("f(a /* '\n") == "(#");
    BOOST_TEST(open("f(a /* ' */") == "(");
    BOOST_TEST(open("x = max(1, {\nconst a = f(") == "({(");
    BOOST_TEST(open("x = max(1, [\nconst a = f(") == "(");
    std::string const code = "await axios.get<A[]>(url, {params: {'a'";
    auto const unit = unit_of(code, "a.ts");
    auto const found = unfinished_at(unit, end_of(unit));
    BOOST_TEST_REQUIRE(found->open.size() == 3U);
    BOOST_TEST(found->open[0].callee.of(code) == "get");
    BOOST_TEST(found->open[0].keyword.of(code) == "params");
    BOOST_TEST(found->open[0].items == 1U);
}

BOOST_AUTO_TEST_CASE(knows_what_is_open_in_a_shell) {
    auto const open = [](std::string code) { return open_at_end(std::move(code), "a.sh"); };
    BOOST_TEST(open("curl -s 'a") == " '");
    BOOST_TEST(open("curl -s 'a\nb\\") == " '");
    BOOST_TEST(open("curl -s $'a\\'") == " '");
    BOOST_TEST(open("curl \"a'$(date '+%F' \"") == " \"% \"");
    BOOST_TEST(open("curl \"a${b:-'c'}") == " \"");
    BOOST_TEST(open("curl \"a`b c` ") == " \"");
    BOOST_TEST(open("a | b; c && d -e") == " ");
    BOOST_TEST(open("X=1 curl a 2>&1 -d ") == " ");
    BOOST_TEST(open("curl a \\\n  -d \"") == " \"");
    BOOST_TEST(open("curl a# 'b' # 'c") == " #");
    BOOST_TEST(open("if a; then b; fi; { c; } ; ( d ); e '") == " '");
    BOOST_TEST(open("cat <<-'E' | tr a b\n it's\n\tE\ncurl '") == " '");
    BOOST_TEST(open("cat <<E\n it's") == "#");
    std::string const code = "sudo -E env A=b /usr/bin/curl -s x";
    auto const unit = unit_of(code, "a.sh");
    auto const found = unfinished_at(unit, end_of(unit));
    BOOST_TEST_REQUIRE(found->open.size() == 1U);
    BOOST_TEST(found->open[0].callee.of(code) == "curl");
}

BOOST_AUTO_TEST_CASE(closes_what_a_shell_has_open) {
    auto const whole = [](std::string code) { return closed(std::move(code), AroundCode::before, "a.sh"); };
    BOOST_TEST(whole("for a in b; do curl \"$(c '") == "for a in b; do curl \"$(c '_')\"; done\n");
    BOOST_TEST(whole("if a; then b; elif c") == "if a; then b; elif c_; then :; fi\n");
    BOOST_TEST(whole("f() { while a; do case $1 in b) curl c") ==
               "f() { while a; do case $1 in b) curl c_;; esac; done; }\n");
}

BOOST_AUTO_TEST_CASE(knows_what_is_open_in_MATLAB) {
    auto const open = [](std::string code) { return open_at_end(std::move(code), "a.m"); };
    BOOST_TEST(open("f('a''") == "('");
    BOOST_TEST(open("f(x', [y' 'a") == "(['");
    BOOST_TEST(open("f(\"a'") == "(\"");
    BOOST_TEST(open("f('a\nb('") == "('");
    BOOST_TEST(open("f(a, ...\n  'b") == "('");
    BOOST_TEST(open("f(a, ... 'b") == "(");
    BOOST_TEST(open("f(a % 'b") == "(#");
    BOOST_TEST(open("x = [1 2\n 'a") == "['");
    BOOST_TEST(open("x = {1, f(") == "{(");
    std::string const code = "one.alyx.rest('a', 'list', django=x";
    auto const unit = unit_of(code, "a.m");
    auto const found = unfinished_at(unit, end_of(unit));
    BOOST_TEST_REQUIRE(found->open.size() == 1U);
    BOOST_TEST(found->open[0].callee.of(code) == "rest");
    BOOST_TEST(found->open[0].keyword.of(code) == "django");
    BOOST_TEST(found->open[0].items == 2U);
}

BOOST_AUTO_TEST_CASE(has_nothing_open_in_queries) {
    BOOST_TEST(open_at_end("endpoint: sessions\nnickname,it's ([", "a.alyxq") == "");
    BOOST_TEST(open_at_end("nickname,x  # it's", "a.alyxq") == "#");
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
