// Keywords of collections: where they are cut, and which test they end in.
#include "analyzer/query/collection_keyword.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <string>

namespace {

using namespace alyx::analyzer;

struct Case {
    char const* text;
    char const* shown;  ///< segments with / between, a test in <>, `!` for `not_`
};
std::ostream& operator<<(std::ostream& out, Case const& c) {
    return out << c.text;
}

Case const cases[] = {
    {"status", "status"},
    {"status__in", "status/<in>"},
    {"status__not_in", "status/!<in>"},
    {"blog__author__name__startswith", "blog/author/name/<startswith>"},
    {"is_in", "<is_in>"},
    {"not_contains", "!<contains>"},
    {"not_", "not_"},
    {"not_status", "not_status"},
    {"a__not_not_in", "a/not_not_in"},
    {"a__gt__lt", "a/<gt>/<lt>"},
    {"a__gte", "a/<gte>"},
    {"a__gtx", "a/gtx"},
    {"a__insert", "a/insert"},
    {"a___gt", "a/_gt"},
    {"a__", "a/"},
    {"__a", "/a"},
    {"", ""},
    {"a__0__7x", "a/0#/7x"},
    {"number_gt", "number_gt"},
    {"n\xC3\xA4me__le", "n\xC3\xA4me/<le>"},
};

std::string shown(CollectionKeyword const& keyword) {
    std::string text;
    for (auto const& segment : keyword.segments) {
        if (&segment != &keyword.segments.front()) text += '/';
        auto const name = std::string(segment.span.of(keyword.text));
        if (segment.test) {
            BOOST_TEST((segment.test->span == segment.span));
            text += (segment.test->negated ? "!<" : "<") + std::string(segment.test->name.of(keyword.text)) + ">";
        } else {
            text += name + (segment.is_number ? "#" : "");
        }
    }
    return text;
}

}  // namespace

BOOST_DATA_TEST_CASE(keywords_are_cut_as_the_library_cuts_them, boost::unit_test::data::make(cases), c) {
    BOOST_TEST(shown(parse_collection_keyword(c.text)) == c.shown);
}

BOOST_AUTO_TEST_CASE(every_test_of_the_library_is_read) {
    for (auto const& each : collection_lookup_names) {
        auto const name = "field__not_" + std::string(each.name);
        auto const keyword = parse_collection_keyword(name);
        BOOST_REQUIRE(keyword.test());
        BOOST_TEST((keyword.test()->lookup == each.lookup));
        BOOST_TEST(keyword.test()->negated);
        BOOST_TEST(keyword.path_size() == 1u);
    }
}
