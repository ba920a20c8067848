// Pages as Markdown.
#include "analyzer/assist/page_layouts.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {

namespace {

/// More backquotes than stand anywhere in the text, and at least three.
std::string fence_for(std::string_view text) {
    std::size_t longest = 2, run = 0;
    for (char c : text) {
        run = c == '`' ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    return std::string(longest + 1, '`');
}

class MarkdownLayout {
  public:
    void operator()(Page::Heading const& heading) {
        separate();
        text_ += concat(heading.title ? "# " : "## ", heading.text, "\n");
    }
    void operator()(Page::Paragraph const& paragraph) {
        separate();
        text_ += concat(paragraph.text, "\n");
    }
    void operator()(Page::List const& list) {
        separate();
        for (auto const& item : list.items) text_ += concat("- ", item, "\n");
    }
    void operator()(Page::Code const& code) {
        separate();
        auto const fence = fence_for(code.text);
        text_ += concat(fence, code.language, "\n", code.text, "\n", fence, "\n");
    }
    void operator()(Page::Table const& table) {
        separate();
        auto const columns = shown_columns(table);
        add_row(table.header, columns);
        text_ += '|';
        for (std::size_t i = 0; i < columns.size(); ++i) text_ += "---|";
        text_ += '\n';
        for (auto const& row : table.rows) add_row(row, columns);
    }
    std::string take() { return std::move(text_); }

  private:
    void separate() {
        if (!text_.empty()) text_ += '\n';
    }
    void add_row(std::vector<std::string> const& row, std::vector<std::size_t> const& columns) {
        text_ += '|';
        for (auto column : columns) {
            text_ += ' ';
            for (char c : row[column]) text_ += c == '|' ? std::string("\\|") : std::string(1, c);
            text_ += " |";
        }
        text_ += '\n';
    }

    std::string text_;
};

}  // namespace

std::string markdown_layout(std::span<Page::Block const> blocks) {
    MarkdownLayout layout;
    for (auto const& block : blocks) std::visit(layout, block);
    return layout.take();
}

}  // namespace alyx::analyzer
