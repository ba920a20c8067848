// The comments of Python code, and those that declare a text to be a query.
#include <algorithm>

#include "analyzer/host/python_lowering.hpp"

namespace alyx::analyzer {
namespace {

constexpr std::string_view directive_word = "alyx:";

std::string_view stripped(std::string_view text) {
    auto is_space = [](char c) { return c == ' ' || c == '\t' || c == '\r'; };
    while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
    return text;
}

/// What stands behind `alyx:` where the comment begins with it, up to another comment within this one.
std::string_view directive_text(std::string_view comment) {
    comment = stripped(comment.substr(std::min(comment.find_first_not_of('#'), comment.size())));
    if (!comment.starts_with(directive_word)) return {};
    comment.remove_prefix(directive_word.size());
    return stripped(comment.substr(0, comment.find('#')));
}

}  // namespace

/// Goes down only where a # stands.
void PythonLowering::collect_comments() {
    std::vector<std::uint32_t> hashes;
    for (std::size_t at = text_.find('#'); at != text_.npos; at = text_.find('#', at + 1))
        hashes.push_back(static_cast<std::uint32_t>(at));
    auto has_hash = [&](Span span) {
        auto hash = std::lower_bound(hashes.begin(), hashes.end(), span.begin);
        return hash != hashes.end() && *hash < span.end;
    };
    std::vector<Node> nodes{tree_.root()};
    while (!nodes.empty()) {
        Node node = nodes.back();
        nodes.pop_back();
        if (node.type() == "comment") {
            program_.comments.push_back(place(node.span()));
            if (!directive_text(text(node)).empty()) directives_.push_back(node.span());
            continue;
        }
        if (!has_hash(node.span())) continue;
        Children children = tree_.children(node);
        for (auto child = children.rbegin(); child != children.rend(); ++child) nodes.push_back(*child);
    }
}

/// A directive stands behind the statement or within it, or alone on the line before.
std::optional<ir::Directive> PythonLowering::directive_of(Span statement) const {
    for (Span comment : directives_) {
        std::uint32_t row = source_.position(comment.begin).row;
        std::uint32_t first = source_.position(statement.begin).row;
        std::uint32_t last = source_.position(statement.end).row;
        std::uint32_t line = source_.line_begin(row);
        bool is_alone = stripped(text(Span{line, comment.begin})).empty();
        bool is_before = is_alone && row + 1 == first;
        if (!is_before && (row < first || row > last)) continue;
        std::string_view words = directive_text(text(comment));
        auto begin = static_cast<std::uint32_t>(words.data() - text_.data());
        return ir::Directive{words, place({begin, begin + static_cast<std::uint32_t>(words.size())})};
    }
    return {};
}

}  // namespace alyx::analyzer
