// Runs the files of tests/assist/cursors/<dialect>, whose code is Python, and of tests/assist/cursors/hosts/<language>:
// code with a cursor, and what is offered or said there.
//
//   ## a title
//   one.alyx.rest('sessions', 'list', django='subject__|')
//   > offers nickname lab          each is among the items
//   > first nickname birth_date    these come first, in this order
//   > lacks icontains              none of them is
//   > nothing                      no item at all
//   > trigger _                    the question came from this character (stands before the others)
//   > writes nickname: CODE        the cursor's line once the item is accepted
//   > replaces nickname: CODE      the same, with the whole word replaced
//   > says TEXT                    stands in the hover (`\n` is a line's end)
//   > about WORD                   what the hover is about
//   > silent                       no hover
//   > mends CODE                   the cursor's line once the finding there is mended
//   and what feature_expectations.hpp says of the other features
//
// `|` is the cursor, and goes; a line `%%` separates the cells of a notebook.
#include <algorithm>
#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>

#include "analyzer/analyze/dialect.hpp"
#include "analyzer/assist/completion.hpp"
#include "analyzer/assist/hover.hpp"
#include "analyzer/host/host.hpp"
#include "analyzer/schema/pack.hpp"
#include "feature_expectations.hpp"

namespace {

namespace fs = std::filesystem;
using namespace alyx::analyzer;

struct Case {
    std::string title;
    std::vector<std::string> cells{1};
    std::vector<std::string> expectations;
};

std::vector<std::string> files() {
    std::vector<std::string> found;
    for (auto const& entry : fs::recursive_directory_iterator(fs::path(ALYX_ROOT) / "tests/assist/cursors"))
        if (entry.is_regular_file()) found.push_back(entry.path().string());
    std::sort(found.begin(), found.end());
    return found;
}

std::vector<Case> read(std::string const& path) {
    std::ifstream in(path);
    std::vector<Case> cases;
    for (std::string line; std::getline(in, line);) {
        if (line.starts_with("## "))
            cases.emplace_back().title = line.substr(3);
        else if (cases.empty())
            continue;
        else if (line.starts_with("> "))
            cases.back().expectations.push_back(line.substr(2));
        else if (line == "%%")
            cases.back().cells.emplace_back();
        else if (!line.empty() || !cases.back().cells.back().empty())
            cases.back().cells.back() += line + "\n";
    }
    return cases;
}

/// Of tests/assist/cursors/hosts/<language>; empty for others.
std::string host_of(fs::path const& path) {
    auto const folder = path.parent_path();
    return folder.parent_path().filename() == "hosts" ? folder.filename().string() : "";
}

class Script {
  public:
    Script(Case const& one, std::string const& host) {
        auto unit = std::make_shared<Unit>();
        for (auto cell : one.cells) {
            auto const source = static_cast<std::uint32_t>(unit->sources.size());
            // A case's last line ends with the file, so that unfinished code is tried there too.
            while (cell.ends_with("\n\n")) cell.pop_back();
            if (auto const at = cell.find('|'); at != cell.npos) {
                BOOST_TEST_REQUIRE(cell.find('|', at + 1) == cell.npos, one.title << ": two cursors");
                cell.erase(at, 1);
                auto const offset = static_cast<std::uint32_t>(at);
                place_ = {source, {offset, offset}};
                ++cursors_;
            }
            unit->fragments.push_back({source, Language::python, {make_span(0, cell.size())}});
            unit->sources.push_back(std::make_shared<Source const>("script.py", std::move(cell)));
        }
        BOOST_TEST_REQUIRE(cursors_ == 1, one.title << ": there is no cursor");
        if (!host.empty()) {
            auto units = units_of_text(host, unit->sources[0]).units;
            BOOST_TEST_REQUIRE(units.size() == 1U, one.title << ": no unit of " << host);
            *unit = std::move(units[0]);
        }
        analysis_ = analyze(std::move(unit), std::make_shared<Snapshot const>(std::vector{built_in_schema("alyx")}));
        items_ = complete(*analysis_, place_);
        hover_ = hover(*analysis_, place_);
    }

    void check(std::string const& expectation) {
        auto const blank = expectation.find(' ');
        auto const what = expectation.substr(0, blank);
        auto const rest = blank == expectation.npos ? std::string() : expectation.substr(blank + 1);
        if (what == "offers" || what == "lacks")
            for (auto const& label : words(rest))
                BOOST_TEST((item(label) != nullptr) == (what == "offers"), what << " " << label << ": " << labels());
        else if (what == "first")
            first(words(rest));
        else if (what == "nothing")
            BOOST_TEST(items_.empty(), labels());
        else if (what == "trigger")
            items_ = complete(*analysis_, place_, rest.at(0));
        else if (what == "writes" || what == "replaces")
            writes(rest, what == "replaces");
        else if (what == "says")
            BOOST_TEST((hover_ && hover_->markdown.find(rest) != std::string::npos), "says " << rest << ": " << said());
        else if (what == "about")
            BOOST_TEST((hover_ && text(hover_->place) == rest), "about " << rest << ": " << said());
        else if (what == "mends")
            mends(rest);
        else if (what == "silent")
            BOOST_TEST(!hover_, said());
        else if (!test::check_feature(*analysis_, place_, what, rest))
            BOOST_ERROR("unknown expectation: " << expectation);
    }

  private:
    std::shared_ptr<Analysis const> analysis_;
    std::vector<CompletionItem> items_;
    std::optional<Hover> hover_;
    Place place_;
    int cursors_ = 0;

    /// Between blanks; one behind a backslash belongs to its word.
    static std::vector<std::string> words(std::string const& text) {
        std::vector<std::string> result(1);
        for (std::size_t i = 0; i < text.size(); ++i) {
            if (text[i] == ' ')
                result.emplace_back();
            else
                result.back() += text[i] == '\\' && i + 1 < text.size() ? text[++i] : text[i];
        }
        return result;
    }

    CompletionItem const* item(std::string const& label) const {
        auto const at = std::find_if(items_.begin(), items_.end(), [&](auto const& i) { return i.label == label; });
        return at == items_.end() ? nullptr : &*at;
    }

    std::string labels() const {
        std::string all = "offered:";
        for (auto const& one : items_) all += " " + one.label;
        return all;
    }
    std::string said() const { return hover_ ? "(" + text(hover_->place) + ") " + hover_->markdown : "nothing"; }

    std::string text(Place place) const {
        return std::string(place.span.of(analysis_->unit->sources[place.source]->text()));
    }

    void first(std::vector<std::string> const& wanted) const {
        for (std::size_t i = 0; i < wanted.size(); ++i)
            BOOST_TEST((i < items_.size() && items_[i].label == wanted[i]), "first " << wanted[i] << ": " << labels());
    }

    void mends(std::string const& wanted) const {
        auto const is_here = [&](Finding const& finding) {
            return finding.fix && finding.place.source == place_.source &&
                   finding.place.span.begin <= place_.span.begin && place_.span.begin <= finding.place.span.end;
        };
        auto const found = std::find_if(analysis_->findings.begin(), analysis_->findings.end(), is_here);
        BOOST_TEST_REQUIRE((found != analysis_->findings.end()), "mends " << wanted << ": there is no fix");
        auto const& source = *analysis_->unit->sources[place_.source];
        auto edits = found->fix->edits;
        std::sort(edits.begin(), edits.end(),
                  [](auto const& a, auto const& b) { return a.place.span.begin > b.place.span.begin; });
        std::string text(source.text());
        for (auto const& edit : edits) text.replace(edit.place.span.begin, edit.place.span.size(), edit.text);
        Source const mended("mended", std::move(text));
        BOOST_TEST(mended.line(source.position(place_.span.begin).row) == wanted);
    }

    void writes(std::string const& rest, bool whole) const {
        auto const colon = rest.find(": ");
        std::string label = rest.substr(0, colon);
        std::erase(label, '\\');
        auto const* one = item(label);
        BOOST_TEST_REQUIRE(one != nullptr, "writes " << rest << ": " << labels());
        auto const& source = *analysis_->unit->sources[place_.source];
        auto const row = source.position(place_.span.begin).row;
        auto const begin = source.line_begin(row);
        auto const place = whole ? one->replace : one->insert;
        std::string line(source.line(row));
        BOOST_TEST_REQUIRE(place.span.begin >= begin);
        line.replace(place.span.begin - begin, place.span.size(), one->text);
        BOOST_TEST(line == rest.substr(colon + 2));
    }
};

}  // namespace

BOOST_DATA_TEST_CASE(a_cursor_shows_what_its_file_expects, boost::unit_test::data::make(files()), path) {
    auto const cases = read(path);
    BOOST_TEST(!cases.empty());
    for (auto const& one : cases) BOOST_TEST_CONTEXT(fs::path(path).filename().string() << ": " << one.title) {
            BOOST_TEST(!one.expectations.empty());
            Script script(one, host_of(path));
            for (auto const& expectation : one.expectations) script.check(expectation);
        }
}

BOOST_AUTO_TEST_CASE(every_dialect_has_a_cursor_file_for_every_feature) {
    for (auto const* dialect : dialects())
        for (auto const* feature : test::cursor_features) {
            auto const path =
                fs::path(ALYX_ROOT) / "tests/assist/cursors" / dialect->name / (std::string(feature) + ".txt");
            BOOST_TEST(fs::exists(path), "there is no " << path.string());
        }
}

/// Notebooks alone have none: their cells are of these languages, and an editor's cells are no JSON.
BOOST_AUTO_TEST_CASE(every_host_has_a_cursor_file_for_every_feature) {
    for (auto const language : editor_languages()) {
        if (language == "jupyter") continue;
        for (auto const* feature : {"completion", "hover", "actions"}) {
            auto const path = fs::path(ALYX_ROOT) / "tests/assist/cursors/hosts" / language;
            BOOST_TEST(fs::exists(path / (std::string(feature) + ".txt")),
                       "there is no " << path.string() << "/" << feature << ".txt");
        }
    }
}
