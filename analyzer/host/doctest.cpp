// Looks for prompts at the begins of lines.
#include "analyzer/host/doctest.hpp"

#include <algorithm>

#include "analyzer/host/code_block.hpp"

namespace alyx::analyzer {
namespace {

constexpr std::string_view prompt = ">>>";

bool is_blank(char c) {
    return c == ' ' || c == '\t';
}

}  // namespace

std::vector<std::vector<Span>> doctests(std::string_view text) {
    std::vector<std::vector<Span>> found;
    std::size_t done = 0;
    for (std::size_t at = text.find(prompt); at != text.npos; at = text.find(prompt, std::max(at + 1, done))) {
        std::size_t begin = at;
        while (begin > 0 && is_blank(text[begin - 1])) --begin;
        bool begins_line = begin == 0 || text[begin - 1] == '\n' || text.substr(0, begin) == byte_order_mark;
        bool is_prompt = at + prompt.size() < text.size() && is_blank(text[at + prompt.size()]);
        if (!begins_line || !is_prompt) continue;
        // To the next blank line.
        std::size_t end = begin;
        while (end < text.size()) {
            std::size_t line_end = std::min(text.find('\n', end), text.size());
            if (text.substr(end, line_end - end).find_first_not_of(" \t\r") == text.npos) break;
            end = std::min(line_end + 1, text.size());
        }
        auto code = code_of(text, {make_span(begin, end)}, Language::python);
        if (!code.empty()) found.push_back(std::move(code));
        done = end;
    }
    return found;
}

}  // namespace alyx::analyzer
