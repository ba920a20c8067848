// Reads lines by their indentation, which says what belongs to a directive or a literal block.
#include "analyzer/host/restructured_text.hpp"

#include <algorithm>
#include <array>

#include "analyzer/host/code_block.hpp"
#include "analyzer/host/doctest.hpp"
#include "analyzer/host/language.hpp"

namespace alyx::analyzer {
namespace {

/// Directives whose content is code.
constexpr std::array<std::string_view, 3> named_code{"code-block", "sourcecode", "code"};
constexpr std::array<std::string_view, 8> python_code{"doctest", "testcode",        "testsetup", "testcleanup",
                                                      "ipython", "jupyter-execute", "plot",      "python"};
/// Directives whose content is neither text nor code.
constexpr std::array<std::string_view, 9> opaque{"raw",     "math",  "parsed-literal", "productionlist", "graphviz",
                                                 "digraph", "graph", "mermaid",        "csv-table"};

template <std::size_t size>
bool is_among(std::array<std::string_view, size> const& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

std::string_view stripped(std::string_view text) {
    constexpr std::string_view blanks = " \t\r\n\f";
    auto const first = text.find_first_not_of(blanks);
    return first == text.npos ? std::string_view() : text.substr(first, text.find_last_not_of(blanks) + 1 - first);
}

/// A tab goes on to the next multiple of eight.
std::size_t columns(std::string_view blanks) {
    std::size_t column = 0;
    for (char c : blanks) column = c == '\t' ? (column / 8 + 1) * 8 : column + 1;
    return column;
}

std::string_view indentation(std::string_view line) {
    return line.substr(0, std::min(line.find_first_not_of(" \t"), line.size()));
}

/// The bytes of the mark of a list's item and the blanks behind it: `* `, `#. `, `12) `, `(a) `; 0 where there is none.
std::size_t item_mark(std::string_view text) {
    std::size_t at = 0;
    if (text.starts_with("* ") || text.starts_with("- ") || text.starts_with("+ ")) {
        at = 1;
    } else {
        bool const has_bracket = text.starts_with('(');
        at = has_bracket ? 1 : 0;
        auto const begin = at;
        auto const in_number = [](char c) { return (c >= '0' && c <= '9') || c == '#'; };
        while (at < text.size() && in_number(text[at])) ++at;
        bool const is_letter = at == begin && at < text.size() && (text[at] | 0x20) >= 'a' && (text[at] | 0x20) <= 'z';
        if (is_letter) ++at;
        bool const ends = at > begin && at < text.size() && (text[at] == ')' || (text[at] == '.' && !has_bracket));
        if (!ends || at + 1 >= text.size() || text[at + 1] != ' ') return 0;
        ++at;
    }
    auto const next = text.find_first_not_of(' ', at);
    return next == text.npos ? 0 : next;
}

/// Where the text of a line begins: behind its indentation and the marks of items.
std::size_t text_column(std::string_view line) {
    auto at = indentation(line).size();
    auto column = columns(line.substr(0, at));
    while (auto const mark = item_mark(line.substr(at))) {
        at += mark;
        column += mark;
    }
    return column;
}

/// `.. name:: argument`
struct Directive {
    std::string_view name;
    std::string_view argument;
};
std::optional<Directive> directive_of(std::string_view text) {
    if (!text.starts_with("..")) return {};
    text = stripped(text.substr(2));
    auto const end = text.find("::");
    auto const is_name = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               std::string_view("-_:.+").find(c) != std::string_view::npos;
    };
    if (end == text.npos || end == 0 ||
        !std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(end), is_name))
        return {};
    return Directive{text.substr(0, end), stripped(text.substr(end + 2))};
}

bool is_comment(std::string_view text) {
    if (text == "..") return true;
    bool const is_markup = text.starts_with(".. ");
    // Footnotes and citations hold text; targets and substitutions nothing.
    return is_markup && !text.starts_with(".. [") && !text.starts_with(".. _") && !text.starts_with(".. |") &&
           !text.starts_with(".. __");
}

class Blocks {
  public:
    explicit Blocks(std::string_view text) : text_(text), lines_(lines_of(text, {make_span(0, text.size())})) {}

    std::vector<Fence> run() && {
        read();
        for (auto& ranges : doctests(text_))
            if (!is_taken(ranges.front())) found_.push_back({Language::python, std::move(ranges)});
        std::sort(found_.begin(), found_.end(),
                  [](Fence const& a, Fence const& b) { return a.ranges.front().begin < b.ranges.front().begin; });
        return std::move(found_);
    }

    std::vector<Span> foreign() && {
        read();
        return std::move(foreign_);
    }

  private:
    std::string_view text_;
    std::vector<Span> lines_;
    std::size_t at_ = 0;
    std::vector<Span> taken_;  ///< whole blocks, whether their language is known or not
    std::vector<Span> foreign_;
    std::vector<Fence> found_;
    std::string_view highlighted_;  ///< the language of blocks that name none; empty: not said

    std::string_view line_at(std::size_t index) const { return lines_[index].of(text_); }
    bool is_blank(std::size_t index) const { return stripped(line_at(index)).empty(); }
    std::size_t column_at(std::size_t index) const { return columns(indentation(line_at(index))); }
    bool is_taken(Span span) const {
        auto const behind = std::upper_bound(taken_.begin(), taken_.end(), span.begin,
                                             [](std::uint32_t at, Span taken) { return at < taken.begin; });
        return behind != taken_.begin() && std::prev(behind)->contains(span.begin);
    }

    void read() {
        while (at_ < lines_.size()) line();
    }

    void line() {
        auto const whole = line_at(at_);
        auto const column = text_column(whole);
        auto const mark = indentation(whole);
        auto text = stripped(whole);
        for (auto skip = item_mark(whole.substr(mark.size())); skip > 0; skip = item_mark(text))
            text = text.substr(std::min(skip, text.size()));
        if (auto const directive = directive_of(text)) return enter(*directive, column);
        ++at_;
        // One that ends at once takes nothing of what follows it.
        bool const is_empty = text == ".." && (at_ == lines_.size() || is_blank(at_));
        if (is_comment(text) && !is_empty) return take(block_behind(column));
        bool const is_underline = text.find_first_not_of(':') == text.npos && text.size() > 2;
        bool const announces = text.ends_with("::") && !is_underline && !text.starts_with(">>>");
        if (announces && (at_ == lines_.size() || is_blank(at_))) code(block_behind(column), language_of(""));
    }

    void enter(Directive const& directive, std::size_t column) {
        ++at_;
        if (directive.name == "highlight") highlighted_ = directive.argument;
        if (is_among(named_code, directive.name)) return code(content_behind(column), language_of(directive.argument));
        if (is_among(python_code, directive.name)) return code(content_behind(column), Language::python);
        if (is_among(opaque, directive.name)) take_foreign(block_behind(column));
    }

    /// None: one that is not known, or text.
    std::optional<Language> language_of(std::string_view named) const {
        if (named.empty()) named = highlighted_;
        named = named.substr(0, named.find_first_of(" \t"));
        if (named.empty() || named == "default" || named == "guess") return Language::python;
        return language_named(named);
    }

    /// The lines from here on that are indented more than the column, with blank ones between them; goes behind them.
    std::vector<Span> block_behind(std::size_t column) {
        std::vector<Span> block;
        auto end = at_;
        for (auto next = at_; next < lines_.size() && (is_blank(next) || column_at(next) > column); ++next)
            if (!is_blank(next)) end = next + 1;
        for (; at_ < end; ++at_) block.push_back(lines_[at_]);
        return block;
    }

    /// The same without a directive's options.
    std::vector<Span> content_behind(std::size_t column) {
        auto block = block_behind(column);
        auto const is_option = [&](Span line) {
            auto const text = stripped(line.of(text_));
            return text.size() > 1 && text[0] == ':' && text.find(':', 1) != text.npos;
        };
        block.erase(block.begin(), std::find_if_not(block.begin(), block.end(), is_option));
        return block;
    }

    void take(std::vector<Span> const& block) {
        if (!block.empty()) taken_.push_back({block.front().begin, block.back().end});
    }

    void take_foreign(std::vector<Span> const& block) {
        take(block);
        if (block.empty()) return;
        auto const announced = std::lower_bound(lines_.begin(), lines_.end(), block.front().begin,
                                                [](Span line, std::uint32_t at) { return line.begin < at; });
        // Blank lines and options may part them.
        auto begin = announced;
        while (begin != lines_.begin() && std::prev(begin)->of(text_).find("::") == std::string_view::npos) --begin;
        if (begin != lines_.begin()) --begin;
        foreign_.push_back({begin->begin, block.back().end});
    }

    void code(std::vector<Span> const& block, std::optional<Language> language) {
        if (!language) return take_foreign(block);
        take(block);
        if (block.empty()) return;
        auto const first =
            std::find_if(block.begin(), block.end(), [&](Span line) { return !stripped(line.of(text_)).empty(); });
        // Sphinx takes what is no Python for text; a session of a shell is known by its prompt.
        bool const is_session = first != block.end() && stripped(first->of(text_)).starts_with("$ ");
        if (is_session && *language == Language::python) language = Language::shell;
        auto ranges = code_of(text_, block, *language);
        if (!ranges.empty()) found_.push_back({*language, std::move(ranges)});
    }
};

}  // namespace

std::vector<Fence> code_blocks(std::string_view text) {
    return Blocks(text).run();
}

std::vector<Span> foreign_blocks(std::string_view text) {
    return Blocks(text).foreign();
}

}  // namespace alyx::analyzer
