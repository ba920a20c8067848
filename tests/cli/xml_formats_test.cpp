// JUnit and checkstyle: XML that others can read, whatever the names.
#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <pugixml.hpp>

#include "tests/cli/records.hpp"

using namespace alyx::cli;

namespace {

pugi::xml_document parsed(std::string const& text) {
    pugi::xml_document document;
    auto result = document.load_buffer(text.data(), text.size());
    BOOST_TEST_REQUIRE(static_cast<bool>(result), result.description());
    return document;
}

}  // namespace

BOOST_AUTO_TEST_CASE(junit_has_a_suite_a_file_and_a_failed_test_a_finding) {
    ::setenv("SOURCE_DATE_EPOCH", "86400", 1);
    auto result = analysed("a.py", std::string(wrong_call) + wrong_call);
    result.append(analysed("b.py", wrong_call));
    result.failures.push_back({"c.py", "", "is not text", "leave it out"});
    auto text = rendered("junit", result);
    ::unsetenv("SOURCE_DATE_EPOCH");
    auto document = parsed(text);
    auto suite = document.child("testsuites").child("testsuite");
    BOOST_TEST(suite.attribute("name").value() == std::string("a.py"));
    BOOST_TEST(suite.attribute("tests").as_int() == 2);
    BOOST_TEST(suite.attribute("failures").as_int() == 2);
    BOOST_TEST(suite.attribute("timestamp").value() == std::string("1970-01-02T00:00:00"));
    auto test = suite.child("testcase");
    BOOST_TEST(test.attribute("name").value() == std::string("AQ203 unknown-field at 1:43"));
    BOOST_TEST(test.child("failure").attribute("message").value() == std::string("`projct` is no field of Session"));
    BOOST_TEST(contains(test.child_value("failure"), "a.py:1:43: AQ203 "));
    auto errors = suite.next_sibling().next_sibling();
    BOOST_TEST(errors.attribute("errors").as_int() == 1);
    BOOST_TEST(contains(errors.child("testcase").child_value("error"), "c.py: is not text"));
    BOOST_TEST(validate_xml(text, "junit.xsd") <= 0);
}

BOOST_AUTO_TEST_CASE(junit_of_a_clean_run_has_one_test_that_passed) {
    auto text = rendered("junit", analysed("a.py", "x = 1\n"));
    auto document = parsed(text);
    auto suite = document.child("testsuites").child("testsuite");
    BOOST_TEST(suite.attribute("tests").as_int() == 1);
    BOOST_TEST(suite.attribute("failures").as_int() == 0);
    BOOST_TEST(validate_xml(text, "junit.xsd") <= 0);
}

BOOST_AUTO_TEST_CASE(checkstyle_lists_errors_by_file) {
    auto result = analysed("a.py", std::string(wrong_call) + wrong_call);
    result.append(analysed("n.ipynb", wrong_notebook));
    auto document = parsed(rendered("checkstyle", result));
    auto file = document.child("checkstyle").child("file");
    BOOST_TEST(file.attribute("name").value() == std::string("a.py"));
    auto second = file.child("error").next_sibling("error");
    BOOST_TEST(second.attribute("line").as_int() == 2);
    BOOST_TEST(second.attribute("column").as_int() == 43);
    BOOST_TEST(second.attribute("severity").value() == std::string("error"));
    BOOST_TEST(second.attribute("source").value() == std::string("alyxlint.AQ203"));
    auto of_notebook = file.next_sibling("file").child("error");
    BOOST_TEST(of_notebook.attribute("line").as_int() == 3);
    BOOST_TEST(contains(of_notebook.attribute("message").value(), "(cell 2, line 2)"));
}

BOOST_AUTO_TEST_CASE(hostile_names_come_through_xml_as_far_as_it_can_hold_them) {
    auto checkstyle = parsed(rendered("checkstyle", hostile()));
    auto file = checkstyle.child("checkstyle").child("file");
    std::string name = file.attribute("name").value();
    BOOST_TEST(name.rfind("a:b,c;d%25 |\"'`<b>&]]>", 0) == 0U, name);
    BOOST_TEST(contains(name, "\xf0\x9f\x98\x80"));
    auto junit = rendered("junit", hostile());
    BOOST_TEST(contains(parsed(junit).child("testsuites").child("testsuite").child("testcase").child_value("failure"),
                        "<b>&]]>"));
    BOOST_TEST(validate_xml(junit, "junit.xsd") <= 0);
}
