// Walks the trees of a source's fragments for comments, statements and strings.
#include "analyzer/host/layout.hpp"

#include <algorithm>
#include <array>

#include "analyzer/host/python_lowering.hpp"

namespace alyx::analyzer {
namespace {

/// Nodes that hold statements or parts of a compound one.
constexpr std::array<std::string_view, 8> clauses{
    "block",          "elif_clause", "else_clause", "except_clause", "except_group_clause",
    "finally_clause", "case_clause", "ERROR"};

bool is_clause(Node node) {
    return std::find(clauses.begin(), clauses.end(), node.type()) != clauses.end();
}

class Walk {
  public:
    Walk(Source const& source, Fragment const& fragment, Layout& layout)
        : source_(source),
          fragment_(fragment),
          layout_(layout),
          tree_(tree_sitter_python(), without_magics(source.text(), fragment.ranges), fragment.ranges) {}

    void run() {
        visit(tree_.root());
        for (std::uint32_t row = 0; row + 1 < source_.line_count(); ++row) continued(row);
    }

  private:
    struct Pending {
        Node node;
        bool holds_statements = false;  ///< what stands directly in it are statements or clauses
    };

    /// With a stack of its own, for scripts nest deeper than ours.
    void visit(Node root) {
        std::vector<Pending> pending{{root, true}};
        while (!pending.empty()) {
            auto [node, holds_statements] = pending.back();
            pending.pop_back();
            if (node.type() == "comment") {
                comment(node.span());
                continue;
            }
            if (node.type() == "string") string(node.span());
            Children children = tree_.children(node);
            for (auto child = children.rbegin(); child != children.rend(); ++child) {
                bool is_part = holds_statements && child->is_named() && child->type() != "comment";
                bool holds = is_part && statement(*child);
                pending.push_back({*child, holds});
            }
        }
    }

    /// Does it hold statements itself? Then only its header is one.
    bool statement(Node node) {
        if (node.type() == "block" || node.is_error() || node.type() == "decorated_definition") return true;
        Span header = node.span();
        bool is_compound = false;
        for (Node child : tree_.children(node)) {
            if (child.type() == "comment") continue;
            if (is_clause(child)) {
                is_compound = true;
                break;
            }
            header.end = child.span().end;
        }
        add({row(header.begin), row(is_compound ? header.end : node.span().end)});
        return is_compound;
    }

    void add(Rows rows) {
        if (rows.last > rows.first) layout_.statements.push_back(rows);
    }

    void comment(Span span) {
        std::uint32_t begin = source_.line_begin(row(span.begin));
        for (Span range : fragment_.ranges)
            if (range.contains(span.begin)) begin = std::max(begin, range.begin);
        bool alone = Span{begin, span.begin}.of(source_.text()).find_first_not_of(" \t\f") == std::string_view::npos;
        // The grammar ends lines at \n alone.
        auto end = source_.text().find('\r', span.begin);
        span.end = static_cast<std::uint32_t>(std::min<std::size_t>(end, span.end));
        layout_.comments.push_back({span, row(span.begin), alone});
    }

    void string(Span span) {
        for (auto at = row(span.begin); at < row(span.end); ++at) layout_.no_ends.push_back(at);
    }

    /// A backslash at the row's end, which no comment holds.
    void continued(std::uint32_t row) {
        if (!source_.line(row).ends_with('\\') || layout_.comment_on(row)) return;
        layout_.no_ends.push_back(row);
    }

    std::uint32_t row(std::uint32_t offset) const { return source_.position(offset).row; }

    Source const& source_;
    Fragment const& fragment_;
    Layout& layout_;
    Tree tree_;
};

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
    for (auto const& fragment : unit.fragments)
        if (fragment.source == source) Walk(*unit.sources[source], fragment, layout).run();
    join(layout.statements);
    auto& rows = layout.no_ends;
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return layout;
}

}  // namespace alyx::analyzer
