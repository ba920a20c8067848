// Myers' shortest edit script over lines, printed as hunks.
#include "analyzer/cli/diff.hpp"

#include <algorithm>
#include <span>
#include <utility>
#include <vector>

#include "analyzer/text/concat.hpp"

namespace alyx::cli {
namespace {

using Lines = std::vector<std::string_view>;

Lines split(std::string_view text) {
    Lines lines;
    while (!text.empty()) {
        auto end = std::min(text.find('\n'), text.size() - 1) + 1;
        lines.push_back(text.substr(0, end));
        text.remove_prefix(end);
    }
    return lines;
}

struct Line {
    char mark;  ///< ' ', '-' or '+'
    std::string_view text;
};

using Rest = std::span<std::string_view const>;

/// Myers' greedy algorithm: for each number of edits, how far each diagonal is reached. A diagonal k holds the points
/// (x, x - k): x lines of `a` and x - k lines of `b` are behind.
class Search {
  public:
    Search(Rest a, Rest b) : a_(a), b_(b) {}

    /// Appends the lines of the shortest edit script; where it takes too many edits, of a beginning of a good one. Says
    /// how many lines of each text these are.
    std::pair<int, int> append_to(std::vector<Line>& lines) {
        auto [edits, x, y] = furthest();
        std::vector<Line> backwards;
        std::pair reached(x, y);
        for (int d = edits; d > 0; --d) {
            bool inserts = comes_from_above(d, x - y);
            int before = at(d - 1, x - y + (inserts ? 1 : -1));
            int snake = inserts ? before : before + 1;
            while (x > snake) --y, backwards.push_back({' ', a_[index(--x)]});
            if (inserts)
                backwards.push_back({'+', b_[index(--y)]});
            else
                backwards.push_back({'-', a_[index(--x)]});
        }
        while (x > 0) backwards.push_back({' ', a_[index(--x)]});
        lines.insert(lines.end(), backwards.rbegin(), backwards.rend());
        return reached;
    }

  private:
    struct End {
        int edits, x, y;
    };
    static constexpr int most_edits = 1000;  ///< the memory grows with their square

    Rest a_, b_;
    std::vector<std::vector<int>> reach_;  ///< by edits d, then by diagonals -d, -d + 2 … d

    static std::size_t index(int i) { return static_cast<std::size_t>(i); }
    int at(int d, int k) const { return reach_[index(d)][index((k + d) / 2)]; }
    bool comes_from_above(int d, int k) const { return k == -d || (k != d && at(d - 1, k - 1) < at(d - 1, k + 1)); }

    End furthest() {
        auto n = static_cast<int>(a_.size()), m = static_cast<int>(b_.size());
        End best{0, 0, 0};
        for (int d = 0; d <= most_edits; ++d) {
            reach_.emplace_back(index(d + 1));
            for (int k = -d; k <= d; k += 2) {
                int x = d == 0 ? 0 : comes_from_above(d, k) ? at(d - 1, k + 1) : at(d - 1, k - 1) + 1;
                while (x < n && x - k < m && a_[index(x)] == b_[index(x - k)]) ++x;
                reach_.back()[index((k + d) / 2)] = x;
                int y = x - k;
                if (x == n && y == m) return {d, x, y};
                if (x <= n && y <= m && x + y > best.x + best.y) best = {d, x, y};
            }
        }
        return best;
    }
};

/// Edits far from each other need not be looked for together.
std::vector<Line> script(Lines const& a, Lines const& b) {
    std::vector<Line> all;
    Rest left = a, right = b;
    while (!left.empty() || !right.empty()) {
        auto [x, y] = Search(left, right).append_to(all);
        left = left.subspan(static_cast<std::size_t>(x));
        right = right.subspan(static_cast<std::size_t>(y));
    }
    return all;
}

std::string range(std::size_t begin, std::size_t count) {
    auto first = std::to_string(count == 0 ? begin : begin + 1);
    return count == 1 ? first : analyzer::concat(first, ",", std::to_string(count));
}

}  // namespace

std::string unified_diff(std::string_view name, std::string_view before, std::string_view after) {
    if (before == after) return {};
    constexpr std::size_t around = 3;
    auto lines = script(split(before), split(after));
    std::string text = analyzer::concat("--- ", name, "\n+++ ", name, "\n");
    std::size_t old_row = 0, new_row = 0, i = 0;
    while (i < lines.size()) {
        auto changed = std::find_if(lines.begin() + static_cast<std::ptrdiff_t>(i), lines.end(),
                                    [](Line const& l) { return l.mark != ' '; });
        if (changed == lines.end()) break;
        auto first = static_cast<std::size_t>(changed - lines.begin());
        auto begin = first - std::min(around, first - i);
        old_row += begin - i;
        new_row += begin - i;
        std::size_t end = first, quiet = 0, olds = 0, news = 0;
        while (end < lines.size() && quiet <= 2 * around) quiet = lines[end++].mark == ' ' ? quiet + 1 : 0;
        if (quiet > around) end -= quiet - around;
        std::string hunk;
        for (auto j = begin; j < end; ++j) {
            olds += lines[j].mark != '+';
            news += lines[j].mark != '-';
            hunk += lines[j].mark;
            hunk += lines[j].text;
            if (!lines[j].text.ends_with('\n')) hunk += "\n\\ No newline at end of file\n";
        }
        text += analyzer::concat("@@ -", range(old_row, olds), " +", range(new_row, news), " @@\n", hunk);
        old_row += olds;
        new_row += news;
        i = end;
    }
    return text;
}

}  // namespace alyx::cli
