// One letter of each name that is known is changed in queries that are right: nearly all of that is found, in each
// dialect, and nothing is said of the queries as they were.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>

#include "analyzer/analyze/dialect.hpp"
#include "analyzer/assist/assistant.hpp"
#include "analyzer/assist/rule_example.hpp"
#include "analyzer/host/host.hpp"
#include "analyzer/schema/pack.hpp"

namespace {

namespace fs = std::filesystem;
using namespace alyx::analyzer;

struct Score {
    std::size_t sites = 0;     ///< calls whose arguments are literal
    std::size_t resolved = 0;  ///< of these: whose names are known, or of which something is said
    std::size_t right = 0;     ///< sites of which nothing is said
    std::size_t names = 0;     ///< known names in these
    std::size_t flagged = 0;   ///< of these: found once a letter is changed
    std::vector<std::string> missed;
};
using Scores = std::map<std::string_view, Score>;

std::shared_ptr<Snapshot const> snapshot() {
    static auto const one = std::make_shared<Snapshot const>(std::vector{built_in_schema("alyx")});
    return one;
}

std::shared_ptr<Analysis const> analyzed(Unit unit) {
    return analyze(std::make_shared<Unit const>(std::move(unit)), snapshot());
}

bool is_objection(Finding const& finding) {
    return finding.rule->effect != Effect::advice;
}
std::size_t objections(Analysis const& analysis) {
    auto const said = std::count_if(analysis.findings.begin(), analysis.findings.end(), is_objection);
    return static_cast<std::size_t>(said);
}

bool is_literal(Site const& site) {
    return std::none_of(site.arguments.begin(), site.arguments.end(), [](SiteArgument const& argument) {
        return argument.value.kind == Folded::Kind::unknown || argument.value.text.has_holes();
    });
}

/// Another letter for one in the middle of the name, which depends on the name alone.
std::string mutated(std::string name) {
    auto const at = name.size() / 2;
    for (std::size_t i = 0; i < name.size(); ++i) {
        auto& letter = name[(at + i) % name.size()];
        bool const is_letter = (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
        if (!is_letter) continue;
        letter = letter == 'q' ? 'v' : letter == 'Q' ? 'V' : letter >= 'a' ? 'q' : 'Q';
        break;
    }
    return name;
}

class Mutations {
  public:
    explicit Mutations(Scores& scores) : scores_(scores) {}

    void run(std::string const& file, Unit const& unit) {
        auto const analysis = analyzed(unit);
        std::set<std::pair<std::uint32_t, std::uint32_t>> seen;
        for (std::uint32_t i = 0; i < analysis->sites.size(); ++i) {
            auto const& site = analysis->sites[i];
            if (!is_literal(site) || !seen.insert({site.place.source, site.place.span.begin}).second) continue;
            auto& score = scores_[dialect_of(site).name];
            std::vector<Mention> mentions;
            assistant_of(site).mentions(site, mentions);
            bool const is_wrong = is_objected(*analysis, i);
            ++score.sites;
            score.resolved += is_wrong || !mentions.empty();
            if (is_wrong) continue;
            ++score.right;
            for (auto const& mention : mentions) mutate(file, *analysis, mention, score);
        }
    }

  private:
    Scores& scores_;
    std::set<std::tuple<std::string, std::uint32_t, std::uint32_t>> tried_;

    static bool is_objected(Analysis const& analysis, std::uint32_t site) {
        auto at = [&](Finding const& f) { return std::find(f.sites.begin(), f.sites.end(), site) != f.sites.end(); };
        return std::any_of(analysis.findings.begin(), analysis.findings.end(),
                           [&](Finding const& f) { return is_objection(f) && at(f); }) ||
               std::any_of(analysis.suppressed.begin(), analysis.suppressed.end(),
                           [&](Suppressed const& s) { return at(s.finding); });
    }

    /// Other calls may share the literal, and what was wrong with them may not be said any more.
    static bool is_said_at(Analysis const& analysis, Place place) {
        return std::any_of(analysis.findings.begin(), analysis.findings.end(), [&](Finding const& f) {
            return is_objection(f) && f.place.source == place.source && f.place.span.begin < place.span.end &&
                   place.span.begin < f.place.span.end;
        });
    }

    void mutate(std::string const& file, Analysis const& analysis, Mention const& mention, Score& score) {
        auto const [source, span] = mention.place;
        if (!tried_.insert({file, source, span.begin}).second) return;
        auto text = std::string(analysis.unit->sources[source]->text());
        auto const name = std::string(span.of(text));
        auto const other = mutated(name);
        if (other == name) return;
        text.replace(span.begin, span.size(), other);
        auto unit = *analysis.unit;
        unit.sources[source] = std::make_shared<Source const>(unit.sources[source]->name(), std::move(text));
        ++score.names;
        auto const after = analyzed(std::move(unit));
        if (objections(*after) > objections(analysis) || is_said_at(*after, mention.place))
            ++score.flagged;
        else
            score.missed.push_back(file + ": " + name + " -> " + other);
    }
};

void run_files(Mutations& mutations) {
    for (char const* folder : {"tests/fixtures", "tests/examples"})
        for (auto const& entry : fs::recursive_directory_iterator(fs::path(ALYX_ROOT) / folder)) {
            auto const path = entry.path().string();
            // Queries of other libraries, of which nothing is said whatever they name.
            bool const is_of_others = path.find("_of_others.") != path.npos;
            if (!entry.is_regular_file() || !is_host_file(path) || is_of_others) continue;
            std::ifstream in(path, std::ios::binary);
            for (auto const& unit : units_of(path, {std::istreambuf_iterator<char>(in), {}}).units)
                mutations.run(path, unit);
        }
}

/// What the rules' pages say to write instead.
void run_examples(Mutations& mutations) {
    for (auto const* rule : all_rules()) {
        std::size_t number = 0;
        for (auto const& example : shown_examples(*rule, built_in_schema("alyx"))) {
            if (example.language != "python" || example.instead.empty()) continue;
            auto const name = std::string(rule->name) + std::to_string(++number) + ".py";
            // Whose the session is goes without saying on these pages.
            auto code = "session = ftrack_api.Session()\n" + example.instead + "\n";
            for (auto const& unit : units_of(name, std::move(code)).units) mutations.run(name, unit);
        }
    }
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_changed_letter_is_found_in_every_dialect) {
    Scores scores;
    Mutations mutations(scores);
    run_files(mutations);
    run_examples(mutations);
    for (auto const* dialect : dialects()) {
        auto const& score = scores[dialect->name];
        std::printf("%s: %zu literal calls, %zu resolved, %zu right; %zu of %zu changed names found\n",
                    std::string(dialect->name).c_str(), score.sites, score.resolved, score.right, score.flagged,
                    score.names);
        for (auto const& missed : score.missed) std::printf("  not found: %s\n", missed.c_str());
        BOOST_TEST(score.names >= 30, dialect->name << ": too few names to say anything");
        BOOST_TEST(score.resolved * 10 >= score.sites * 9, dialect->name);
        BOOST_TEST(score.flagged * 100 >= score.names * 99, dialect->name);
    }
}
