// What a finding is known by stays the same under edits elsewhere, and differs where the query does.
#include <boost/test/unit_test.hpp>

#include "analyzer/analyze/analysis.hpp"
#include "analyzer/host/host.hpp"
#include "analyzer/schema/pack.hpp"

namespace {

using namespace alyx::analyzer;

std::vector<std::string> identities(std::string const& name, std::string const& text) {
    static auto const snapshot = std::make_shared<Snapshot const>(std::vector{built_in_schema("alyx")});
    std::vector<std::string> found;
    auto file = units_of(name, text);
    for (auto& unit : file.units) {
        auto analysis = analyze(std::make_shared<Unit>(std::move(unit)), snapshot);
        for (auto const& finding : analysis->findings)
            found.push_back(std::string(finding.rule->code) + ": " + finding.identity);
    }
    return found;
}

std::string const call = "one.alyx.rest('sessions', 'list', django='labb,x,nickname__foo,y')\n";

}  // namespace

BOOST_AUTO_TEST_CASE(an_identity_names_endpoint_parameter_query_and_segment) {
    auto found = identities("a.py", call);
    BOOST_TEST_REQUIRE(found.size() == 2U);
    BOOST_TEST(found[0] == "AQ203: sessions\tdjango\tlabb,x,nickname__foo,y\tlabb");
    BOOST_TEST(found[1] == "AQ203: sessions\tdjango\tlabb,x,nickname__foo,y\tnickname");
}

BOOST_AUTO_TEST_CASE(an_identity_survives_lines_above_other_quotes_and_a_move_into_a_notebook) {
    auto found = identities("a.py", call);
    BOOST_TEST(identities("b.py", "import x\n\n# more\n" + call) == found);
    BOOST_TEST(identities("a.py",
                          "q = r\"\"\"labb,x,nickname__foo,y\"\"\"\n"
                          "one.alyx.rest('sessions', 'list', django=q)\n") == found);
    std::string cell = "{\"cells\": [{\"cell_type\": \"code\", \"source\": \"" + call.substr(0, call.size() - 1) +
                       "\"}], \"metadata\": {}, \"nbformat\": 4}";
    BOOST_TEST(identities("a.ipynb", cell) == found);
}

BOOST_AUTO_TEST_CASE(calls_have_identities_too) {
    auto found = identities("a.py",
                            "one.alyx.rest('sessions', 'read')\none.alyx.rest('subjects', 'read')\n"
                            "one.alyx.rest('sesions', 'list')\none.search(subjct='x')\n");
    BOOST_TEST_REQUIRE(found.size() == 4U);
    BOOST_TEST(found[0].find("sessions\t") != std::string::npos);
    for (std::size_t i = 1; i < found.size(); ++i) BOOST_TEST(found[i] != found[i - 1]);
    BOOST_TEST(found[3].find("subjct") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_level_is_the_effects_own_until_it_is_configured) {
    static auto const snapshot = std::make_shared<Snapshot const>(std::vector{built_in_schema("alyx")});
    auto units = units_of("a.py", call + "one.alyx.rest('sessions', 'read')\n");
    auto analysis = analyze(std::make_shared<Unit>(units.units.at(0)), snapshot);
    BOOST_TEST_REQUIRE(analysis->findings.size() == 3U);
    BOOST_TEST((analysis->findings[0].severity() == Severity::error));
    BOOST_TEST((analysis->findings[2].severity() == Severity::warning));
}
