// Calls in MATLAB, which has a parser of its own here.
#include <boost/test/unit_test.hpp>

#include "analyzer/host/matlab_tokens.hpp"
#include "tests/host/calls.hpp"

using namespace alyx::analyzer;
using test::Calls;

namespace {

Calls calls(std::string code, std::string name = "a.m") {
    return test::calls_of(std::move(name), std::move(code));
}

#define CHECK_CALLS(code, ...) BOOST_TEST(calls(code) == (Calls{__VA_ARGS__}), boost::test_tools::per_element())

constexpr std::string_view script = R"m(classdef Api < handle
  properties (Access = private), base = 'https://x.org'; end
  methods
    function [a, b] = get(obj, x, varargin)
      if nargin < 2 || isempty(x'), x = {1, 'a'; 2, "b"}; elseif ~x, return, end
      for i = 1:numel(x), a(i).b{end} = getData([obj.base '/x?y=' num2str(x{i}) ''''], x.'); end  % it's
      while true, try, f(@(z) z' + 1, [1 -2; 3 - 4]), catch e, disp(e.message), end, break; end
      switch x, case {'a', 'b'}, f ...
          ('c'); otherwise, hold on; end
      %{
      f('no')
      %}
      s = sprintf('%s/%d', "q", 4); s += 1e-3; f(s(1:end-1), struct('k', {1}).k, k="v");
    end
  end
end
)m";

}  // namespace

BOOST_AUTO_TEST_CASE(Quotes_transpose_or_begin_texts) {
    CHECK_CALLS("f(a', 'b')", "f(<?>, b)");
    CHECK_CALLS("f([a' 'b'])", "f(<?>b)");
    CHECK_CALLS("f('it''s', \"say \"\"x\"\"\")", "f(it's, say \"x\")");
    CHECK_CALLS("x = y'; f('a')", "f(a)");
    CHECK_CALLS("x = {'a', 'b'}'; f(x{2}')", "f(<?>)");
    CHECK_CALLS("disp 'it''s'\nf('a')", "f(a)");
}

BOOST_AUTO_TEST_CASE(Texts_are_put_together) {
    CHECK_CALLS("u = ['a?x=' num2str(3) '&y=' z]; f(u)", "f(a?x=3&y=<?>)");
    CHECK_CALLS("f(\"a\" + 1 + x, 'a' + 1)", "f(a1<?>, <number>)");
    CHECK_CALLS("a = 'x'; b = 'y'; f([a b], [a, '-', b])", "f(xy, x-y)");
    CHECK_CALLS("f(sprintf('%s/%d', 'q', 4), strcat('a', x), strjoin({'a', 'b'}, ','))", "f(q/4, a<?>, a,b)");
    CHECK_CALLS("f([\"a\" \"b\"], ['a'; 'b'], [1 -2])", "f(['a', 'b'], <?>, [1, -2])");
    CHECK_CALLS("f(['a' ... comment 'x'\n 'b'])", "f(ab)");
}

BOOST_AUTO_TEST_CASE(Keywords_come_in_three_ways) {
    CHECK_CALLS("f(1, k='v', n = 2)", "f(1, k=v, n=2)");
    CHECK_CALLS("one.alyx.rest('sessions', 'list', pyargs('django', 'a,1'))",
                "one.alyx.rest(sessions, list, django=a,1)");
    CHECK_CALLS("f(struct('a', 1, 'b', 'x'))", "f({'a': 1, 'b': 'x'})");
    CHECK_CALLS("data = one.getData('sessions?a=b', 'k', v);", "one.getData(sessions?a=b, k, <?>)");
}

BOOST_AUTO_TEST_CASE(Statements_bind_names) {
    CHECK_CALLS("if x, u = 'a'; else, u = 'b'; end, f(u)", "f(a)", "f(b)");
    CHECK_CALLS("switch x\ncase 1\nu = 'a';\notherwise\nu = 'b';\nend\nf(u)", "f(a)", "f(b)");
    CHECK_CALLS("u = 'a'; [u, v] = g(u); f(u)", "f(<?>)");
    CHECK_CALLS("u = 'a'; u(1) = 'b'; f(u)", "f(<?>)");
    CHECK_CALLS("u = 'a'; for i = 1:3, u = [u 'b']; end, f('c')", "f(c)");
    CHECK_CALLS("function a\nf('x')\nfunction b\nf('y')", "f(x)", "f(y)");
    CHECK_CALLS("function a\nif x\nf('x')\nend\nend\nf('y')", "f(x)", "f(y)");
    CHECK_CALLS("% f('a')\n%{\nf('b')\n%}\n# f('c')\nhold on; f('d')  % e", "f(d)");
    CHECK_CALLS("try, f('a'), catch e, f('b'), end", "f(a)", "f(b)");
}

BOOST_AUTO_TEST_CASE(A_statement_may_follow_a_header_at_once) {
    CHECK_CALLS("x = 'a'; if (isempty(y)) x = 'b'; end; f(x)", "f(b)", "f(a)");
    CHECK_CALLS("if (ok) f('a'); elseif (b) f('b'), else f('c'); end", "f(a)", "f(b)", "f(c)");
    CHECK_CALLS("if ok f('a'), end", "f(a)");
    CHECK_CALLS("if (ok) hold on; end, if (ok) disp 'it''s'; end, f('a')", "f(a)");
    CHECK_CALLS("while (ok) f('a'); end", "f(a)");
    CHECK_CALLS("for k = 1:3 f('a'); end", "f(a)");
    CHECK_CALLS("for (k = 1:3) f('a'); end, parfor (k = 1:3, 4) f('b'); end", "f(a)", "f(b)");
    CHECK_CALLS("switch (x) case 1 f('a'); case {2, 'b'} f('b'); otherwise f('c'); end", "f(a)", "f(b)", "f(c)");
    CHECK_CALLS("switch x\n case 1\n f('a');\n otherwise f('c');\n end", "f(a)", "f(c)");
    CHECK_CALLS("try f('a'); catch f('b'); end", "f(a)", "f(b)");
    CHECK_CALLS("try f('a'); catch e f('b'); end", "f(a)", "f(b)");
    CHECK_CALLS("try\n f('a');\ncatch\n f('b');\nend", "f(a)", "f(b)");
    CHECK_CALLS("function g(x) f('a'); end", "f(a)");
}

BOOST_AUTO_TEST_CASE(A_line_that_is_not_finished_ends_its_call) {
    CHECK_CALLS("f('a', 'b\nf('c')", "f(a, <?>) broken", "f(c)");
}

BOOST_AUTO_TEST_CASE(Any_part_of_MATLAB_folds) {
    BOOST_TEST(calls(std::string(script)).size() == 4U);
    test::fold_all_parts("a.m", script);
}

BOOST_AUTO_TEST_CASE(Depth_and_length_of_MATLAB_are_bounded) {
    for (std::string piece : {"((([{-~", "if x,\n", "f(a) - ", "f(a) + ", "\"a\" + ", "f(a).b", "f(a){1}", "@(x) ",
                              "f(", "x || ", "function f\n", "['a' ", "switch x\ncase 1\n"}) {
        std::string code;
        for (int i = 0; i < 5000; ++i) code += piece;
        calls("f(" + code);
        calls(code + "f('a')");
    }
}
