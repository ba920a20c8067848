// Which methods of a script are called on one value.
#include "analyzer/host/receivers.hpp"

#include <boost/test/unit_test.hpp>

#include "analyzer/host/host.hpp"

using namespace alyx::analyzer;

namespace {

/// Are `.one(` and `.other(` called on the same value?
bool is_same(std::string text) {
    auto const units = units_of("a.py", std::move(text));
    auto const& unit = units.units.front();
    auto const source = unit.sources.front()->text();
    auto const receivers = receivers_in(unit);
    auto const find = [&](std::string_view method) {
        auto const begin = static_cast<std::uint32_t>(source.find(method)) + 1;
        return receivers.find({0, {begin, begin + 1}});
    };
    auto const *one = find(".one("), *other = find(".other(");
    return one && other && *one == *other;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(receivers)

BOOST_AUTO_TEST_CASE(of_a_name_are_one_until_it_is_given_something_else) {
    BOOST_TEST(is_same("x.one()\nx.other()\n"));
    BOOST_TEST(is_same("x = f()\nif x.one():\n    g(x.other())\n"));
    BOOST_TEST(!is_same("x.one()\nx = []\nx.other()\n"));
    BOOST_TEST(!is_same("x = list(x.one())\nx.other()\n"));
    BOOST_TEST(!is_same("x.one()\ny.other()\n"));
    BOOST_TEST(!is_same("for x in a: x.one()\nfor x in b: x.other()\n"));
    BOOST_TEST(!is_same("x.a.one()\nx = 1\nx.a.other()\n"));
}

BOOST_AUTO_TEST_CASE(of_functions_are_their_own) {
    BOOST_TEST(!is_same("def f(x): x.one()\ndef g(x): x.other()\n"));
    BOOST_TEST(is_same("x = 1\ndef f(): x.one()\ndef g(): x.other()\n"));
    BOOST_TEST(!is_same("[x.one() for x in a]\n[x.other() for x in a]\n"));
}

BOOST_AUTO_TEST_CASE(of_self_are_those_of_the_class) {
    BOOST_TEST(is_same("class A:\n    def f(self): self.x.one()\n    def g(self): self.x.other()\n"));
    BOOST_TEST(!is_same("class A:\n    def f(self): self.x.one()\nclass B:\n    def g(self): self.x.other()\n"));
    BOOST_TEST(
        !is_same("class A:\n    def f(self):\n        self.x = 1\n        self.x.one()\n"
                 "    def g(self):\n        self.x = []\n    def h(self): self.x.other()\n"));
}

BOOST_AUTO_TEST_SUITE_END()
