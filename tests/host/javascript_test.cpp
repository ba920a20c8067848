// Calls in JavaScript and TypeScript, and what their arguments are known to be.
#include <boost/test/unit_test.hpp>

#include "tests/host/calls.hpp"

using namespace alyx::analyzer;
using test::Calls;

namespace {

Calls calls(std::string code, std::string name = "a.js") {
    return test::calls_of(std::move(name), std::move(code));
}

#define CHECK_CALLS(code, ...) BOOST_TEST(calls(code) == (Calls{__VA_ARGS__}), boost::test_tools::per_element())

constexpr std::string_view script = R"js(#!/usr/bin/env node
import axios, { get as g } from 'axios';
const base = 'https://x.org', { lab, ids: [first, ...others] = [] } = await load();
/* a */ let q = `a,${lab}`; // alyx: sessions
q += cond ? ',b' : `,${q.trim()}`;
async function* go({ a = 1, b: [c] }, ...d) {
  for (const [k, v] of Object.entries(a)) { if (!k) continue; else if (v === 'x') break; f(k + '/' + v); }
  for (let i = 0, j; i < 3; i++) do { i--; } while (i);
  try { await one.alyx.rest('sessions', 'list', { ...d, django: q }); } catch { throw new E(`x`); } finally { f(1e3) }
  switch (a) { case 1: case 'b': f(0x1F); break; default: return fetch(`${base}/x?y=${[1, 2].join(',')}`, { method }); }
  label: while (true) { q ||= 'z'; delete a.b[c]; break label; }
}
class A extends B { #p = 1; static s = fetch('/s'); get x() { return this.#p ?? super.x(y => ({ y, [y]: y })); } static {} }
export default class { };
x = y => f`t${y}`, (function () { return fetch(/re[/]g/.source + "/\u{41}\x42\
c"); })();
)js";

constexpr std::string_view typed = R"ts(
import type { T } from './t';
export abstract class Api<T extends object> implements I { private url = '/api'; constructor(readonly http: Http) {}
  get(id?: string, n: number = 3): Promise<T> { return fetch<T>(`${this.url}/${id!}?n=${n}` as string) satisfies X; } }
enum E { A = 'a' } declare module 'm' { const x: E.A; } namespace N { export const y = <any>fetch('/n'); }
type U = { [k in keyof T]?: T[k] } | `a${string}`;
)ts";

}  // namespace

BOOST_AUTO_TEST_CASE(Templates_and_sums_are_texts_with_holes) {
    CHECK_CALLS("fetch(`${base}/x?y=${1.5}&z=${true}`)", "fetch(<?>/x?y=1.5&z=true)");
    CHECK_CALLS("const base = 'https://x.org'; fetch(base + '/x?y=' + n + 2)", "fetch(https://x.org/x?y=<?>2)");
    CHECK_CALLS("fetch(1 + 2 + '/x')", "fetch(<int>/x)");
    CHECK_CALLS("fetch(a + b)", "fetch(<?>)");
    CHECK_CALLS("fetch('it\\'s \\u0041\\x42\\\nc')", "fetch(it's ABc)");
    CHECK_CALLS("let u = '/x'; u += `?y=${['a', 1].toString()}`; fetch(u)", "fetch(/x?y=a,1)");
    CHECK_CALLS("fetch(['a', 'b'].join('/').toUpperCase())", "fetch(A/B)");
    CHECK_CALLS("fetch(`${{}}` + null)", "fetch([object Object]<text>)");
}

BOOST_AUTO_TEST_CASE(An_object_that_comes_last_gives_keywords) {
    CHECK_CALLS("axios.get(url, {params: {a: 'b'}, 'x-y': n})", "axios.get(<?>, params={'a': 'b'}, x-y=<?>)");
    CHECK_CALLS("const o = {a: 1}; f(o); o.b = 2; f(3, {...o, a})", "f(a=1)", "f(3, a=<?>)");
    CHECK_CALLS("f({a: 1}, x)", "f({'a': 1}, <?>)");
    CHECK_CALLS("f({...x, a: 1})", "f(a=1) open");
    CHECK_CALLS("one.alyx.rest('sessions', 'list', {django: 'a,1'})", "one.alyx.rest(sessions, list, django=a,1)");
}

BOOST_AUTO_TEST_CASE(Functions_run_wherever_they_stand) {
    CHECK_CALLS("p.then(r => r.json()).then(d => { fetch('/a'); return () => fetch('/b') })", "fetch(/a)", "fetch(/b)");
    CHECK_CALLS("export default { data() { return fetch('/a') }, m: { g: async () => { await fetch('/b') } } }",
                "fetch(/a)", "fetch(/b)");
    CHECK_CALLS("class A { base = '/api'; m() { fetch(this.base); fetch(() => this.base) } }", "fetch(/api)",
                "fetch(<?>)");
    CHECK_CALLS("function g(x = '/d', {y}, ...z) { fetch(x); fetch(y) }", "fetch(/d)", "fetch(<?>)", "fetch(<?>)");
    CHECK_CALLS("let u = '/a'; function g() { u = '/b' } fetch(u); function h() { fetch(u) }", "fetch(/a)", "fetch(/a)",
                "fetch(/b)");
    CHECK_CALLS("const a = <div onClick={() => fetch('/x')}>it's</div>", "fetch(/x)");
}

BOOST_AUTO_TEST_CASE(Ways_of_a_script_are_followed) {
    CHECK_CALLS("let u; if (x) u = '/a'; else if (y) u = '/b'; else u = '/c'; fetch(u)", "fetch(/a)", "fetch(/b)",
                "fetch(/c)");
    CHECK_CALLS("switch (x) { case 1: u = '/a'; break; default: u = '/b' } fetch(u)", "fetch(/a)", "fetch(/b)");
    CHECK_CALLS("for (const s of ['a', 'b']) fetch('/' + s)", "fetch(/a)", "fetch(/b)");
    CHECK_CALLS("fetch(x ?? '/d')", "fetch(<?>)", "fetch(/d)");
    CHECK_CALLS("let u = '/a'; (u = '/b'); fetch(u)", "fetch(/b)");
    CHECK_CALLS("let u = '/a', v = '/b'; ({u, w: {v = 1}} = o); fetch(u); fetch(v)", "fetch(<?>)", "fetch(<?>)");
    CHECK_CALLS("let u = '/a', v = '/b'; [u, {v}] = o; fetch(u); fetch(v)", "fetch(<?>)", "fetch(<?>)");
    CHECK_CALLS("let u = '/a'; w = {u} = o; fetch(u)", "fetch(<?>)");
    CHECK_CALLS("let u = '/a'; g({u} = o); fetch(u)", "fetch(<?>)");
    CHECK_CALLS("let u = '/a'; function g() { ({u} = o) } function h() { fetch(u) }", "fetch(/a)", "fetch(<?>)");
    CHECK_CALLS("let u = '/a'; function g() { [u] = ['/b'] } function h() { fetch(u) }", "fetch(/a)", "fetch(/b)");
    CHECK_CALLS("let u = '/a'; function g() { for ([u] of o); } function h() { fetch(u) }", "fetch(/a)", "fetch(<?>)");
    CHECK_CALLS("let u = '/a'; function g() { let {u} = o } function h() { fetch(u) }", "fetch(/a)");
}

BOOST_AUTO_TEST_CASE(Types_say_what_holes_are) {
    BOOST_TEST(calls("function g(id: string, n?: number) { fetch(`/x/${id}?n=${n!}`) }", "a.ts") ==
                   (Calls{"fetch(/x/<text>?n=<number>)"}),
               boost::test_tools::per_element());
    BOOST_TEST(calls("const C = (p: P) => <a href={`${fetch('/a') as string}`}/>;", "a.tsx") == (Calls{"fetch(/a)"}),
               boost::test_tools::per_element());
    BOOST_TEST(calls("const f = async () => (await axios.get<T[]>('/a')).data;", "a.ts") == (Calls{"axios.get(/a)"}),
               boost::test_tools::per_element());
    BOOST_TEST(calls("let x = <any>fetch('/a'); const f2 = <T>(y: T) => fetch('/b');", "a.ts") ==
                   (Calls{"fetch(/a)", "fetch(/b)"}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(Code_that_is_being_written_gives_its_calls) {
    CHECK_CALLS("one.alyx.rest('sessions', 'list'", "one.alyx.rest(sessions, list) broken");
}

BOOST_AUTO_TEST_CASE(Any_part_of_JavaScript_folds) {
    BOOST_TEST(calls(std::string(script)).size() > 5U);
    BOOST_TEST(calls(std::string(typed), "a.ts").size() == 3U);
    test::fold_all_parts("a.js", script);
    test::fold_all_parts("a.ts", typed);
    test::fold_all_parts("a.tsx", typed);
}
