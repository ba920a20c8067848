// Several outputs at once, and what cannot be asked for or written.
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>

#include "analyzer/cli/command.hpp"
#include "analyzer/cli/output.hpp"
#include "tests/cli/records.hpp"

using namespace alyx::cli;

namespace {

std::string refused(std::vector<std::string> const& formats, std::string const& file = {}) {
    auto outputs = outputs_of(formats, file);
    return outputs ? "nothing" : outputs.error().to_string();
}

std::string contents(std::filesystem::path const& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

BOOST_AUTO_TEST_CASE(formats_name_their_files) {
    auto outputs = outputs_of({"concise", "sarif=a=b.sarif", "junit=j.xml"}, {});
    BOOST_TEST_REQUIRE(outputs.has_value());
    BOOST_TEST(outputs->size() == 3U);
    BOOST_TEST(outputs->at(0).file == "");
    BOOST_TEST(outputs->at(1).format->name == "sarif");
    BOOST_TEST(outputs->at(1).file == "a=b.sarif");
    BOOST_TEST(uses_standard_output(*outputs));
    auto alone = outputs_of({}, "report.txt");
    BOOST_TEST(alone->at(0).format->name == "full");
    BOOST_TEST(alone->at(0).file == "report.txt");
    BOOST_TEST(!uses_standard_output(*alone));
    BOOST_TEST(outputs_of({"json=-"}, {})->at(0).file == "");
}

BOOST_AUTO_TEST_CASE(what_makes_no_sense_is_refused_with_a_remedy) {
    BOOST_TEST(contains(refused({"fancy"}), "there is no format `fancy`; take one of full, concise"));
    BOOST_TEST(contains(refused({"sarif="}), "names no file; write sarif=FILE"));
    BOOST_TEST(contains(refused({"full", "json"}), "two formats would go to standard output"));
    BOOST_TEST(contains(refused({"full=a", "json=a"}), "two formats would go to `a`"));
    BOOST_TEST(contains(refused({"full=a"}, "b"), "each format has a file already"));
}

BOOST_AUTO_TEST_CASE(all_are_written_and_one_that_cannot_be_gives_status_2) {
    char name[] = "/tmp/alyx-output-XXXXXX";
    std::filesystem::path folder = mkdtemp(name);
    auto result = analysed("a.py", wrong_call);
    auto in = [&](char const* file) { return (folder / file).string(); };
    auto good = outputs_of({"concise=" + in("a.txt"), "json=" + in("b.json")}, {});
    BOOST_TEST(write_outputs(*good, result, {.colours = true}, exit_findings) == exit_findings);
    BOOST_TEST(contents(folder / "a.txt") == rendered("concise", result));
    BOOST_TEST(contents(folder / "b.json") == rendered("json", result));
    auto bad = outputs_of({"json=" + in("no/a.json"), "pylint=" + in("p.txt")}, {});
    BOOST_TEST(write_outputs(*bad, result, {}, exit_clean) == exit_failure);
    BOOST_TEST(contents(folder / "p.txt") == rendered("pylint", result));
    auto counts = outputs_of({"json=" + in("c.json")}, {});
    BOOST_TEST(write_outputs(*counts, result, {.statistics = true}, exit_findings) == exit_findings);
    BOOST_TEST(contains(contents(folder / "c.json"), "\"count\":1"));
    std::filesystem::remove_all(folder);
}
