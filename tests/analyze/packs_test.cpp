// Which pack a call is for: by the file's path, its server's address, or the user's own word; and calls of one's own.
#include <boost/test/unit_test.hpp>

#include "analyzer/analyze/analysis.hpp"
#include "analyzer/analyze/snapshots.hpp"
#include "analyzer/host/host.hpp"
#include "tests/workspace/temporary_folder.hpp"

using namespace alyx::analyzer;
using namespace alyx::analyzer::testing;

namespace {

using Lines = std::vector<std::string>;

/// A second server: Alyx, but `subjects` have a colour in place of a nickname.
constexpr char colony[] = R"({
  "service": "colony", "title": "Colony", "extends": "django", "dialect": "alyx-filter", "query_parameter": "django",
  "base_urls": ["https://colony.example.org"],
  "key_alias": "pk",
  "models": {"colony.Subject": {"names": {
    "id": {"class": "UUIDField"}, "colour": {"class": "CharField"}, "weight": {"class": "FloatField"}}}},
  "endpoints": {"subjects": {"model": "colony.Subject", "parameters": [{"name": "django", "meaning": "query"}]}},
  "calls": [{"callees": ["rest"], "shape": "rest", "arguments": ["url", "action"], "endpoint_argument": "url",
             "action_argument": "action"}]
})";

/// A folder with a configuration and that pack.
struct Project {
    TemporaryFolder folder;
    std::unique_ptr<Snapshots> snapshots;

    explicit Project(std::string const& configuration) {
        folder.write("colony.json", colony);
        folder.write("alyxlint.toml", configuration);
        snapshots = std::make_unique<Snapshots>(
            Configurations::Options{.current_folder = folder.path(), .file = "", .user_folder = ""});
    }

    std::shared_ptr<Analysis const> analysis(std::string const& name, std::string const& script) const {
        auto snapshot = snapshots->of_file(folder / name);
        if (!snapshot)
            for (auto const& failure : snapshot.error()) BOOST_ERROR(failure.to_string());
        BOOST_REQUIRE(snapshot.has_value());
        auto file = units_of(name, script);
        auto unit = std::make_shared<Unit>(std::move(file.units.at(0)));
        unit->path = folder / name;
        return analyze(unit, *snapshot);
    }

    /// `code text` of what is found.
    Lines found(std::string const& name, std::string const& script) const {
        auto result = analysis(name, script);
        Lines lines;
        for (auto const& finding : result->findings) {
            auto text = finding.place.span.of(result->unit->sources[finding.place.source]->text());
            lines.push_back(std::string(finding.rule->code) + " " + std::string(text));
        }
        return lines;
    }

    Lines failures(std::string const& name) const {
        Lines lines;
        auto snapshot = snapshots->of_file(folder / name);
        if (!snapshot)
            for (auto const& failure : snapshot.error()) lines.push_back(failure.to_string());
        return lines;
    }
};

void check(Lines const& actual, Lines const& expected) {
    BOOST_TEST(actual == expected, boost::test_tools::per_element());
}

constexpr char nickname[] = "c.rest('subjects', 'list', django='nickname,x')\n";
constexpr char colour[] = "c.rest('subjects', 'list', django='colour,x')\n";
constexpr char neither[] = "c.rest('subjects', 'list', django='size,x')\n";

}  // namespace

BOOST_AUTO_TEST_CASE(the_pack_of_a_configuration_takes_the_place_of_the_built_in_one) {
    Project project("schema = 'colony.json'\n");
    check(project.found("a.py", nickname), {"AQ203 nickname"});
    check(project.found("a.py", colour), {});
    Project plain("");
    check(plain.found("a.py", nickname), {});
    check(plain.found("a.py", colour), {"AQ203 colour"});
}

BOOST_AUTO_TEST_CASE(two_servers_in_one_repository_by_path) {
    Project project("[[schemas]]\nschema = 'colony.json'\nfiles = ['breeding/**', '/cage.py']\n");
    check(project.found("breeding/x/a.py", nickname), {"AQ203 nickname"});
    check(project.found("cage.py", colour), {});
    check(project.found("a.py", nickname), {});
    check(project.found("a.py", colour), {"AQ203 colour"});
    check(project.found("breeding/a.py", "Q = 'colour,x'  # alyx: subjects\nP = 'nickname,x'  # alyx: subjects\n"),
          {"AQ203 nickname"});
}

BOOST_AUTO_TEST_CASE(two_servers_in_one_repository_by_address) {
    Project project(
        "[[schemas]]\nschema = 'colony.json'\nbase-url = 'https://Cages.example.org/'\n"
        "[[schemas]]\nschema = 'alyx'\nbase-url = 'https://alyx.example.org'\n");
    auto cages = std::string("c = AlyxClient(base_url='https://cages.example.org')\n");
    check(project.found("a.py", cages + nickname), {"AQ203 nickname"});
    check(project.found("a.py", cages + colour), {});
    check(project.found("a.py", "c = AlyxClient('https://colony.example.org/')\n" + std::string(colour)), {});
    auto alyx = std::string("c = ONE(base_url='https://alyx.example.org/').alyx\n");
    check(project.found("a.py", alyx + nickname), {});
    check(project.found("a.py", alyx + colour), {"AQ203 colour"});
    check(project.found("a.py", "URL = 'https://cages.example.org'\nc = ONE(base_url=URL)\n" + std::string(colour)),
          {});
}

BOOST_AUTO_TEST_CASE(where_packs_tie_only_what_is_wrong_in_all_of_them_is_said) {
    Project project("[[schemas]]\nschema = 'colony.json'\nbase-url = 'https://cages.example.org'\n");
    check(project.found("a.py", nickname), {});
    check(project.found("a.py", colour), {});
    check(project.found("a.py", neither), {"AQ203 size"});
    auto analysis = project.analysis("a.py", neither);
    BOOST_TEST(analysis->statistics.sites == 1U);
    BOOST_TEST(analysis->statistics.queries == 1U);
    BOOST_TEST(!analysis->findings.at(0).fix.has_value());
    Project said("schema = 'alyx'\n[[schemas]]\nschema = 'colony.json'\nbase-url = 'https://cages.example.org'\n");
    check(said.found("a.py", colour), {"AQ203 colour"});
}

BOOST_AUTO_TEST_CASE(mistakes_are_found_in_calls_of_ones_own) {
    Project project(
        "[[calls]]\ncallee = 'my_rest'\n"
        "[[calls]]\ncallee = 'client.query'\narguments = ['where', 'table']\nendpoint-argument = 1\nkeywords = "
        "['where']\n"
        "[[calls]]\ncallee = 'find_sessions'\nendpoint = 'sessions'\narguments = ['q']\nkeywords = ['q']\n"
        "parameters = ['subject', 'lab']\n"
        "[[calls]]\ncallee = 'ask'\nendpoint-argument = 'table'\nparameters = ['*']\n"
        "[[calls]]\ncallee = 'cages'\nschema = 'colony.json'\n");
    check(project.found("a.py", "my_rest('sessions', django='projct,x')\n"), {"AQ203 projct"});
    check(project.found("a.py", "api.my_rest('sessions', django='projects__name,x', verbose=True)\n"), {});
    check(project.found("a.py", "my_rest('sesions', django='projct,x')\n"), {"AQ201 sesions"});
    check(project.found("a.py", "my_rest('sessions/1', django='projct,x')\nmy_rest(x, django='projct,x')\nmy_rest()\n"),
          {});
    check(project.found("a.py", "my_rest('sessions', django=None)\n"), {});
    check(project.found("a.py", "client.query('projct,x', 'sessions')\nother.query('projct,x', 'sessions')\n"),
          {"AQ203 projct"});
    check(project.found("a.py", "client.query(table='subjects', where=f'{a}__b,x,nickname,022')\n"), {"AQ401 022"});
    check(project.found("a.py", "find_sessions('projct,x', subject='a', lab='b', limit=3)\nfind_sessions(q='x')\n"),
          {"AQ203 projct", "AQ101 x"});
    check(project.found("a.py", "ask(table='sessions', labb='x', django='projct,x')\n"),
          {"AQ510 labb", "AQ203 projct"});
    check(project.found("a.py", "cages('subjects', django='colour,x,nickname,x')\n"), {"AQ203 nickname"});
    BOOST_TEST(project.analysis("a.py", "ask(table='sessions', labb='x')\n")->statistics.queries == 1U);
}

BOOST_AUTO_TEST_CASE(a_pack_or_endpoint_that_there_is_not_is_a_failure_with_its_place) {
    Project project("schema = 'missing.json'\n[[calls]]\ncallee = 'f'\nendpoint = 'sesions'\n");
    auto lines = project.failures("a.py");
    BOOST_TEST_REQUIRE(!lines.empty());
    BOOST_TEST(lines[0].rfind("alyxlint.toml: 1:10: the schema ", 0) == 0U, lines[0]);
    Project call("[[calls]]\ncallee = 'f'\nendpoint = 'sesions'\n");
    check(call.failures("a.py"),
          {"alyxlint.toml: 1:1: `calls.endpoint`: there is no endpoint `sesions`; did you mean `sessions`?"});
    Project broken("[[schemas]]\nfiles = ['x']\nschema = 'broken.json'\n");
    broken.folder.write("broken.json", "{\"service\": 1}");
    auto said = broken.failures("a.py");
    BOOST_TEST_REQUIRE(!said.empty());
    BOOST_TEST(said[0].rfind(broken.folder / "broken.json", 0) == 0U, said[0]);
    BOOST_TEST(broken.snapshots->failures().size() == said.size());
    broken.failures("b.py");
    BOOST_TEST(broken.snapshots->failures().size() == said.size());
    broken.folder.write("alyxlint.toml", "");
    broken.snapshots->forget();
    check(broken.failures("a.py"), {});
    BOOST_TEST(broken.snapshots->failures().empty());
}
