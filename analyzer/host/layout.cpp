// Puts together the layouts of a source's fragments.
#include "analyzer/host/layout.hpp"

#include <algorithm>

#include "analyzer/host/host.hpp"
#include "analyzer/host/language.hpp"
#include "analyzer/host/restructured_text.hpp"

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

constexpr std::string_view blanks = " \t\r";

/// The comments of HTML that take no more than a row.
void add_comments_of_html(Source const& source, Layout& layout) {
    constexpr std::string_view open = "<!--", close = "-->";
    for (std::uint32_t row = 0; row < source.line_count(); ++row) {
        auto line = source.line(row);
        auto begin = line.find(open);
        if (begin == line.npos || layout.marks(row).begin != open) continue;
        auto end = line.find(close, begin + open.size());
        if (end == line.npos) continue;
        end += close.size();
        bool alone = line.find_first_not_of(blanks) == begin && line.find_first_not_of(blanks, end) == line.npos;
        layout.comments.push_back({make_span(begin, end).shifted(source.line_begin(row)), row, alone});
    }
}

/// The row of the range's last character; that behind the last line's end is one of code too.
std::uint32_t last_row(Source const& source, Span range) {
    bool const ends_line = !range.empty() && range.end < source.text().size() && source.text()[range.end - 1] == '\n';
    return source.row(ends_line ? range.end - 1 : range.end);
}

/// Rows of a reStructuredText that begin with `.. `; no other comment can stand on a row of its text, and none within a
/// block that is no text.
void add_comments_of_dots(Source const& source, Layout& layout) {
    layout.around = {"..", "\n"};
    std::vector<bool> is_foreign(source.line_count());
    for (Span block : foreign_blocks(source.text())) {
        Rows const rows{source.row(block.begin), last_row(source, block)};
        layout.statements.push_back(rows);
        std::fill(is_foreign.begin() + rows.first + 1, is_foreign.begin() + rows.last + 1, true);
    }
    for (std::uint32_t row = 0; row < source.line_count(); ++row) {
        auto line = source.line(row);
        auto begin = line.find_first_not_of(blanks);
        if (begin == line.npos || layout.marks(row).begin != layout.around.begin) continue;
        layout.no_ends.push_back(row);
        auto end = line.find_last_not_of(blanks) + 1;
        if (!is_foreign[row] && line.substr(begin).starts_with(".. "))
            layout.comments.push_back({make_span(begin, end).shifted(source.line_begin(row)), row, true});
    }
}

/// The rows that hold nothing but a comment, of those from the `first` comment on.
void mark_comments(Source const& source, Layout const& layout, std::size_t first, std::vector<bool>& rows) {
    for (auto at = first; at < layout.comments.size(); ++at) {
        auto const& comment = layout.comments[at];
        if (!comment.alone) continue;
        auto const last = source.row(comment.span.end);
        for (auto row = comment.row; row <= last; ++row) rows[row] = true;
    }
}

}  // namespace

CommentMarks Layout::marks(std::uint32_t row) const {
    if (row < signs.size() && !signs[row].empty()) return {signs[row], ""};
    return around;
}

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
    Source const& text = *unit.sources[source];
    Layout layout;
    layout.signs.resize(text.line_count());
    std::vector<bool> in_comment(text.line_count());
    for (auto const& fragment : unit.fragments) {
        // Commented code has no comments of its own: they are part of the one it stands in.
        if (fragment.source != source || in_comment[text.row(fragment.ranges.front().begin)]) continue;
        auto const& language = host_language(fragment.language);
        auto const known = layout.comments.size();
        language.lay_out(text, fragment, layout);
        mark_comments(text, layout, known, in_comment);
        // Code may stand within other code, in a docstring; it comes after what it stands in.
        for (Span range : fragment.ranges)
            std::fill(layout.signs.begin() + text.row(range.begin), layout.signs.begin() + last_row(text, range) + 1,
                      language.comment);
    }
    bool const has_dots = editor_language(text.name()) == "restructuredtext";
    (has_dots ? add_comments_of_dots : add_comments_of_html)(text, layout);
    std::stable_sort(layout.comments.begin(), layout.comments.end(),
                     [](Comment const& a, Comment const& b) { return a.row < b.row; });
    join(layout.statements);
    auto& rows = layout.no_ends;
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return layout;
}

}  // namespace alyx::analyzer
