// Parsing with tree-sitter, and the children of nodes.
#include "analyzer/host/tree.hpp"

#include <algorithm>

namespace alyx::analyzer {
namespace {

struct DeleteParser {
    void operator()(TSParser* parser) const { ts_parser_delete(parser); }
};

/// Text at its place in a source.
struct Input {
    std::string_view text;
    std::uint32_t base;

    static char const* read(void* payload, std::uint32_t offset, TSPoint, std::uint32_t* size) {
        auto const& input = *static_cast<Input const*>(payload);
        bool is_within = offset >= input.base && offset - input.base < input.text.size();
        *size = is_within ? static_cast<std::uint32_t>(input.text.size()) - (offset - input.base) : 0;
        return is_within ? input.text.data() + (offset - input.base) : "";
    }
};

/// Columns of the ranges' ends, for the grammars look at them, and rows from the first range on.
std::vector<TSRange> with_points(Input input, std::vector<Span> const& ranges) {
    std::vector<TSRange> result;
    std::string_view const text = input.text;
    std::uint32_t const base = input.base;
    std::uint32_t at = ranges.empty() ? 0 : ranges.front().begin - base;
    std::uint32_t line = at == 0 ? 0 : static_cast<std::uint32_t>(text.rfind('\n', at - 1) + 1);
    std::uint32_t row = 0;
    auto point = [&](std::uint32_t offset) {
        for (; at < offset - base && at < text.size(); ++at)
            if (text[at] == '\n') {
                ++row;
                line = at + 1;
            }
        return TSPoint{row, offset - base - line};
    };
    for (Span span : ranges) {
        TSPoint begin = point(span.begin);
        result.push_back({begin, point(span.end), span.begin, span.end});
    }
    return result;
}

}  // namespace

Tree::Tree(TSLanguage const* language, std::string_view text, std::vector<Span> const& ranges, std::uint32_t base) {
    std::unique_ptr<TSParser, DeleteParser> parser(ts_parser_new());
    ts_parser_set_language(parser.get(), language);
    Input input{text, base};
    bool is_whole = base == 0 && ranges.size() == 1 && ranges[0].size() == text.size();
    if (!is_whole) {
        auto points = with_points(input, ranges);
        ts_parser_set_included_ranges(parser.get(), points.data(), static_cast<std::uint32_t>(points.size()));
    }
    tree_.reset(ts_parser_parse(parser.get(), nullptr, {&input, Input::read, TSInputEncodingUTF8, nullptr}));
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
