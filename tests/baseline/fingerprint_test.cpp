// Fingerprints: the same for the same finding in a later version of its file, different for twins.
#include "analyzer/baseline/fingerprint.hpp"

#include <boost/test/unit_test.hpp>

#include "analyzer/cli/collect.hpp"
#include "analyzer/host/host.hpp"
#include "analyzer/schema/pack.hpp"

using namespace alyx::analyzer;

namespace {

constexpr char call[] = "one.alyx.rest('sessions', 'list', django='projct__name,x')\n";

std::vector<std::string> fingerprints(std::string const& name, std::string const& text) {
    auto snapshot = std::make_shared<Snapshot const>(std::vector{built_in_schema("alyx")});
    std::vector<std::shared_ptr<Analysis const>> analyses;
    for (auto& unit : units_of(name, text).units)
        analyses.push_back(analyze(std::make_shared<Unit>(std::move(unit)), snapshot));
    std::vector<std::string> found;
    for (auto const& record : alyx::cli::collect(analyses, text).records) found.push_back(record.fingerprint);
    return found;
}

std::string notebook(std::string const& before) {
    return "{\"cells\": [" + before +
           "{\"cell_type\": \"code\", \"source\": [\"one.alyx.rest('sessions', 'list', django='projct,x')\"]}],"
           " \"metadata\": {\"kernelspec\": {\"language\": \"python\"}}, \"nbformat\": 4, \"nbformat_minor\": 5}";
}

}  // namespace

BOOST_AUTO_TEST_CASE(lines_above_change_nothing) {
    auto before = fingerprints("a.py", call);
    BOOST_TEST_REQUIRE(before.size() == 1U);
    BOOST_TEST(before[0].size() == 16U);
    BOOST_TEST(before[0].find_first_not_of("0123456789abcdef") == std::string::npos);
    std::string ten;
    for (int i = 0; i < 10; ++i) ten += "x" + std::to_string(i) + " = " + std::to_string(i) + "\n";
    BOOST_TEST(fingerprints("a.py", ten + call) == before, boost::test_tools::per_element());
    BOOST_TEST(fingerprints("a.py", "if True:\n    " + std::string(call)) == before, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(twins_differ_and_so_do_other_queries) {
    auto twins = fingerprints("a.py", std::string(call) + call);
    BOOST_TEST_REQUIRE(twins.size() == 2U);
    BOOST_TEST(twins[0] == fingerprints("a.py", call).at(0));
    BOOST_TEST(twins[0] != twins[1]);
    auto other = fingerprints("a.py", "one.alyx.rest('sessions', 'list', django='projct__name,y')\n");
    BOOST_TEST(other.at(0) != twins[0]);
}

BOOST_AUTO_TEST_CASE(silencing_the_first_of_two_leaves_the_second_what_it_was) {
    auto twins = fingerprints("a.py", std::string(call) + call);
    auto silenced = fingerprints("a.py", "# alyxlint: ignore[AQ203]\n" + std::string(call) + call);
    BOOST_TEST_REQUIRE(silenced.size() == 1U);
    BOOST_TEST(silenced[0] == twins.at(1));
}

BOOST_AUTO_TEST_CASE(cells_above_change_nothing) {
    auto before = fingerprints("n.ipynb", notebook(""));
    BOOST_TEST_REQUIRE(before.size() == 1U);
    auto after = fingerprints("n.ipynb", notebook("{\"cell_type\": \"code\", \"source\": [\"x = 1\"]}, "));
    BOOST_TEST(after == before, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(they_are_the_same_in_every_version_of_the_program) {
    // Files of users hold these: a change of the hash would make every finding new.
    BOOST_TEST(fingerprint("AQ203", "sessions\tprojct__name,x", 0) == "8c0ed1ac12723256");
    BOOST_TEST(fingerprint("AQ203", "", 1) == "4120b9ab94075ad4");
    BOOST_TEST(fingerprint("AQ20", "3 x", 0) != fingerprint("AQ203", " x", 0));
}
