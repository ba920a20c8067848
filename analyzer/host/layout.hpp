// How the rows of a source belong together: where comments stand, which rows one statement takes, where a comment can
// be added. Parses anew, for the few sources that hold directives or are to get some.
#pragma once

#include <string_view>
#include <vector>

#include "analyzer/text/unit.hpp"

namespace alyx::analyzer {

struct Comment {
    Span span;  ///< from its # (or what begins one there), without the line's end
    std::uint32_t row = 0;
    bool alone = false;  ///< no code stands on its row
};

/// Rows from 0, both included.
struct Rows {
    std::uint32_t first = 0;
    std::uint32_t last = 0;

    bool contain(std::uint32_t row) const { return first <= row && row <= last; }
};

/// What a comment is put between.
struct CommentMarks {
    std::string_view begin, end;
};

/// Of one source. What is not code (a magic, the text around fences) has no statements; the text of a document has
/// comments of HTML, a reStructuredText those that begin with `..`.
struct Layout {
    std::vector<Comment> comments;        ///< in the order of the text, at most one a row
    std::vector<Rows> statements;         ///< those of more than one row; of compound ones the header; no row in two
    std::vector<std::uint32_t> no_ends;   ///< rows that cannot end with a comment: within a string, before a backslash
    std::vector<std::string_view> signs;  ///< of each row: what begins a comment there; empty where it is no code
    CommentMarks around{"<!--", " -->"};  ///< of what is no code

    /// The rows of the statement (or of the statements, where they share rows) on this row.
    Rows statement(std::uint32_t row) const;
    /// Those of the row's language, or where the row is no code those of the document.
    CommentMarks marks(std::uint32_t row) const;
    /// Can code on this row be followed by a comment?
    bool takes_comment(std::uint32_t row) const;
    /// The comment on this row; null: none.
    Comment const* comment_on(std::uint32_t row) const;
};

/// The layout of the unit's source with this index. Total.
Layout layout_of(Unit const& unit, std::uint32_t source);

}  // namespace alyx::analyzer
