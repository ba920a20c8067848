// Python expressions: what eval() gives, what it raises, and what is not followed.
#include "analyzer/value/expression.hpp"

#include <boost/test/unit_test.hpp>

#include "analyzer/query/server_names.hpp"

using namespace alyx::analyzer;

namespace {

using Result = Evaluation::Result;

Evaluation evaluate(std::string_view text) {
    return evaluate_expression(text, {{}, alyx_server_name});
}

/// The value's repr, `computed`, or the exception (with the name that is not defined).
std::string outcome(std::string_view text) {
    Evaluation const e = evaluate(text);
    if (e.result == Result::value) return py_repr(e.value);
    if (e.result == Result::computed) return "computed";
    return e.name.empty() ? e.exception : e.exception + " " + e.name;
}

struct Example {
    std::string_view text, outcome;
};

template <std::size_t Count>
void check(Example const (&examples)[Count]) {
    for (auto const& e : examples) {
        BOOST_TEST_CONTEXT(e.text) {
            BOOST_TEST(outcome(e.text) == e.outcome);
        }
    }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(expression)

BOOST_AUTO_TEST_CASE(literals_mean_what_they_mean_in_python) {
    check({{"('a')", "'a'"},
           {"[1, 2.50, -3, True, None, ...]", "[1, 2.5, -3, True, None, Ellipsis]"},
           {"[0x1F, 0o17, 0b11, 1_000, 0_0]", "[31, 15, 3, 1000, 0]"},
           {"[1e400, 1e16, .5, 5., 1j]", "[inf, 1e+16, 0.5, 5.0, 1j]"},
           {"[12345678901234567890]", "[12345678901234567890]"},
           {"['a' \"b\", b'a' b'\\xff', r'\\d']", "['ab', b'a\\xff', '\\\\d']"},
           {"['\\x41\\101\\u00e9\\n\\q']", "['AAé\\n\\\\q']"},
           {"['\\N{DEGREE SIGN}', '\\N{em dash}']", "computed"},
           {"[\"it's\", '\\ud800']", "[\"it's\", '\\ud800']"},
           {"['''a\r\nb''']", "['a\\nb']"}});
}

BOOST_AUTO_TEST_CASE(displays_are_built_with_unpacking) {
    check({{"()", "()"},
           {"(1,)", "(1,)"},
           {"(1)", "1"},
           {"[*range(3), *'ab']", "[0, 1, 2, 'a', 'b']"},
           {"({'a': 1, **{'a': 2, 'b': 3}})", "{'a': 2, 'b': 3}"},
           {"({1: 'x', True: 'y', 1.0: 'z'})", "{1: 'z'}"},
           {"({1, 1.0, True})", "{1}"},
           {"({[]: 1})", "TypeError"},
           {"[*5]", "TypeError"}});
}

BOOST_AUTO_TEST_CASE(malformed_text_is_a_syntax_error) {
    for (std::string_view text : {"[1, 2",
                                  "(1]",
                                  "[1 2]",
                                  "[,]",
                                  "['a]",
                                  "[022]",
                                  "[1__0]",
                                  "[1abc]",
                                  "('a' b'b')",
                                  "('\\x4')",
                                  "(b'é')",
                                  "('\\N{}')",
                                  "('\\N{é}')",
                                  "('\\N{EM_DASH}')",
                                  "('\\N{EM  DASH}')",
                                  "('\\N{EM DASH }')",
                                  "('\\N{1 DASH}')",
                                  "('\\N{DASH (EM)}')",
                                  "[“a”]",
                                  "(a;b)",
                                  "(x=1)",
                                  "(yield)",
                                  "(await x)",
                                  "(*[1])",
                                  "(lambda x, x: 1)",
                                  "(f(a=1, 2))",
                                  "(f'{}')",
                                  "(f'{1!x}')",
                                  "([x := 1 for x in y])",
                                  "([1 for 1 in x])",
                                  "[x async for x in y]",
                                  "(1 if 2)",
                                  "(1 + not 2)",
                                  "(1) (",
                                  "[1] * [",
                                  "(for)",
                                  "({1: 2, 3})"}) {
        BOOST_TEST_CONTEXT(text) {
            BOOST_TEST((evaluate(text).result == Result::syntax_error));
        }
    }
    check({{std::string_view("('a\0b')", 7), "SyntaxError"},
           {"['\xED\xA0\x80']", "UnicodeEncodeError"},
           {"(1)\n (2)", "IndentationError"}});
}

BOOST_AUTO_TEST_CASE(operators_have_pythons_precedence_and_results) {
    check({{"(1 + 2 * 3 < 8 and not 0)", "True"},
           {"(-2 ** 2)", "-4"},
           {"(2 ** -1)", "0.5"},
           {"(2 ** 3 ** 2)", "computed"},
           {"(7 // 2, -7 // 2, -7 % 3, 7.5 // 2, -7.5 % 2)", "(3, -4, 2, 3.0, 0.5)"},
           {"(1 < 2 < 3, 1 < 3 < 2, 1 == 1.0 == True)", "(True, False, True)"},
           {"(0 or 'x', 0 and 1/0, 1 if 0 else 2)", "('x', 0, 2)"},
           {"(2 ** 100 - 1)", "1267650600228229401496703205375"},
           {"('a' + 'b', [1] + [2], (1,) * 2)", "('ab', [1, 2], (1, 1))"},
           {"('a' in 'abc', 1 not in [2], None is None)", "(True, True, True)"},
           {"(0 * [1] > 2)", "TypeError"},
           {"[1/0]", "ZeroDivisionError"},
           {"['a' + 1]", "TypeError"},
           {"(1 < 'a')", "TypeError"},
           {"(10.0 ** 400)", "OverflowError"},
           {"(1 << -1)", "ValueError"}});
}

BOOST_AUTO_TEST_CASE(subscripts_and_slices_are_followed) {
    check({{"['a', 'b'][-1]", "'b'"},
           {"('äbc'[::-1], [1, 2, 3][1:], b'ab'[0])", "('cbä', [2, 3], 97)"},
           {"({'a': 1}['a'])", "1"},
           {"({'a': 1}['b'])", "KeyError"},
           {"[1][5]", "IndexError"},
           {"[1]['a']", "TypeError"},
           {"(1)[0]", "TypeError"},
           {"([1][::0])", "ValueError"}});
}

BOOST_AUTO_TEST_CASE(comprehensions_and_lambdas_run) {
    check({{"[x + x for x in range(5) if x % 2]", "[2, 6]"},
           {"(x for x in ['a', 'b'])", "['a', 'b']"},
           {"[a + b for a, b in [(1, 2), (3, 4)]]", "[3, 7]"},
           {"({k: str(k) for k in (1, 2)})", "{1: '1', 2: '2'}"},
           {"((lambda x, y=2: x + y)(1))", "3"},
           {"((lambda: 1)(2))", "TypeError"},
           {"([x for x in [1]] + [x])", "NameError x"},
           {"[1 for a in [1] for b in b]", "UnboundLocalError"}});
}

BOOST_AUTO_TEST_CASE(harmless_functions_are_called) {
    check({{"(len('äb'), max(1, 3), min([2, 1]), sum([1, 2.5]), sorted('ba'))", "(2, 3, 1, 3.5, ['a', 'b'])"},
           {"(str(1.50), int(' 5 '), float('1e3'), bool([]), abs(-1), round(2.5), ord('a'), chr(98))",
            "('1.5', 5, 1000.0, False, 1, 2, 97, 'b')"},
           {"(datetime(2021, 1, 1))", "datetime.datetime(2021, 1, 1, 0, 0)"},
           {"(datetime(2021, month=2, day=3, second=4))", "datetime.datetime(2021, 2, 3, 0, 0, 4)"},
           {"(uuid.UUID(int=1))", "UUID('00000000-0000-0000-0000-000000000001')"},
           {"(str(datetime(2021, 1, 1, microsecond=5)))", "'2021-01-01 00:00:00.000005'"},
           {"(range(1, 7, 2))", "range(1, 7, 2)"},
           {"(datetime(2021, 2, 30))", "ValueError"},
           {"(datetime(2021))", "TypeError"},
           {"(uuid.UUID('x'))", "ValueError"},
           {"(uuid.UUID(5))", "AttributeError"},
           {"(int('x'))", "ValueError"},
           {"(len(5))", "TypeError"},
           {"[1](2)", "TypeError"}});
}

BOOST_AUTO_TEST_CASE(names_that_are_not_defined_come_before_what_is_not_followed) {
    check({{"(KS|DY)", "NameError KS"},
           {"[A-Z]", "NameError A"},
           {"(spikes.times)", "NameError spikes"},
           {"[os.getcwd(), foo]", "NameError foo"},
           {"(1 if True else foo)", "1"},
           {"[1/0, foo]", "ZeroDivisionError"},
           {"[os.getcwd()]", "computed"},
           {"('%s' % 1)", "computed"},
           {"(datetime.now())", "computed"},
           {"([1] * 99999999)", "computed"},
           {"(y := 1)", "computed"},
           {"(f'{1:>3}')", "computed"}});
}

BOOST_AUTO_TEST_CASE(f_strings_are_joined) {
    check(
        {{"(f'a{1}b{\"x\"!r}{{}}' 'c')", "\"a1b'x'{}c\""}, {"[f'{1+1=}']", "['1+1=2']"}, {"[f'{x}']", "NameError x"}});
}

BOOST_AUTO_TEST_CASE(variables_of_the_scope_are_seen) {
    PyValue const two = PyValue::make_integer(2);
    ExpressionScope::Binding const locals[] = {{"i", &two}};
    auto const e = evaluate_expression("(i * 2)", {locals, alyx_server_name});
    BOOST_TEST((e.result == Result::value));
    BOOST_TEST(e.value.integer == 4);
    BOOST_TEST(outcome("(i)") == "NameError i");
}

BOOST_AUTO_TEST_CASE(functions_and_modules_are_values_without_content) {
    BOOST_TEST((evaluate("(max)").value.kind == PyValue::Kind::callable));
    BOOST_TEST((evaluate("(datetime)").value.kind == PyValue::Kind::callable));
    BOOST_TEST((evaluate("(os)").value.kind == PyValue::Kind::object));
}

BOOST_AUTO_TEST_CASE(items_know_where_they_are_written) {
    std::string_view const text = "[ 'a', (1), [2, 'é'] ]";
    auto const e = evaluate(text);
    BOOST_TEST(e.value.span.of(text) == text);
    BOOST_TEST(e.value.items[0].span.of(text) == "'a'");
    BOOST_TEST(e.value.items[1].span.of(text) == "(1)");
    BOOST_TEST(e.value.items[2].items[1].span.of(text) == "'é'");
}

BOOST_AUTO_TEST_CASE(what_runs_on_the_server_is_listed) {
    auto spans = [](std::string_view text) {
        std::string all;
        for (Span span : evaluate(text).executed) all += std::string(span.of(text)) + "|";
        return all;
    };
    BOOST_TEST(spans("['a', True, -1]") == "");
    BOOST_TEST(spans("[os.getcwd(), 1, max, (datetime(2021, 1, 1))]") == "os.getcwd()|max|(datetime(2021, 1, 1))|");
    BOOST_TEST(spans("[[x for x in y], foo]") == "[x for x in y]|foo|");
}

BOOST_AUTO_TEST_CASE(the_culprit_is_what_is_wrong) {
    auto culprit = [](std::string_view text) { return std::string(evaluate(text).culprit.of(text)); };
    BOOST_TEST(culprit("['a', foo.bar]") == "foo");
    BOOST_TEST(culprit("[1, 1/0]") == "1/0");
    BOOST_TEST(culprit("[1, 022]") == "022");
    BOOST_TEST(culprit("[1, (2]") == "]");
    BOOST_TEST(culprit("[1, 2 3]") == "3");
}

BOOST_AUTO_TEST_CASE(depth_and_work_are_bounded) {
    auto nested = [](std::string_view open, std::size_t count, std::string_view close) {
        std::string text = "(";
        for (std::size_t i = 0; i < count; ++i) text += open;
        return text += close;
    };
    BOOST_TEST(outcome(nested("[", 100'000, ")")) == "SyntaxError");
    BOOST_TEST(outcome(nested("-", 100'000, "1)")) == "MemoryError");
    BOOST_TEST(outcome(nested("lambda:", 100'000, "1)")) == "MemoryError");
    BOOST_TEST(outcome(nested("1+", 100'000, "1)")) == "RecursionError");
    BOOST_TEST(outcome(nested("1 if 1 else ", 3'000, "1)")) == "RecursionError");
    BOOST_TEST(outcome("[(x, y) for x in '" + std::string(2'000, 'a') + "' for y in '" + std::string(2'000, 'b') +
                       "']") == "computed");
}

BOOST_AUTO_TEST_CASE(any_piece_of_a_text_gives_a_result_within_it) {
    std::string_view const text =
        "[f'{a!r:>{w}}', (lambda x, *, y=1: {**x, 'k': y})(b)[1:2, ...], *[u for u, v in c if u not in v], \"é\\x41\" "
        "'b', 0x1f]";
    for (std::size_t begin = 0; begin < text.size(); ++begin) {
        for (std::size_t end = begin; end <= text.size(); ++end) {
            auto const e = evaluate(text.substr(begin, end - begin));
            BOOST_REQUIRE(e.culprit.begin <= e.culprit.end && e.culprit.end <= end - begin);
        }
    }
}

BOOST_AUTO_TEST_CASE(a_generator_within_a_display_is_an_object_and_does_not_run) {
    for (auto text : {"[(1/x for x in [0])]", "(1, [(y for x in 'ab')])", "({'a': (x for x in ())})"}) {
        Evaluation const e = evaluate(text);
        BOOST_TEST_CONTEXT(text) {
            BOOST_REQUIRE((e.result == Result::value));
            auto const* inner = &e.value;
            while (!inner->items.empty()) inner = &inner->items.back();
            BOOST_TEST((inner->kind == PyValue::Kind::object));
        }
    }
    check({{"[(x for x in 1)]", "TypeError"},
           {"[(x for x in y)]", "NameError y"},
           {"[(x for x in 'a')][0]", "computed"},
           {"len([(x for x in 'a')])", "computed"}});
}

BOOST_AUTO_TEST_CASE(what_every_module_defines_is_there) {
    check({{"(__file__)", "computed"}, {"[__builtins__]", "computed"}, {"(__all__)", "NameError __all__"}});
}

BOOST_AUTO_TEST_CASE(functions_and_classes_have_no_operators) {
    check({{"(range ^ (1, 5))", "TypeError"},
           {"(ord % 'a')", "TypeError"},
           {"('a' + max)", "TypeError"},
           {"(-max)", "TypeError"},
           {"(max < 1)", "TypeError"},
           {"([1] * datetime)", "TypeError"},
           {"(CharNullField >= 'a')", "TypeError"},
           {"(int | None)", "computed"},
           {"('%s' % max)", "computed"},
           {"(logger < 1)", "computed"},
           {"(DATA_DIR / 'a')", "computed"}});
}

BOOST_AUTO_TEST_CASE(functions_and_classes_are_no_collections) {
    check({{"[*list]", "TypeError"},
           {"[x for x in max]", "TypeError"},
           {"(len[0])", "TypeError"},
           {"(len[::-1])", "TypeError"},
           {"(list[0])", "computed"},
           {"(BaseQuerySet[0])", "computed"},
           {"[*models]", "computed"}});
}

BOOST_AUTO_TEST_CASE(large_integers_are_divided_and_combined_bit_by_bit) {
    check({{"(0x10 / 99999999999999999999)", "1.6e-19"},
           {"(9007199254740993 / 1)", "9007199254740992.0"},
           {"(-9007199254740995 / 1)", "-9007199254740996.0"},
           {"(10**30 / -3)", "-3.333333333333333e+29"},
           {"(0 / -3)", "-0.0"},
           {"(10**400 / 1)", "computed"},
           {"(100000000000000000000000000000 / 3)", "3.3333333333333333e+28"},
           {"(10**40 | 1)", "10000000000000000000000000000000000000001"},
           {"(-100000000000000000000 & 100000000000000000000)", "1048576"},
           {"(-1 ^ 2**70)", "-1180591620717411303425"},
           {"(-2**64 | 1)", "-18446744073709551615"}});
}

BOOST_AUTO_TEST_SUITE_END()
