// Patterns of Python with what Python 3.11 itself says of them.
#include "analyzer/value/python_pattern.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <string>

namespace {

using namespace alyx::analyzer;

struct Case {
    char const* pattern;
    char const* message;  ///< empty: it is fine
    int position;         ///< in bytes, the last byte where Python names the end; -1: none is named
};
std::ostream& operator<<(std::ostream& out, Case const& c) {
    return out << c.pattern;
}

Case const cases[] = {
// From `re.compile`, its message and position.
#include "tests/value/python_pattern_cases.inc"
};

}  // namespace

BOOST_DATA_TEST_CASE(python_patterns_are_judged_as_python_does, boost::unit_test::data::make(cases), c) {
    auto const error = check_python_pattern(c.pattern);
    BOOST_TEST((error ? error->message : "") == c.message);
    if (!error) return;
    BOOST_TEST(!error->culprit.empty());
    BOOST_TEST(error->culprit.end <= std::string_view(c.pattern).size());
    if (c.position >= 0) BOOST_TEST(error->culprit.begin == static_cast<std::uint32_t>(c.position));
}

BOOST_AUTO_TEST_CASE(python_patterns_of_any_depth_end) {
    for (auto const* unit : {"(", "(?:", "(?=", "[", "a|", "(?i:", "(?(1)"}) {
        std::string pattern;
        for (int i = 0; i < 50'000; ++i) pattern += unit;
        check_python_pattern(pattern);
        for (std::size_t size = 0; size < 64; ++size) check_python_pattern(std::string_view(pattern).substr(0, size));
    }
    std::string const closed = std::string(150, '(') + "a" + std::string(150, ')');
    BOOST_TEST(!check_python_pattern(closed));
}
