// Parsing with tree-sitter, and the children of nodes.
#include "analyzer/host/tree.hpp"

#include <algorithm>

namespace alyx::analyzer {
namespace {

struct DeleteParser {
    void operator()(TSParser* parser) const { ts_parser_delete(parser); }
};

/// Rows and columns of the ranges' ends: the grammars look at columns.
std::vector<TSRange> with_points(std::string_view text, std::vector<Span> const& ranges) {
    std::vector<TSRange> result;
    std::uint32_t row = 0;
    std::uint32_t line = 0;
    std::uint32_t at = 0;
    auto point = [&](std::uint32_t offset) {
        for (; at < offset && at < text.size(); ++at)
            if (text[at] == '\n') {
                ++row;
                line = at + 1;
            }
        return TSPoint{row, offset - line};
    };
    for (Span span : ranges) {
        TSPoint begin = point(span.begin);
        result.push_back({begin, point(span.end), span.begin, span.end});
    }
    return result;
}

}  // namespace

Tree::Tree(TSLanguage const* language, std::string_view text, std::vector<Span> const& ranges) {
    std::unique_ptr<TSParser, DeleteParser> parser(ts_parser_new());
    ts_parser_set_language(parser.get(), language);
    bool is_whole = ranges.size() == 1 && ranges[0].size() == text.size();
    if (!is_whole) {
        auto points = with_points(text, ranges);
        ts_parser_set_included_ranges(parser.get(), points.data(), static_cast<std::uint32_t>(points.size()));
    }
    tree_.reset(ts_parser_parse_string(parser.get(), nullptr, text.data(), static_cast<std::uint32_t>(text.size())));
    cursor_ = std::make_unique<Cursor>(ts_tree_root_node(tree_.get()));
}

Children Tree::children(Node node) {
    Children result;
    if (!node) return result;
    TSTreeCursor* cursor = cursor_->get();
    ts_tree_cursor_reset(cursor, node.raw());
    if (!ts_tree_cursor_goto_first_child(cursor)) return result;
    do result.push_back(Node(ts_tree_cursor_current_node(cursor)));
    while (ts_tree_cursor_goto_next_sibling(cursor));
    return result;
}

}  // namespace alyx::analyzer
