// Findings have the severity that is configured, or are not there.
#include <boost/test/unit_test.hpp>

#include "analyzer/analyze/analysis.hpp"
#include "analyzer/host/host.hpp"
#include "analyzer/schema/pack.hpp"
#include "tests/config/configuring.hpp"

using namespace alyx::analyzer;
using namespace alyx::analyzer::testing;

namespace {

/// The levels of what is found in a file, with the codes of the rules.
std::vector<std::string> found(std::string const& configuration, std::string const& path) {
    auto settings = std::make_shared<Settings const>(settings_of_text(configuration));
    auto snapshot = std::make_shared<Snapshot const>(std::vector{built_in_schema("alyx")}, settings);
    auto file = units_of("a.py",
                         "one.alyx.rest('sessions', 'list', django='projct,x,nickname,022')\n"
                         "one.alyx.rest('subjects', 'list', django='nickname,022')\n");
    auto unit = std::make_shared<Unit>(std::move(file.units.at(0)));
    unit->path = path;
    std::vector<std::string> lines;
    auto analysis = analyze(unit, snapshot);
    for (auto const& finding : analysis->findings)
        lines.push_back(std::string(finding.rule->code) + " " + std::string(name_of(finding.severity())));
    return lines;
}

using Lines = std::vector<std::string>;

void check(Lines const& actual, Lines const& expected) {
    BOOST_TEST(actual == expected, boost::test_tools::per_element());
}

}  // namespace

BOOST_AUTO_TEST_CASE(what_is_not_selected_is_not_found) {
    auto all = found("", "/project/a.py");
    BOOST_TEST_REQUIRE(all.size() >= 2U);
    check(found("select = ['AQ401']", "/project/a.py"), {"AQ401 warning"});
    check(found("select = ['AQ401']\n[severity]\nAQ4 = 'error'", "/project/a.py"), {"AQ401 error"});
    check(found("[per-file-ignores]\n'a.py' = ['ALL']", "/project/a.py"), {});
    check(found("[per-file-ignores]\n'a.py' = ['ALL']", "/project/b.py"), all);
    check(found("[per-file-ignores]\n'*' = ['ALL']", ""), all);
}
