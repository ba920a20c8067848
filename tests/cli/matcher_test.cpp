// The problem matcher for GitHub reads what the program prints of scripts.
// g++ 12 takes the insides of std::regex for uninitialised where sanitizers are on.
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"

#include <boost/json.hpp>
#include <boost/test/unit_test.hpp>
#include <fstream>
#include <iterator>
#include <regex>
#include <sstream>

#include "tests/cli/program.hpp"

namespace {

namespace json = boost::json;

struct Matcher {
    std::regex regexp;  ///< as in JavaScript, which GitHub's are
    json::object pattern;
    std::string severity;
};

std::vector<Matcher> matchers() {
    std::ifstream in(std::string(ALYX_ROOT) + "/.github/alyxlint-matcher.json");
    auto whole = json::parse(std::string(std::istreambuf_iterator<char>(in), {}));
    std::vector<Matcher> all;
    for (auto const& matcher : whole.at("problemMatcher").as_array()) {
        auto const& pattern = matcher.at("pattern").at(0).as_object();
        auto const* severity = matcher.as_object().if_contains("severity");
        all.push_back({std::regex(pattern.at("regexp").as_string().c_str()), pattern,
                       severity ? std::string(severity->as_string()) : std::string()});
    }
    return all;
}

/// `severity code file:line:column message`, or nothing.
std::string annotation(std::string const& line) {
    for (auto const& matcher : matchers()) {
        std::smatch match;
        if (!std::regex_match(line, match, matcher.regexp)) continue;
        auto group = [&](char const* name) {
            return match[static_cast<std::size_t>(matcher.pattern.at(name).as_int64())].str();
        };
        auto severity = matcher.severity.empty() ? group("severity") : matcher.severity;
        return severity + " " + group("code") + " " + group("file") + ":" + group("line") + ":" + group("column") +
               " " + group("message");
    }
    return {};
}

}  // namespace

BOOST_AUTO_TEST_CASE(the_matcher_reads_every_finding) {
    auto ran = run({"check", "--output-format", "concise", "--advice", "tests/examples", "tests/fixtures/rules"});
    BOOST_TEST(ran.code == 1);
    std::istringstream lines(ran.out);
    std::size_t findings = 0, notices = 0, others = 0;
    for (std::string line; std::getline(lines, line);) {
        // Those of a cell have no line of a file.
        if (line.find(":cell ") != std::string::npos) continue;
        auto found = annotation(line);
        (found.empty() ? others : findings) += 1;
        notices += found.rfind("notice ", 0) == 0U;
    }
    BOOST_TEST(findings > 100U);
    BOOST_TEST(notices > 0U);
    BOOST_TEST(others <= 2U, "only the last line is no finding");
}

BOOST_AUTO_TEST_CASE(the_matcher_finds_the_parts_of_a_line) {
    BOOST_TEST(annotation("src/a b.py:23:69: error[AQ306] `2021` is: read") ==
               "error AQ306 src/a b.py:23:69 `2021` is: read");
    BOOST_TEST(annotation("n.ipynb:cell 3:1:2: warning[AQ401] message") == "");
    BOOST_TEST(annotation("a.py:1:2: information[AQ901] message") == "notice AQ901 a.py:1:2 message");
    BOOST_TEST(annotation("Found 1 error, 0 warnings in 1 query of 1 file.") == "");
}
