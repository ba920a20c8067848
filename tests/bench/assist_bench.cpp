// Prints how long completion and hover take in a script of 3,000 lines with 100 queries. No time is demanded here: what
// machines the tests run on is not known.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <chrono>
#include <functional>

#include "analyzer/assist/completion.hpp"
#include "analyzer/assist/hover.hpp"
#include "analyzer/assist/lenses.hpp"
#include "analyzer/assist/symbols.hpp"
#include "analyzer/assist/tokens.hpp"
#include "analyzer/host/host.hpp"
#include "analyzer/schema/pack.hpp"

using namespace alyx::analyzer;

namespace {

using Clock = std::chrono::steady_clock;

constexpr int queries = 100;
constexpr int lines_between = 28;

struct Script {
    std::string text;
    std::vector<std::uint32_t> in_queries;  ///< offsets within their literals
    std::vector<std::uint32_t> elsewhere;
};

/// `shared`: one variable feeds all calls.
Script make_script(bool shared) {
    Script script;
    script.text = "from one.api import ONE\none = ONE()\nquery = 'subject__lab__name,cortexlab,qc__lt,40'\n";
    std::string const literal = "subject__nickname__icontains,ks,start_time__date__gte,2021-01-01";
    if (shared) {
        auto const begin = script.text.find("subject__");
        for (std::size_t i = 0; i < 36; ++i) script.in_queries.push_back(static_cast<std::uint32_t>(begin + i));
    }
    for (int i = 0; i < queries; ++i) {
        auto const number = std::to_string(i);
        script.text += "def sessions_" + number + "(lab):\n    ";
        if (shared) {
            script.text += "return one.alyx.rest('sessions', 'list', django=query + ',number," + number + "')\n";
        } else {
            script.text += "return one.alyx.rest('sessions', 'list', django=f'lab__name,{lab}," + literal + "')\n";
            auto const begin = script.text.rfind(literal);
            for (std::size_t k = 0; k < literal.size(); k += 4)
                script.in_queries.push_back(static_cast<std::uint32_t>(begin + k));
        }
        for (int k = 0; k < lines_between; ++k) {
            script.text += "    value_" + std::to_string(k) + " = [lab, {'a': 1, 'b': (2, 3)}]\n";
            if (k % 10 == 0) script.elsewhere.push_back(static_cast<std::uint32_t>(script.text.size() - 3));
        }
    }
    return script;
}

std::shared_ptr<Analysis const> analysis_of(std::string text) {
    auto units = units_of("script.py", std::move(text)).units;
    return analyze(std::make_shared<Unit const>(std::move(units.front())),
                   std::make_shared<Snapshot const>(std::vector{built_in_schema("alyx")}));
}

void print_times(std::string_view what, std::vector<double> times) {
    std::sort(times.begin(), times.end());
    auto at = [&](double part) { return times[static_cast<std::size_t>(part * double(times.size() - 1))]; };
    BOOST_TEST_MESSAGE(what << ": p50 " << at(0.5) << " ms, p95 " << at(0.95) << " ms, max " << at(1) << " ms");
}

/// Calls `use` at each offset; gives how many answers there were.
std::size_t measure(std::string_view what, std::vector<std::uint32_t> const& offsets,
                    std::function<bool(Place)> const& use) {
    std::vector<double> times;
    std::size_t answers = 0;
    for (auto offset : offsets) {
        auto const begin = Clock::now();
        answers += use({0, {offset, offset}});
        times.push_back(std::chrono::duration<double, std::milli>(Clock::now() - begin).count());
    }
    print_times(what, std::move(times));
    return answers;
}

void measure_all(std::string const& name, Script const& script) {
    auto const begin = Clock::now();
    auto const analysis = analysis_of(script.text);
    print_times(name + ", analysis", {std::chrono::duration<double, std::milli>(Clock::now() - begin).count()});
    BOOST_TEST(analysis->sites.size() == queries);
    std::vector<std::uint32_t> const whole(20, 0);
    BOOST_TEST(measure(name + ", tokens", whole, [&](Place) { return !tokens(*analysis).empty(); }) == 20);
    BOOST_TEST(measure(name + ", symbols", whole, [&](Place) { return !symbols(*analysis).empty(); }) == 20);
    BOOST_TEST(measure(name + ", lenses", whole, [&](Place) { return !lenses(*analysis).empty(); }) == 20);
    auto completes = [&](Place place) { return !complete(*analysis, place).empty(); };
    auto hovers = [&](Place place) { return hover(*analysis, place).has_value(); };
    auto const positions = script.in_queries.size();
    BOOST_TEST(measure(name + ", completion in queries", script.in_queries, completes) > positions / 2);
    BOOST_TEST(measure(name + ", hover in queries", script.in_queries, hovers) > positions / 2);
    BOOST_TEST(measure(name + ", completion elsewhere", script.elsewhere, completes) == 0);
    BOOST_TEST(measure(name + ", hover elsewhere", script.elsewhere, hovers) == 0);
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_hundred_queries) {
    auto const script = make_script(false);
    BOOST_TEST(std::count(script.text.begin(), script.text.end(), '\n') >= 3000);
    measure_all("a hundred queries", script);
}

BOOST_AUTO_TEST_CASE(one_variable_that_feeds_a_hundred_calls) {
    measure_all("one variable for all", make_script(true));
}

BOOST_AUTO_TEST_CASE(an_open_quote_in_the_last_line) {
    for (std::string const last : {"one.alyx.rest('sessions', 'list', django='subject__",
                                   "one.alyx.rest('sessions', 'list', django=f'lab__name,{lab},subject__",
                                   "one.alyx.rest('sessions', 'list', django=query + ',subject__"}) {
        auto script = make_script(false);
        script.text += last;
        auto const analysis = analysis_of(script.text);
        std::vector<std::uint32_t> const offsets(50, static_cast<std::uint32_t>(script.text.size()));
        auto const answers = measure(last, offsets, [&](Place place) { return !complete(*analysis, place).empty(); });
        BOOST_TEST(answers == offsets.size());
    }
}
