// Records against a baseline: what it hides, and how it is renewed.
#include "analyzer/cli/baseline.hpp"

#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>

#include "tests/cli/records.hpp"

using namespace alyx::cli;
using alyx::analyzer::Baseline;
namespace fs = std::filesystem;

namespace {

struct Project {
    fs::path path;
    Project() {
        char name[] = "/tmp/alyx-baseline-XXXXXX";
        path = mkdtemp(name);
    }
    Project(Project const&) = delete;
    Project& operator=(Project const&) = delete;
    ~Project() { fs::remove_all(path); }

    std::string file(char const* name) const { return (path / name).string(); }
    RunResult check(char const* name, std::string const& text) const {
        std::ofstream(path / name) << text;
        return analysed(file(name), text);
    }
    std::string update(RunResult const& result, std::vector<std::string> const& looked_at) const {
        auto said = update_baseline(file("base.json"), result, looked_at);
        BOOST_TEST_REQUIRE(said.has_value(), (said ? "" : said.error().to_string()));
        return said->substr(said->rfind('/') + 1);
    }
    RunResult hidden(RunResult result) const {
        auto baseline = Baseline::read(file("base.json"));
        BOOST_TEST_REQUIRE(baseline.has_value());
        apply_baseline(result, *baseline);
        return result;
    }
};

}  // namespace

BOOST_AUTO_TEST_CASE(what_is_in_the_baseline_does_not_count_wherever_it_moved) {
    Project project;
    BOOST_TEST(project.update(project.check("a.py", wrong_call), {project.file("a.py")}) ==
               "base.json: 1 finding, 1 new, 0 no longer found");
    auto moved = project.check("a.py", std::string(10, '\n') + wrong_call);
    auto result = project.hidden(moved);
    BOOST_TEST(result.records.empty());
    BOOST_TEST(result.suppressed.size() == 1U);
    BOOST_TEST(
        contains(rendered("concise", result), "All checks passed in 1 query of 1 file; the baseline hides 1.\n"));
    // A second one of the same is new, as it is in another file.
    auto twice = project.hidden(project.check("a.py", std::string(wrong_call) + wrong_call));
    BOOST_TEST(twice.records.size() == 1U);
    BOOST_TEST(project.hidden(project.check("b.py", wrong_call)).records.size() == 1U);
}

BOOST_AUTO_TEST_CASE(renewing_keeps_what_was_not_looked_at_and_drops_what_is_gone) {
    Project project;
    auto both = project.check("a.py", wrong_call);
    both.append(project.check("b.py", wrong_call));
    both.append(project.check("c.py", wrong_call));
    project.update(both, {project.file("a.py"), project.file("b.py"), project.file("c.py")});
    fs::remove(project.path / "c.py");
    BOOST_TEST(project.update(project.check("a.py", "x = 1\n"), {project.file("a.py")}) ==
               "base.json: 1 finding, 0 new, 2 no longer found");
    BOOST_TEST(project.hidden(analysed(project.file("b.py"), wrong_call)).records.empty());
}

BOOST_AUTO_TEST_CASE(a_file_that_could_not_be_read_keeps_its_entries) {
    Project project;
    project.update(project.check("a.py", wrong_call), {project.file("a.py")});
    RunResult result;
    result.failures.push_back({project.file("a.py"), "", "cannot be read", ""});
    BOOST_TEST(project.update(result, {project.file("a.py")}) == "base.json: 1 finding, 0 new, 0 no longer found");
}

BOOST_AUTO_TEST_CASE(what_a_baseline_hides_stays_in_it) {
    Project project;
    auto result = project.check("a.py", wrong_call);
    project.update(result, {project.file("a.py")});
    BOOST_TEST(project.update(project.hidden(result), {project.file("a.py")}) ==
               "base.json: 1 finding, 0 new, 0 no longer found");
}

BOOST_AUTO_TEST_CASE(a_broken_baseline_is_not_overwritten) {
    Project project;
    std::ofstream(project.path / "base.json") << "{\"version\": 1,\n \"findings\": [}";
    auto said = update_baseline(project.file("base.json"), RunResult{}, {});
    BOOST_TEST_REQUIRE(!said.has_value());
    BOOST_TEST(contains(said.error().to_string(), "base.json: 2:15: "), said.error().to_string());
}
