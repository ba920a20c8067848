// Long inputs take the time of their length: what goes over the rest of a text for each of its parts would not end
// here.
#include <boost/test/unit_test.hpp>
#include <chrono>

#include "analyzer/host/item_uses.hpp"
#include "analyzer/host/layout.hpp"
#include "tests/host/calls.hpp"

using namespace alyx::analyzer;

namespace {

std::string repeated(std::string_view text, std::size_t count) {
    std::string result;
    for (std::size_t i = 0; i < count; ++i) result += text;
    return result;
}

/// `before` and the number, for each number.
std::string numbered(std::string_view before, std::string_view after, std::size_t count) {
    std::string result;
    for (std::size_t i = 0; i < count; ++i) result.append(before).append(std::to_string(i)).append(after);
    return result;
}

/// Many times what is needed on a slow machine, and a small part of what a square of the length takes.
struct InTime {
    std::chrono::steady_clock::time_point begin = std::chrono::steady_clock::now();
    ~InTime() { BOOST_TEST((std::chrono::steady_clock::now() - begin < std::chrono::seconds(15))); }
};

std::size_t calls_in(std::string name, std::string code) {
    return test::calls_of(std::move(name), std::move(code)).size();
}

Layout layout(std::string name, std::string code) {
    return layout_of(units_of(std::move(name), std::move(code)).units.at(0), 0);
}

}  // namespace

BOOST_AUTO_TEST_CASE(Many_comments_have_a_layout) {
    InTime in_time;
    BOOST_TEST(layout("a.py", repeated("#\n", 100'000)).comments.size() == 100'000U);
    BOOST_TEST(layout("a.js", repeated("a=1;", 150'000) + "\n// b\n").comments.size() == 1U);
}

BOOST_AUTO_TEST_CASE(Patterns_that_nest_too_deep_leave_what_follows) {
    auto const pattern = "{" + repeated("a:{", 150) + "a" + repeated("}", 150) + "} = o";
    for (auto const& one : {"let " + pattern + ";", "{ let " + pattern + "}", "(" + pattern + ");"})
        BOOST_TEST(calls_in("a.js", repeated(one, 300) + "fetch('/a')") == 1U);
    BOOST_TEST(calls_in("a.js", "let " + repeated("{a:", 5000) + "a" + repeated("}", 5000) + " = o; fetch('/a')") ==
               1U);
}

BOOST_AUTO_TEST_CASE(Many_functions_see_many_names) {
    InTime in_time;
    auto code = numbered("a", " = x\n", 30'000) + numbered("def f", "(): pass\n", 30'000) +
                "for t in a7:\n  print(t['name'])\n";
    BOOST_TEST(item_uses(units_of("a.py", code).units.at(0)).size() == 1U);
}

BOOST_AUTO_TEST_CASE(Many_files_are_read_by_a_shell_script) {
    InTime in_time;
    auto const read = numbered("a", "=1\n", 3000) + repeated(". ./x\n", 3000);
    BOOST_TEST(calls_in("a.sh", read + "curl $a7\n") == 2U);
    BOOST_TEST(calls_in("a.sh", numbered("a", "=1; . ./x\n", 2000) + "curl $a7\n") == 2U);
}

BOOST_AUTO_TEST_CASE(Many_doctests_and_fences_are_read) {
    InTime in_time;
    auto const examples = repeated(">>> f('a')\n\n", 10'000);
    BOOST_TEST(calls_in("a.py", "'''\n" + examples + "'''\n") == 10'000U);
    BOOST_TEST(layout("a.py", "'''\n" + repeated(">>> x = 1 + \\\n... 2  # a\n\n", 10'000) + "'''\n").comments.size() ==
               10'000U);
    for (std::string const name : {"py", "js", "sh", "m"})
        BOOST_TEST(calls_in("a.md", repeated("```" + name + "\n" + (name == "sh" ? "curl a" : "f('a')") + "\n```\n\n",
                                             10'000)) == 10'000U);
}

BOOST_AUTO_TEST_CASE(Long_fences_with_a_range_a_line_are_read) {
    InTime in_time;
    std::string const fence = "- item\n\n  ```m\n" + repeated("  x = 'a'; % b\n", 50'000) + "  f(x)\n  ```\n";
    BOOST_TEST(calls_in("a.md", fence) == 1U);
    BOOST_TEST(layout("a.md", fence).comments.size() == 50'000U);
}

BOOST_AUTO_TEST_CASE(Deep_code_is_searched_for_comments_once) {
    InTime in_time;
    auto const deep = "x = (" + repeated("[", 300'000) + "#\n" + repeated("]", 300'000) + ")\n";
    BOOST_TEST(calls_in("a.py", deep + "f('a')\n") == 1U);
    BOOST_TEST(
        calls_in("a.js", "x = (" + repeated("[", 300'000) + "//\n" + repeated("]", 300'000) + ");fetch('a')\n") == 1U);
}
