// Pages for terminals: aligned columns and wrapped lines.
#include <algorithm>

#include "analyzer/assist/page_inline.hpp"
#include "analyzer/assist/page_layouts.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {

namespace {

constexpr std::size_t gap = 2;                ///< blanks between columns
constexpr std::size_t narrowest_column = 20;  ///< to which the last one is wrapped

std::size_t width_of(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

/// Lines of words, none longer than `width` unless a word is.
std::vector<std::string> wrapped(std::string_view text, std::size_t width) {
    std::vector<std::string> lines(1);
    std::size_t used = 0;
    for (std::size_t begin = 0; begin < text.size();) {
        auto const end = std::min(text.find(' ', begin), text.size());
        auto const word = text.substr(begin, end - begin);
        auto const size = width_of(word);
        if (used > 0 && used + 1 + size > width) {
            lines.emplace_back();
            used = 0;
        }
        if (used > 0) lines.back() += ' ', ++used;
        lines.back() += word;
        used += size;
        begin = end + 1;
    }
    return lines;
}

class TextLayout {
  public:
    explicit TextLayout(std::size_t width) : width_(width) {}

    void operator()(Page::Heading const& heading) {
        separate();
        auto const text = plain_text(heading.text);
        text_ += concat(text, "\n", std::string(width_of(text), heading.title ? '=' : '-'), "\n");
        after_heading_ = true;
    }
    void operator()(Page::Paragraph const& paragraph) {
        separate();
        for (auto const& line : wrapped(plain_text(paragraph.text), width_)) text_ += concat(line, "\n");
    }
    void operator()(Page::List const& list) {
        separate();
        for (auto const& item : list.items) add_wrapped("- ", plain_text(item), 2);
    }
    void operator()(Page::Code const& code) {
        separate();
        for (std::size_t begin = 0; begin <= code.text.size();) {
            auto const end = std::min(code.text.find('\n', begin), code.text.size());
            auto const line = std::string_view(code.text).substr(begin, end - begin);
            text_ += line.empty() ? std::string("\n") : concat("    ", line, "\n");
            begin = end + 1;
        }
    }
    void operator()(Page::Table const& table) {
        separate();
        auto const columns = shown_columns(table);
        std::vector<std::size_t> widths;
        for (auto column : columns) {
            widths.push_back(width_of(table.header[column]));
            for (auto const& row : table.rows)
                widths.back() = std::max(widths.back(), width_of(plain_text(row[column])));
        }
        add_row(table.header, columns, widths);
        for (auto const& row : table.rows) add_row(row, columns, widths);
    }
    std::string take() { return std::move(text_); }

  private:
    void separate() {
        if (!text_.empty() && !after_heading_) text_ += '\n';
        after_heading_ = false;
    }

    void add_row(std::vector<std::string> const& row, std::vector<std::size_t> const& columns,
                 std::vector<std::size_t> const& widths) {
        std::string line;
        std::size_t indent = 0;
        for (std::size_t i = 0; i + 1 < columns.size(); ++i) {
            auto const cell = plain_text(row[columns[i]]);
            line += cell + std::string(widths[i] + gap - width_of(cell), ' ');
            indent += widths[i] + gap;
        }
        add_wrapped(std::move(line), plain_text(row[columns.back()]), indent);
    }

    /// The text behind `line`, and further lines indented.
    void add_wrapped(std::string line, std::string_view text, std::size_t indent) {
        auto const room = std::max(indent + narrowest_column, width_) - indent;
        auto const lines = wrapped(text, room);
        for (std::size_t i = 0; i < lines.size(); ++i) {
            line += i == 0 ? lines[i] : std::string(indent, ' ') + lines[i];
            line.erase(line.find_last_not_of(' ') + 1);
            text_ += concat(line, "\n");
            line.clear();
        }
    }

    std::size_t width_;
    std::string text_;
    bool after_heading_ = false;
};

}  // namespace

std::string text_layout(std::span<Page::Block const> blocks, std::size_t width) {
    TextLayout layout(width);
    for (auto const& block : blocks) std::visit(layout, block);
    return layout.take();
}

}  // namespace alyx::analyzer
