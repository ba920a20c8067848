// Unified diffs: that they are small, and that applying them gives the new text.
#include "analyzer/cli/diff.hpp"

#include <boost/test/unit_test.hpp>
#include <random>
#include <string>
#include <vector>

namespace {

using alyx::cli::unified_diff;

std::vector<std::string> lines_of(std::string const& text) {
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < text.size();) {
        auto end = std::min(text.find('\n', at), text.size() - 1) + 1;
        lines.push_back(text.substr(at, end - at));
        at = end;
    }
    return lines;
}

/// As patch(1) does, but that nothing may be off by a line. "?" where the diff does not fit.
std::string patched(std::string const& before, std::string const& diff) {
    auto old = lines_of(before), rows = lines_of(diff);
    std::string result;
    std::size_t at = 0;
    for (std::size_t i = 2; i < rows.size(); ++i) {
        auto const& row = rows[i];
        if (row.starts_with("@@ -")) {
            auto first = std::stoul(row.substr(4));
            bool none = row.find(",0 +") != row.npos && row.find(",0 +") < row.find('+');
            auto target = none ? first : first - 1;
            while (at < target) result += old[at++];
        } else if (row[0] == '\\') {
            if (rows[i - 1][0] != '-') result.pop_back();
        } else if (row[0] == '+') {
            result += row.substr(1);
        } else {
            auto line = row.substr(1);
            if (i + 1 < rows.size() && rows[i + 1][0] == '\\') line.pop_back();
            if (at >= old.size() || old[at] != line) return "?";
            ++at;
            if (row[0] == ' ') result += row.substr(1);
        }
    }
    while (at < old.size()) result += old[at++];
    return result;
}

std::size_t edits(std::string const& diff) {
    std::size_t count = 0;
    auto rows = lines_of(diff);
    for (std::size_t i = 2; i < rows.size(); ++i) count += rows[i][0] == '+' || rows[i][0] == '-';
    return count;
}

}  // namespace

BOOST_AUTO_TEST_CASE(equal_texts_have_no_diff_and_others_the_shortest) {
    BOOST_TEST(unified_diff("a", "x\n", "x\n") == "");
    BOOST_TEST(unified_diff("a.py", "1\n2\n3\n4\n5\n6\n", "1\n2\n3\n4\nfive\n6\n") ==
               "--- a.py\n+++ a.py\n@@ -2,5 +2,5 @@\n 2\n 3\n 4\n-5\n+five\n 6\n");
    BOOST_TEST(unified_diff("a", "", "x") == "--- a\n+++ a\n@@ -0,0 +1 @@\n+x\n\\ No newline at end of file\n");
    BOOST_TEST(unified_diff("a", "x\n", "") == "--- a\n+++ a\n@@ -1 +0,0 @@\n-x\n");
    BOOST_TEST(edits(unified_diff("a", "a\nb\nc\na\nb\nb\na\n", "c\nb\na\nb\na\nc\n")) == 5U);
}

BOOST_AUTO_TEST_CASE(a_diff_leads_to_the_new_text) {
    std::mt19937 random(7);
    auto text = [&](std::size_t lines, unsigned letters) {
        std::string made;
        for (std::size_t i = 0; i < lines; ++i)
            made += std::string(1, static_cast<char>('a' + random() % letters)) + "\n";
        if (random() % 3 == 0 && !made.empty()) made.pop_back();
        return made;
    };
    for (int i = 0; i < 2000; ++i) {
        auto before = text(random() % 30, 3), after = text(random() % 30, 3);
        auto diff = unified_diff("a", before, after);
        BOOST_TEST_REQUIRE((before == after || patched(before, diff) == after), before << "to\n" << after << diff);
    }
}

BOOST_AUTO_TEST_CASE(many_edits_in_a_long_text_are_found_in_moderate_memory) {
    std::string before, after;
    for (int i = 0; i < 100'000; ++i) {
        auto line = "line " + std::to_string(i % 7) + "\n";
        before += i % 20 == 0 ? "old " + line : line;
        after += i % 20 == 0 ? "new " + line : line;
    }
    auto diff = unified_diff("a", before, after);
    BOOST_TEST((patched(before, diff) == after));
    BOOST_TEST(edits(diff) == 10'000U);
}
