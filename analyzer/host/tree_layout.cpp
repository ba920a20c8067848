// Walks the tree of a fragment for comments, statements and strings.
#include "analyzer/host/tree_layout.hpp"

#include <algorithm>

namespace alyx::analyzer {
namespace {

bool is_one_of(std::string_view type, std::string_view types) {
    if (type.empty()) return false;
    for (auto at = types.find(type); at != types.npos; at = types.find(type, at + 1)) {
        auto end = at + type.size();
        if ((at == 0 || types[at - 1] == ' ') && (end == types.size() || types[end] == ' ')) return true;
    }
    return false;
}

class Walk {
  public:
    Walk(Source const& source, Tree tree, Fragment const& fragment, LayoutForm const& form, Layout& layout)
        : source_(source),
          fragment_(fragment),
          form_(form),
          layout_(layout),
          tree_(std::move(tree)),
          first_comment_(layout.comments.size()) {}

    void run() {
        visit(tree_.root());
        auto comment = layout_.comments.begin() + static_cast<std::ptrdiff_t>(first_comment_);
        for (Span range : fragment_.ranges)
            for (auto at = row(range.begin); at <= row(range.end) && at + 1 < source_.line_count(); ++at) {
                while (comment != layout_.comments.end() && comment->row < at) ++comment;
                continued(at, comment != layout_.comments.end() && comment->row == at);
            }
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
            if (is_one_of(node.type(), form_.strings)) string(node.span());
            Children children = tree_.children(node);
            for (auto child = children.rbegin(); child != children.rend(); ++child) {
                bool is_part = holds_statements && child->is_named() && child->type() != "comment";
                bool holds = is_part ? statement(*child) : is_one_of(child->type(), form_.blocks);
                pending.push_back({*child, holds});
            }
        }
    }

    /// Does it hold statements itself? Then only its header is one.
    bool statement(Node node) {
        if (node.is_error() || is_one_of(node.type(), form_.wrappers)) return true;
        Span header = node.span();
        bool is_compound = false;
        for (Node child : tree_.children(node)) {
            if (child.type() == "comment") continue;
            if (child.is_error() || is_one_of(child.type(), form_.clauses)) {
                is_compound = true;
                break;
            }
            header.end = child.span().end;
        }
        if (!is_compound) header.end = end_before_blocks(node);
        add({row(header.begin), row(header.end)});
        return is_compound;
    }

    /// What stands in front of the first function's body in it.
    std::uint32_t end_before_blocks(Node statement) {
        std::vector<Node> pending{statement};
        while (!form_.blocks.empty() && row(statement.span().begin) < row(statement.span().end) && !pending.empty()) {
            Node node = pending.back();
            pending.pop_back();
            if (is_one_of(node.type(), form_.blocks)) return node.span().begin;
            Children children = tree_.children(node);
            for (auto child = children.rbegin(); child != children.rend(); ++child)
                if (child->is_named()) pending.push_back(*child);
        }
        return statement.span().end;
    }

    void add(Rows rows) {
        if (rows.last > rows.first) layout_.statements.push_back(rows);
    }

    void comment(Span span) {
        std::uint32_t begin = source_.line_begin(row(span.begin));
        for (Span range : fragment_.ranges_in({span.begin, span.begin + 1})) begin = std::max(begin, range.begin);
        bool alone = Span{begin, span.begin}.of(source_.text()).find_first_not_of(" \t\f") == std::string_view::npos;
        alone = alone && is_blank_until_line_end(span.end);
        // The grammar ends lines at \n alone.
        auto length = span.of(source_.text()).find('\r');
        if (length != std::string_view::npos) span.end = span.begin + static_cast<std::uint32_t>(length);
        layout_.comments.push_back({span, row(span.begin), alone});
    }

    /// Code may stand behind a comment that does not end with its line.
    bool is_blank_until_line_end(std::uint32_t offset) const {
        auto at = source_.text().find_first_not_of(" \t\f", offset);
        return at == std::string_view::npos || source_.text()[at] == '\n' || source_.text()[at] == '\r';
    }

    void string(Span span) {
        for (auto at = row(span.begin); at < row(span.end); ++at) layout_.no_ends.push_back(at);
    }

    /// A backslash at the row's end, which no comment holds.
    void continued(std::uint32_t row, bool has_comment) {
        if (source_.line(row).ends_with('\\') && !has_comment) layout_.no_ends.push_back(row);
    }

    std::uint32_t row(std::uint32_t offset) const { return source_.row(offset); }

    Source const& source_;
    Fragment const& fragment_;
    LayoutForm const& form_;
    Layout& layout_;
    Tree tree_;
    std::size_t first_comment_;  ///< of the fragment
};

}  // namespace

void lay_out_tree(Source const& source, Tree tree, Fragment const& fragment, LayoutForm const& form, Layout& layout) {
    Walk(source, std::move(tree), fragment, form, layout).run();
}

}  // namespace alyx::analyzer
