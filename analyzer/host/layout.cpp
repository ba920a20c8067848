// Puts together the layouts of a source's fragments.
#include "analyzer/host/layout.hpp"

#include <algorithm>

#include "analyzer/host/language.hpp"

namespace alyx::analyzer {
namespace {

/// Statements that share a row become one.
void join(std::vector<Rows>& statements) {
    std::sort(statements.begin(), statements.end(), [](Rows a, Rows b) { return a.first < b.first; });
    std::vector<Rows> joined;
    for (Rows rows : statements) {
        if (!joined.empty() && joined.back().last >= rows.first)
            joined.back().last = std::max(joined.back().last, rows.last);
        else
            joined.push_back(rows);
    }
    statements = std::move(joined);
}

}  // namespace

Rows Layout::statement(std::uint32_t row) const {
    auto after = std::upper_bound(statements.begin(), statements.end(), row,
                                  [](std::uint32_t wanted, Rows rows) { return wanted < rows.first; });
    bool is_within = after != statements.begin() && std::prev(after)->contain(row);
    return is_within ? *std::prev(after) : Rows{row, row};
}

bool Layout::takes_comment(std::uint32_t row) const {
    return !std::binary_search(no_ends.begin(), no_ends.end(), row);
}

Comment const* Layout::comment_on(std::uint32_t row) const {
    auto found = std::lower_bound(comments.begin(), comments.end(), row,
                                  [](Comment const& comment, std::uint32_t wanted) { return comment.row < wanted; });
    return found != comments.end() && found->row == row ? &*found : nullptr;
}

Layout layout_of(Unit const& unit, std::uint32_t source) {
    Layout layout;
    for (auto const& fragment : unit.fragments) {
        if (fragment.source != source) continue;
        auto const& language = host_language(fragment.language);
        language.lay_out(*unit.sources[source], fragment, layout);
        layout.sign = language.comment;
    }
    // Code may stand within other code: in a docstring.
    std::stable_sort(layout.comments.begin(), layout.comments.end(),
                     [](Comment const& a, Comment const& b) { return a.row < b.row; });
    join(layout.statements);
    auto& rows = layout.no_ends;
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return layout;
}

}  // namespace alyx::analyzer
