// Where the pages of an installed program, and of one in a build tree, are found.
#include "analyzer/workspace/documentation.hpp"

#include <boost/test/unit_test.hpp>

#include "tests/workspace/temporary_folder.hpp"

using namespace alyx::analyzer;

BOOST_AUTO_TEST_CASE(a_file_url_encodes_what_urls_cannot_hold) {
    BOOST_TEST(file_url("/usr/share/a-b_c.~") == "file:///usr/share/a-b_c.~");
    BOOST_TEST(file_url("/a b/\xc3\xa9#?%") == "file:///a%20b/%C3%A9%23%3F%25");
}

BOOST_AUTO_TEST_CASE(pages_are_looked_for_beside_the_program) {
    testing::TemporaryFolder folder;
    BOOST_TEST(documentation_beside(folder / "usr/bin/alyxlint") == "");
    folder.write("usr/share/doc/alyxlint/index.html");
    BOOST_TEST(documentation_beside(folder / "usr/bin/alyxlint") == file_url(folder / "usr/share/doc/alyxlint"));
    folder.write("build/site/index.html");
    BOOST_TEST(documentation_beside(folder / "build/dev/analyzer/alyxlint") == file_url(folder / "build/site"));
}
