// Patterns for paths, and what is looked at.
#include <boost/test/unit_test.hpp>

#include "tests/config/configuring.hpp"

using namespace alyx::analyzer;
using namespace alyx::analyzer::testing;

namespace {

bool covers(std::string_view pattern, std::string_view path) {
    auto made = PathPattern::parse("/p", pattern);
    BOOST_REQUIRE(made.has_value());
    return made->covers(path);
}

}  // namespace

BOOST_AUTO_TEST_CASE(patterns_read_as_lines_of_gitignore) {
    BOOST_TEST(covers("a.py", "/p/a.py"));
    BOOST_TEST(covers("a.py", "/p/x/a.py"));
    BOOST_TEST(covers("*.py", "/p/x/a.py"));
    BOOST_TEST(!covers("/a.py", "/p/x/a.py"));
    BOOST_TEST(covers("./x/a.py", "/p/x/a.py"));
    BOOST_TEST(covers("x", "/p/y/x/z/a.py"));
    BOOST_TEST(covers("x/", "/p/y/x/z/a.py"));
    BOOST_TEST(!covers("a.py/", "/p/a.py"));
    BOOST_TEST(covers("x/*", "/p/x/y/a.py"));
    BOOST_TEST(!covers("x/*.py", "/p/x/y/a.py"));
    BOOST_TEST(covers("x/**/*.py", "/p/x/y/a.py"));
    BOOST_TEST(covers("**/y/*.py", "/p/x/y/a.py"));
    BOOST_TEST(covers("/p/x", "/p/x/a.py"));
    BOOST_TEST(!covers("p", "/p/x/a.py"));
}

BOOST_AUTO_TEST_CASE(outside_of_their_folder_only_names_match) {
    BOOST_TEST(covers("a.py", "/q/a.py"));
    BOOST_TEST(!covers("q", "/q/a.py"));
    BOOST_TEST(!covers("q/a.py", "/q/a.py"));
    BOOST_TEST(!covers("**/*.py", "/pp/a.py"));
}

BOOST_AUTO_TEST_CASE(excluded_is_what_is_said_instead_of_or_beside_the_folders_of_tools) {
    auto plain = settings_of_text("extend-exclude = ['old', '*.tmp.py']");
    BOOST_TEST(plain.is_excluded("/project/build", true));
    BOOST_TEST(!plain.is_excluded("/project/build", false));
    BOOST_TEST(plain.is_excluded("/project/x/old", true));
    BOOST_TEST(plain.is_excluded("/project/x/a.tmp.py", false));
    BOOST_TEST(!plain.is_excluded("/project/old/a.py", false));  // a walk never gets there
    BOOST_TEST(plain.lies_excluded("/project/old/a.py"));
    BOOST_TEST(plain.lies_excluded("/project/x/build/a.py"));
    BOOST_TEST(!plain.lies_excluded("/project/x/a.py"));
    BOOST_TEST(!plain.lies_excluded("/build/a.py"));
    auto own = settings_of_text("exclude = ['old']");
    BOOST_TEST(!own.is_excluded("/project/build", true));
    BOOST_TEST(own.is_excluded("/project/old", true));
    BOOST_TEST(!own.lies_excluded("/project/build/a.py"));
}

BOOST_AUTO_TEST_CASE(included_is_what_is_understood_or_what_is_said) {
    auto plain = settings_of_text("");
    BOOST_TEST(plain.is_included("/project/a.py", true));
    BOOST_TEST(!plain.is_included("/project/a.txt", false));
    auto own = settings_of_text("include = ['src/**/*.py']\nextend-include = ['*.smk']");
    BOOST_TEST(own.is_included("/project/src/x/a.py", true));
    BOOST_TEST(!own.is_included("/project/a.py", true));
    BOOST_TEST(own.is_included("/project/a.smk", false));
}
