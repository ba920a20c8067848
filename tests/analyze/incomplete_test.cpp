// Of a query of which a part is not known nothing is said that the part could mend, whatever language it stands in; nor
// of one that is being written that it cannot be read.
#include <algorithm>
#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "analyzer/analyze/analysis.hpp"
#include "analyzer/host/host.hpp"
#include "analyzer/schema/pack.hpp"

using namespace alyx::analyzer;

namespace {

/// Code around a query; `<` and `>` are where its first part ends and its last one begins.
struct Way {
    char const* file;
    char const* before;
    char const* between;
    char const* after;
};
std::ostream& operator<<(std::ostream& out, Way const& way) {
    return out << way.file << ": " << way.before << "…" << way.between << "…" << way.after;
}

#define ENDPOINT "https://openalyx.internationalbrainlab.org/sessions"
#define ADDRESS ENDPOINT "?django="

constexpr Way filters[] = {
    {"a.py", "one.alyx.rest('sessions', 'list', django='", "' + x + '", "')\n"},
    {"a.py", "one.alyx.rest('sessions', 'list', django=f'", "{x}", "')\n"},
    {"a.py", "one.alyx.rest('sessions', 'list', django='", "%s", "' % x)\n"},
    {"a.py", "one.alyx.rest('sessions', 'list', django='", "{}", "'.format(x))\n"},
    {"a.py", "q = '", "'\nq += x\nq += '", "'\none.alyx.rest('sessions', 'list', django=q)\n"},
    {"a.py", "requests.get('" ADDRESS, "' + x + '", "')\n"},
    {"a.js", "fetch(`" ADDRESS, "${x}", "`);\n"},
    {"a.js", "axios.get('" ADDRESS, "' + x() + '", "');\n"},
    {"a.ts", "one.alyx.rest('sessions', 'list', {django: `", "${x as string}", "`});\n"},
    {"a.tsx", "const a = <p onClick={() => fetch(`" ADDRESS, "${x}", "`)}/>;\n"},
    {"a.sh", "curl \"" ADDRESS, "${X}", "\"\n"},
    {"a.sh", "curl '" ADDRESS, "'\"$(x)\"'", "'\n"},
    {"a.sh", "curl -G " ENDPOINT " --data-urlencode 'django=", "'$X'", "'\n"},
    {"a.m", "one.alyx.getData(['sessions?django=", "' x '", "']);\n"},
    {"a.m", "webread(strcat('" ADDRESS, "', x, '", "'));\n"},
    {"a.m", "one.alyx.rest('sessions', 'list', pyargs('django', [\"", "\" + x + \"", "\"]));\n"},
    {"a.md", "```python\none.alyx.rest('sessions', 'list', django='", "' + x + '", "')\n```\n"},
    {"a.rst", "So::\n\n  one.alyx.rest('sessions', 'list', django='", "' + x + '", "')\n"},
};
constexpr Way statements[] = {
    {"a.py", "session = ftrack_api.Session()\nsession.query('", "' + x + '", "')\n"},
    {"a.py", "session = ftrack_api.Session()\nsession.query(f'", "{x}", "')\n"},
    {"a.js", "const session = new ftrack_api.Session();\nsession.query(`", "${x}", "`);\n"},
};

constexpr char filter[] = "subject__nickname__icontains,ks,~qc__in,[30,40],start_time__date,2021-03-04";
constexpr char statement[] =
    "select name from Task where status.name in (\"Done\", \"Omitted\") and not timelogs any () limit 5";

std::vector<Finding> findings(std::string const& file, std::string code) {
    static auto const snapshot = std::make_shared<Snapshot const>(std::vector{built_in_schema("alyx")});
    std::vector<Finding> all;
    for (auto& unit : units_of(file, std::move(code)).units) {
        auto const analysis = analyze(std::make_shared<Unit const>(std::move(unit)), snapshot);
        all.insert(all.end(), analysis->findings.begin(), analysis->findings.end());
    }
    return all;
}

/// A rule about how a query is written, not about what it names.
bool is_about_syntax(Rule const& rule) {
    return rule.code.starts_with("AQ1") || rule.code.starts_with("AQ60");
}

/// Any part of the query may be what is not known. Within a name or a value it could be anything; one that holds
/// separators leaves open at least how the query is to be read.
void leave_parts_open(Way const& way, std::string const& query) {
    for (auto const& finding : findings(way.file, way.before + query + way.after))
        BOOST_TEST((finding.rule->effect == Effect::advice), "the query itself: " << finding.message);
    for (std::size_t begin = 0; begin < query.size(); begin += 5)
        for (std::size_t end = begin + 1; end <= query.size(); end += 11) {
            bool const is_whole = query.substr(begin, end - begin).find(',') == std::string::npos;
            auto const code = way.before + query.substr(0, begin) + way.between + query.substr(end) + way.after;
            for (auto const& finding : findings(way.file, code)) {
                bool const is_proved = finding.rule->effect != Effect::advice;
                BOOST_TEST(!(is_about_syntax(*finding.rule) || (is_whole && is_proved)),
                           code << finding.rule->code << " " << finding.message);
            }
        }
}

/// Of a call that is not closed what stands there is the beginning of what is meant.
void break_off(Way const& way, std::string const& query) {
    for (std::size_t end = 0; end < query.size(); end += 3) {
        auto const code = way.before + query.substr(0, end);
        for (auto const& finding : findings(way.file, code))
            BOOST_TEST((!is_about_syntax(*finding.rule) && finding.rule->effect != Effect::refused),
                       code << ": " << finding.rule->code << " " << finding.message);
    }
}

}  // namespace

BOOST_DATA_TEST_CASE(what_is_not_known_may_mend_a_filter, boost::unit_test::data::make(filters), way) {
    leave_parts_open(way, filter);
}

BOOST_DATA_TEST_CASE(what_is_not_known_may_mend_a_statement, boost::unit_test::data::make(statements), way) {
    leave_parts_open(way, statement);
}

BOOST_DATA_TEST_CASE(what_is_being_written_is_no_mistake, boost::unit_test::data::make(filters), way) {
    break_off(way, filter);
}
