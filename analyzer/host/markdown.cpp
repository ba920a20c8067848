// Finds fences with the block grammar of tree-sitter-markdown.
#include "analyzer/host/markdown.hpp"

#include <algorithm>

#include "analyzer/host/code_block.hpp"
#include "analyzer/host/nesting.hpp"
#include "analyzer/host/tree.hpp"

namespace alyx::analyzer {
namespace {

/// The options of a MyST directive go.
void drop_options(std::string_view text, std::vector<Span>& ranges) {
    std::vector<Span> lines = lines_of(text, ranges);
    auto first = std::find_if(lines.begin(), lines.end(), [&](Span line) {
        std::string_view code = line.of(text);
        bool is_blank = code.find_first_not_of(" \t\r\n") == code.npos;
        return !is_blank && (code[0] != ':' || code.find(':', 1) == code.npos);
    });
    if (first == lines.begin()) return;
    auto begin = first == lines.end() ? static_cast<std::uint32_t>(text.size()) : first->begin;
    std::erase_if(ranges, [&](Span range) { return range.end <= begin; });
    if (!ranges.empty()) ranges.front().begin = std::max(ranges.front().begin, begin);
}

std::vector<Span> contents_of(Tree& tree, Node content) {
    std::vector<Span> ranges;
    std::uint32_t begin = content.span().begin;
    for (Node child : tree.children(content)) {
        if (child.type() != "block_continuation") continue;
        if (child.span().begin > begin) ranges.push_back({begin, child.span().begin});
        begin = std::max(begin, child.span().end);
    }
    if (content.span().end > begin) ranges.push_back({begin, content.span().end});
    return ranges;
}

}  // namespace

std::vector<Fence> code_fences(std::string_view text) {
    std::vector<Fence> fences;
    if (text.find("```") == text.npos && text.find("~~~") == text.npos) return fences;
    text = text.substr(0, length_within_containers(text));
    Tree tree(tree_sitter_markdown(), text, {make_span(0, text.size())});
    std::vector<Node> pending{tree.root()};
    while (!pending.empty()) {
        Node node = pending.back();
        pending.pop_back();
        Children children = tree.children(node);
        if (node.type() != "fenced_code_block") {
            for (auto child = children.rbegin(); child != children.rend(); ++child)
                if (child->is_named()) pending.push_back(*child);
            continue;
        }
        std::optional<Language> language;
        for (Node child : children) {
            if (child.type() == "info_string") language = language_of_info(child.span().of(text));
            if (!language || child.type() != "code_fence_content") continue;
            auto ranges = contents_of(tree, child);
            drop_options(text, ranges);
            ranges = code_of(text, ranges, *language);
            if (!ranges.empty()) fences.push_back({*language, std::move(ranges)});
        }
    }
    return fences;
}

}  // namespace alyx::analyzer
