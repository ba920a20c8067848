// An edited document is analysed exactly as the same text opened afresh.
#include <unistd.h>

#include <boost/test/unit_test.hpp>
#include <cstddef>
#include <fstream>
#include <random>

#include "tests/lsp/client.hpp"

#ifdef __SANITIZE_ADDRESS__
// Of the sanitizer's runtime; g++ comes without its header.
extern "C" std::size_t __sanitizer_get_current_allocated_bytes();
#endif

namespace alyx::tests {
namespace {

/// Bytes of memory in use: resident ones, or under the address sanitizer, which keeps freed memory for a while, those
/// that are allocated.
std::size_t memory_in_use() {
#ifdef __SANITIZE_ADDRESS__
    return __sanitizer_get_current_allocated_bytes();
#else
    std::ifstream in("/proc/self/statm");
    std::size_t all = 0, pages = 0;
    in >> all >> pages;
    return pages * static_cast<std::size_t>(getpagesize());
#endif
}

std::vector<std::string> const& pieces() {
    static std::vector<std::string> const all{
        "one.alyx.rest('sessions', 'list', django='projct__name,x')\n",
        "one.alyx.rest('weighing', 'list')\r\n",
        "query = 'subject__nickname,'\n",
        "f'{query}KS{i:03d}'",
        "django=query",
        "'",
        "\"",
        "(",
        ")",
        ",",
        "\n",
        "\r\n",
        "\r",
        " ",
        "# alyx: sessions\n",
        "é",
        "e\xcc\x81",
        "🦉",
        "日本",
        "__",
        "x",
        "    ",
        "\t",
        "def f(query='projct,x'):\n    return one.alyx.rest('subjects', 'list', django=query)\n",
    };
    return all;
}

/// A text as an editor keeps it: lines that end in \n, \r\n or \r, and columns in UTF-16.
struct Editor {
    std::string text = "one.alyx.rest('sessions', 'list', django='projct__name,🦉')\r\nquery = 1\n";

    /// Offsets at which a cursor can stand: of characters, but not between \r and \n.
    std::vector<std::size_t> stops() const {
        std::vector<std::size_t> found;
        for (std::size_t i = 0; i <= text.size(); ++i) {
            bool continues = i < text.size() && (static_cast<unsigned char>(text[i]) & 0xC0) == 0x80;
            bool in_line_end = i > 0 && i < text.size() && text[i - 1] == '\r' && text[i] == '\n';
            if (!continues && !in_line_end) found.push_back(i);
        }
        return found;
    }
    json::value position(std::size_t offset) const {
        int line = 0, column = 0;
        for (std::size_t i = 0; i < offset; ++i) {
            auto byte = static_cast<unsigned char>(text[i]);
            bool ends = byte == '\n' || (byte == '\r' && !(i + 1 < text.size() && text[i + 1] == '\n'));
            if (ends)
                ++line, column = 0;
            else if (byte != '\r' && (byte & 0xC0) != 0x80)
                column += byte >= 0xF0 ? 2 : 1;
        }
        return {{"line", line}, {"character", column}};
    }
};

}  // namespace

BOOST_AUTO_TEST_CASE(ten_thousand_edits) {
    World world;
    Client edited(world), fresh(world);
    edited.start();
    fresh.start();
    std::mt19937 random(11);
    Editor editor;
    edited.open("file:///a.py", editor.text);
    std::size_t after_a_tenth = 0, different = 0;
    for (int round = 1; round <= 10000; ++round) {
        auto stops = editor.stops();
        auto begin = random() % stops.size();
        // Growing and shrinking by turns.
        auto length = random() % (editor.text.size() > 700 ? 120 : 8);
        auto from = stops[begin], to = stops[std::min(begin + length, stops.size() - 1)];
        auto const& piece = pieces()[random() % pieces().size()];
        json::object range{{"start", editor.position(from)}, {"end", editor.position(to)}};
        json::object change{{"range", std::move(range)}, {"text", piece}};
        edited.notify("textDocument/didChange", {{"textDocument", {{"uri", "file:///a.py"}, {"version", round + 1}}},
                                                 {"contentChanges", json::array{std::move(change)}}});
        editor.text.replace(from, to - from, piece);
        auto shown = edited.diagnostics("file:///a.py");
        BOOST_TEST_REQUIRE(shown.is_object(), json::serialize(json::value_from(edited.take())));
        if (round % 5 == 0) {
            fresh.open("file:///a.py", editor.text);
            different += shown.at("diagnostics") != fresh.diagnostics("file:///a.py").at("diagnostics");
        }
        edited.take();
        fresh.take();
        if (round == 1000) after_a_tenth = memory_in_use();
    }
    BOOST_TEST(different == 0U);
    auto grown = memory_in_use() - std::min(memory_in_use(), after_a_tenth);
    BOOST_TEST(grown < (std::size_t{4} << 20), "memory grew by " << grown << " bytes over 9,000 edits");
}

}  // namespace alyx::tests
