// What an analysis with the cache of earlier states of the text gives is what one without gives.
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <random>

#include "analyzer/analyze/analysis.hpp"
#include "analyzer/analyze/analysis_cache.hpp"
#include "analyzer/assist/completion.hpp"
#include "analyzer/host/host.hpp"
#include "analyzer/schema/pack.hpp"

namespace {

namespace fs = std::filesystem;
using namespace alyx::analyzer;

/// All of an analysis that others see, as text.
class Shown {
  public:
    explicit Shown(Analysis const& analysis) {
        for (auto const& one : analysis.folded.calls) call(one);
        for (auto const& one : analysis.folded.declared) {
            text += "declared " + one.directive;
            place(one.directive_place);
            folded(one.value);
        }
        for (Place comment : analysis.folded.comments) place(comment);
        for (auto const& one : analysis.findings) finding(one);
        for (auto const& one : analysis.suppressed) {
            finding(one.finding);
            place(one.comment);
        }
    }

    std::string text;

  private:
    void place(Place place) {
        text += ' ' + std::to_string(place.source) + ':' + std::to_string(place.span.begin) + '-' +
                std::to_string(place.span.end);
    }

    void folded(Folded const& value) {
        text += '[' + std::to_string(static_cast<int>(value.kind)) + std::to_string(static_cast<int>(value.hole)) +
                std::to_string(value.boolean) + std::to_string(value.open) + value.text.text;
        place(value.place);
        for (Place via : value.via) place(via);
        for (auto const& piece : value.text.pieces) {
            place(value.text.place(piece.text));
            if (piece.literal) text += '@' + std::to_string(piece.literal->statement) + piece.literal->text;
        }
        for (auto const& item : value.items) folded(item);
        for (auto const& [key, entry] : value.entries) folded(key), folded(entry);
        if (value.call) call(*value.call);
        text += ']';
    }

    void call(FoldedCall const& call) {
        text += "\ncall";
        for (auto const& name : call.callee) text += ' ' + name;
        for (Place at : {call.place, call.callee_place, call.arguments_place}) place(at);
        for (auto const& argument : call.positional) folded(argument.value), place(argument.place);
        for (auto const& argument : call.keywords) {
            text += argument.name;
            place(argument.name_place), folded(argument.value), place(argument.place);
        }
        text += std::to_string(call.alternative) + std::to_string(call.open) + std::to_string(call.broken);
        if (call.receiver) this->call(*call.receiver);
    }

    void finding(Finding const& finding) {
        text += "\nfinding " + std::string(finding.rule->code) + finding.message + finding.help + finding.identity;
        place(finding.place);
        for (auto const& related : finding.related) place(related.place);
        if (!finding.fix) return;
        for (auto const& edit : finding.fix->edits) {
            place(edit.place);
            text += edit.text;
        }
    }
};

std::string completions(Analysis const& analysis, std::size_t offset) {
    auto const size = analysis.unit->sources.front()->text().size();
    auto const at = static_cast<std::uint32_t>(std::min(offset, size));
    std::string all;
    for (auto const& item : complete(analysis, {0, {at, at}}))
        all += "\n" + item.label + ' ' + item.text + ' ' + std::to_string(item.insert.span.begin) + '-' +
               std::to_string(item.replace.span.end) + ' ' + item.detail;
    return all;
}

/// `offset`: where one may be writing.
std::string shown(std::string const& name, std::string const& text, AnalysisCache* cache, std::size_t offset = 0) {
    static auto const snapshot = std::make_shared<Snapshot const>(std::vector{built_in_schema("alyx")});
    auto units = units_of(name, text).units;
    std::string all;
    for (std::size_t i = 0; i < units.size(); ++i) {
        auto unit = std::make_shared<Unit const>(std::move(units[i]));
        auto analysis = analyze(std::move(unit), snapshot, i == 0 ? cache : nullptr);
        all += Shown(*analysis).text + completions(*analysis, offset);
    }
    return all;
}

struct File {
    std::string name;
    std::string text;
};

std::vector<File> fixtures() {
    std::vector<File> files;
    for (auto const& entry : fs::recursive_directory_iterator(fs::path(ALYX_ROOT) / "tests/fixtures")) {
        auto name = entry.path().string();
        if (!entry.is_regular_file() || !is_host_file(name)) continue;
        std::ifstream in(name, std::ios::binary);
        files.push_back({name, {std::istreambuf_iterator<char>(in), {}}});
    }
    std::sort(files.begin(), files.end(), [](File const& a, File const& b) { return a.name < b.name; });
    return files;
}

constexpr std::string_view pieces[] = {"\n",
                                       "\n\n",
                                       "\r\n",
                                       "\r",
                                       " ",
                                       "    ",
                                       "x",
                                       "_",
                                       ",",
                                       "é",
                                       "e\xcc\x81",
                                       "🦉",
                                       "'",
                                       "\"",
                                       "'''",
                                       "(",
                                       ")",
                                       "#",
                                       "\\",
                                       "\nquery = 'projct__name,x'\n",
                                       "\none.alyx.rest('sessions', 'list', django=query)\n",
                                       "# alyx: sessions\n",
                                       "  # alyx: subjects",
                                       "\nq = 'nickname,x'; p = f'{q}KS'  # alyx: subjects\n",
                                       "\nglobal query\n",
                                       "%time ",
                                       "!ls\n",
                                       "\nif x:\n    query = 'nme,x'\nelse:\n    query = ''\n",
                                       "\nclass A:\n    def f(self, q='a,b'):\n        self.q = q\n"};

/// Where a cursor may stand: not within a character.
std::size_t stop(std::string const& text, std::size_t at) {
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) ++at;
    return std::min(at, text.size());
}

/// The lines that differ first.
std::string first_difference(std::string_view found, std::string_view expected) {
    auto at = static_cast<std::size_t>(
        std::mismatch(found.begin(), found.end(), expected.begin(), expected.end()).first - found.begin());
    auto line = [&](std::string_view text) {
        auto begin = text.rfind('\n', at) + 1;
        return std::string(text.substr(begin, text.find('\n', at) - begin));
    };
    return line(found) + "\n" + line(expected);
}

}  // namespace

BOOST_AUTO_TEST_CASE(An_edited_text_is_analysed_as_one_that_was_never_seen_before) {
    std::mt19937 random(5);
    AnalysisCache cache;
    std::size_t compared = 0;
    for (auto const& file : fixtures()) {
        std::string text = file.text;
        for (int round = 0; round < 200; ++round) {
            auto from = stop(text, random() % (text.size() + 1));
            std::size_t removed = random() % 3 == 0 ? random() % 40 : 0;
            auto to = stop(text, std::min(from + removed, text.size()));
            std::string before = text.substr(from, to - from);
            std::string_view piece = pieces[random() % std::size(pieces)];
            text.replace(from, to - from, piece);
            auto expected = shown(file.name, text, nullptr, from + piece.size());
            auto found = shown(file.name, text, &cache, from + piece.size());
            BOOST_TEST_REQUIRE(found == expected, file.name << ", round " << round << ", at " << from << ":\n"
                                                            << first_difference(found, expected));
            ++compared;
            // As one does who typed something wrong; else nearly all would be broken.
            if (random() % 4 != 0) text.replace(from, piece.size(), before);
        }
    }
    BOOST_TEST(compared >= 1000U);
}

BOOST_AUTO_TEST_CASE(More_names_than_are_kept_come_and_go) {
    AnalysisCache cache;
    for (int i = 0; i < 25'000; i += 250) {
        std::string text = "one.alyx.rest('sessions', 'list', django=query)\n";
        for (int k = 0; k < 250; ++k) text += "name_" + std::to_string(i + k) + " = 'projct,x'\n";
        text += "one.alyx.rest('sessions', 'list', django=name_" + std::to_string(i) + ")\n";
        BOOST_TEST_REQUIRE(shown("a.py", text, &cache) == shown("a.py", text, nullptr));
    }
}
