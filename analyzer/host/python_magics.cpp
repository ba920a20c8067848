// Blanks out what IPython reads before Python does: %magics, !shell lines, questions?
#include <algorithm>
#include <array>

#include "analyzer/host/nesting.hpp"
#include "analyzer/host/python_lowering.hpp"

namespace alyx::analyzer {
namespace {

/// Follows Python's brackets, strings and line continuations, for a magic stands at the begin of a statement only.
class Lines {
  public:
    Lines(std::string& text, Span range) : text_(text), at_(range.begin), end_(range.end) {}

    void blank_magics() {
        while (at_ < end_) {
            blank_statement();
            skip_logical_line();
        }
    }

  private:
    char peek(std::size_t ahead = 0) const { return at_ + ahead < end_ ? text_[at_ + ahead] : '\0'; }
    std::size_t line_end(std::size_t from) const { return std::min(text_.find('\n', from), end_); }
    void blank(std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i)
            if (text_[i] != '\n' && text_[i] != '\r') text_[i] = ' ';
    }

    void blank_statement() {
        while (peek() == ' ' || peek() == '\t') ++at_;
        std::size_t begin = at_;
        std::size_t end = line_end(begin);
        std::string_view line = std::string_view(text_).substr(begin, end - begin);
        while (!line.empty() && (line.back() == '\r' || line.back() == ' ')) line.remove_suffix(1);
        if (line.empty()) return;
        if (line.starts_with("%time ") || line.starts_with("%timeit ")) return blank(begin, begin + line.find(' '));
        bool is_magic = line[0] == '%' || line[0] == '!' || line[0] == '?';
        bool is_question = line.back() == '?' && line.find_first_of("#'\"") == line.npos;
        if (is_magic || is_question) return blank(begin, end);
        // files = !ls
        std::size_t equals = line.find('=');
        std::size_t right = equals == line.npos ? line.npos : line.find_first_not_of(' ', equals + 1);
        if (right == line.npos || (line[right] != '!' && line[right] != '%') || line[equals + 1] == '=') return;
        if (line.substr(0, equals).find_first_of("('\"[{!<>#") != line.npos) return;
        blank(begin + right, end);
        text_[begin + right] = '_';
    }

    void skip_logical_line() {
        std::size_t depth = 0;
        for (; at_ < end_; ++at_) {
            char c = peek();
            if (c == '#') {
                at_ = line_end(at_);
                if (at_ >= end_) return;
                c = '\n';
            }
            if (c == '\'' || c == '"') {
                skip_string(c);
                if (at_ >= end_) return;
            } else if (c == '\\') {
                ++at_;
                if (peek() == '\r') ++at_;
            } else if (c == '(' || c == '[' || c == '{') {
                ++depth;
            } else if ((c == ')' || c == ']' || c == '}') && depth > 0) {
                --depth;
            } else if (c == '\n' && depth == 0) {
                ++at_;
                return;
            }
        }
    }

    /// Leaves `at_` at the last quote, or at the end of the line where a plain string has none.
    void skip_string(char quote) {
        bool is_long = peek(1) == quote && peek(2) == quote;
        for (at_ += is_long ? 3 : 1; at_ < end_; ++at_) {
            char c = peek();
            if (c == '\\') {
                ++at_;
            } else if (c == '\n' && !is_long) {
                --at_;
                return;
            } else if (c == quote && (!is_long || (peek(1) == quote && peek(2) == quote))) {
                at_ += is_long ? 2 : 0;
                return;
            }
        }
    }

    std::string& text_;
    std::size_t at_;
    std::size_t end_;
};

/// %%bash and others: what follows is not Python. Of these it is.
constexpr std::array<std::string_view, 7> python_cells{"%%time",  "%%timeit",  "%%capture", "%%prun",
                                                       "%%memit", "%%python3", "%%python"};

bool is_other_language(std::string_view cell) {
    std::size_t begin = cell.find_first_not_of(" \t\r\n");
    if (begin == cell.npos || !cell.substr(begin).starts_with("%%")) return false;
    std::string_view magic = cell.substr(begin, std::min(cell.find_first_of(" \t\r\n", begin), cell.size()) - begin);
    return std::find(python_cells.begin(), python_cells.end(), magic) == python_cells.end();
}

}  // namespace

PlainPython without_magics(std::string_view source, std::vector<Span> const& ranges) {
    if (ranges.empty()) return {};
    auto first = ranges.front().begin;
    std::uint32_t base = first == 0 ? 0 : static_cast<std::uint32_t>(source.rfind('\n', first - 1) + 1);
    std::string_view const text = source.substr(base, ranges.back().end - base);
    PlainPython plain{std::string(text), base};
    std::fill(plain.text.begin() + static_cast<std::ptrdiff_t>(length_within_indentation(text)), plain.text.end(), ' ');
    if (is_other_language(text.substr(first - base)))
        std::replace_if(
            plain.text.begin() + (first - base), plain.text.end(), [](char c) { return c != '\n' && c != '\r'; }, ' ');
    else if (text.find_first_of("%!?") != text.npos)
        Lines(plain.text, make_span(first - base, text.size())).blank_magics();
    return plain;
}

Tree python_tree(std::string_view source, std::vector<Span> const& ranges) {
    PlainPython plain = without_magics(source, ranges);
    return {tree_sitter_python(), plain.text, ranges, plain.base};
}

}  // namespace alyx::analyzer
