// Commands of a shell as calls.
#include <boost/test/unit_test.hpp>

#include "tests/host/calls.hpp"

using namespace alyx::analyzer;
using test::Calls;

namespace {

Calls calls(std::string code, std::string name = "a.sh") {
    return test::calls_of(std::move(name), std::move(code));
}

#define CHECK_CALLS(code, ...) BOOST_TEST(calls(code) == (Calls{__VA_ARGS__}), boost::test_tools::per_element())

constexpr std::string_view script = R"sh(#!/bin/bash
set -eu; BASE="https://x.org"; export A=1 B='c d'
f() { local u=$1; G=2; curl $'a\'b' "${X:-def}" {a,b} ~ 2>&1; }
for s in a "$b" *.nwb; do curl "$BASE/x?y=$s&z=$(date +%F)" | jq '.[] | .id' > "$s.json" || exit 1; done
if [ -n "$1" ] && [[ $2 =~ ^a.*$ ]]; then wget -q $BASE/x?a=b&c=d; elif true; then :; else curl -G x; fi
case $x in a|b) curl a;; *) curl `echo b`;; esac
while read -r l; do curl "${args[@]}" "$l"; done < <(cat f)
cat <<EOF | curl -d @- "$BASE"
{"a": "$x"}
EOF
args=(-s -H "A: $TOKEN"); args+=(x); unset y; ((i++)); (cd /tmp && sudo -E curl x) &
)sh";

}  // namespace

BOOST_AUTO_TEST_CASE(Words_are_texts_whatever_their_quotes) {
    CHECK_CALLS("curl 'a b' \"c\\\"$d\" e\\ f 'g'\"h\"$i", "curl(a b, c\"<?>, e f, gh<?>)");
    CHECK_CALLS("BASE=https://x.org\ncurl -G \"$BASE/x\" -d y=${Z} \\\n  --data-urlencode 'q=a b'",
                "curl(-G, https://x.org/x, -d, y=<?>, --data-urlencode, q=a b)");
    CHECK_CALLS("curl $'it\\'s' {a,b} \"$(date)\" $((1+2))", "curl(it's, <text>, <text>, <text>)");
    CHECK_CALLS("curl http://x/y?a=b&c=d", "curl(http://x/y?a=b)");
}

BOOST_AUTO_TEST_CASE(Commands_are_found_where_they_stand) {
    CHECK_CALLS("/usr/bin/curl a | jq .; sudo -E curl b && X=1 curl c > f; if curl d; then curl e; fi", "curl(a)",
                "curl(b)", "curl(c)", "curl(d)", "curl(e)");
    CHECK_CALLS("x=$(curl \"$(f y)\" a)", "curl(<text>, a)", "f(y)");
    CHECK_CALLS("args=(-s a); curl \"${args[@]}\" b", "curl(-s, a, b)");
}

BOOST_AUTO_TEST_CASE(Variables_are_followed) {
    CHECK_CALLS("u=a; u+=b; curl $u ${u:-c} ${u%b}", "curl(ab, ab, <text>)");
    CHECK_CALLS("[ -z \"$u\" ] && u=a; curl \"$u\"", "curl(a)", "curl(<?>)");
    CHECK_CALLS("u=a; . ./config; curl $u", "curl(<?>)", "curl(a)");
    CHECK_CALLS("u=a; . ./config; u=b; curl $u", "curl(b)");
    CHECK_CALLS("u=a; v=b; if x; then eval y; fi; source z; curl $u; curl $v", "curl(<?>)", "curl(a)", "curl(<?>)",
                "curl(b)");
    CHECK_CALLS("u=a; g() { . ./config; curl $u; }; curl $u; h() { curl $u; }", "curl(<?>)", "curl(a)", "curl(a)",
                "curl(a)", "curl(<?>)");
    CHECK_CALLS("u=a; g() { u=b; local v=c; }; curl $u; v=d; curl $v", "curl(a)", "curl(d)");
    CHECK_CALLS("curl ${u:-a}", "curl(<?>)", "curl(a)");
    CHECK_CALLS("u=a; read -r u; curl $u", "curl(<?>)");
    CHECK_CALLS("for s in a 'b c'; do curl $s; done; for s in *; do curl $s; done", "curl(a)", "curl(b c)",
                "curl(<?>)");
    CHECK_CALLS("case $x in a) u=a;; *) u=b;; esac; curl $u", "curl(a)", "curl(b)");
}

BOOST_AUTO_TEST_CASE(Fences_of_shells_may_have_prompts) {
    BOOST_TEST(calls("```console\n$ curl a \\\n> b\nout curl c\n```\n```sh\ncurl d\n```\n", "a.md") ==
                   (Calls{"curl(a, b)", "curl(d)"}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(Any_part_of_a_shell_script_folds) {
    BOOST_TEST(calls(std::string(script)).size() > 8U);
    test::fold_all_parts("a.sh", script);
}
