// Examples in docstrings.
#include <boost/test/unit_test.hpp>

#include "tests/host/calls.hpp"

using namespace alyx::analyzer;
using test::Calls;

BOOST_AUTO_TEST_CASE(Examples_in_docstrings_are_code) {
    auto calls = test::calls_of("a.py", R"py(
q = 'a'
def g():
    """Text f('no').

    >>> for x in 'yz':
    ...     f(q,
    ...       'b')
    f('output')

    >>> f('c')
    """
    return f('d') >>> 3
)py");
    BOOST_TEST(calls == (Calls{"f(a, b)", "f(c)", "f(d)"}), boost::test_tools::per_element());
    BOOST_TEST(test::calls_of("a.py", "x = 1\n>>>").empty());
    BOOST_TEST(test::calls_of("a.py", "'''\n>>> f('a'\n... \n'''").size() == 1U);
}
