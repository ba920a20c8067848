// Long inputs take the time of their length.
#include <chrono>

#include "analyzer/suppress/comment.hpp"
#include "tests/suppress/analysed.hpp"

namespace {

using namespace alyx::analyzer;
using namespace alyx::analyzer::test;

#define BAD "one.alyx.rest('sessions', 'list', django='labb,x')"

std::string repeated(std::string_view text, std::size_t count) {
    std::string result;
    for (std::size_t i = 0; i < count; ++i) result += text;
    return result;
}

/// Many times what is needed on a slow machine, and a small part of what a square of the length takes.
struct InTime {
    std::chrono::steady_clock::time_point begin = std::chrono::steady_clock::now();
    ~InTime() { BOOST_TEST((std::chrono::steady_clock::now() - begin < std::chrono::seconds(15))); }
};

}  // namespace

BOOST_AUTO_TEST_CASE(a_long_line_is_searched_for_directives_once) {
    InTime in_time;
    for (std::string word : {"alyxlint", "noqa", " noqa: E501", "q"}) {
        BOOST_TEST(!may_hold_directives("x = '" + repeated(word, 300'000) + "'\n", true));
        BOOST_TEST(may_hold_directives("x = '" + repeated(word, 300'000) + "' # alyxlint: ignore\n", false));
    }
    BOOST_TEST(!may_hold_directives("x = '' # " + repeated("noqa: E501 ", 100'000), false));
    BOOST_TEST(may_hold_directives("x = '' # " + repeated("noqa: E501 ", 100'000) + "noqa: AQ101", false));
}

BOOST_AUTO_TEST_CASE(many_findings_on_one_line_are_silenced) {
    InTime in_time;
    auto const line = repeated(BAD "; ", 2000);
    BOOST_TEST(found(line + "x = 1  # alyxlint: ignore[AQ203]\n") == "");
}

BOOST_AUTO_TEST_CASE(many_findings_get_comments) {
    InTime in_time;
    auto const text = "'''\n" + repeated(">>> " BAD "\n\n", 1000) + "'''\n";
    BOOST_TEST((added(text) == "# alyxlint: ignore[AQ203]\n" + text));
    BOOST_TEST((added(repeated(BAD "\n", 1000)) == repeated(BAD "  # alyxlint: ignore[AQ203]\n", 1000)));
}
