// Pages for readers: headings, paragraphs, lists, code and tables, as plain text, Markdown or HTML.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace alyx::analyzer {

enum class PageFormat { text, markdown, html };

/// Where a word of code leads to in HTML; empty: nowhere.
using CodeLinks = std::function<std::string(std::string_view code)>;

/// A page, block by block. In texts, words between backquotes are code and `[label](target)` is a link; plain text
/// shows both without their marks.
class Page {
  public:
    struct Heading {
        std::string text;
        bool title;
    };
    struct Paragraph {
        std::string text;
    };
    struct List {
        std::vector<std::string> items;
    };
    /// Lines as they are.
    struct Code {
        std::string language;  ///< as Markdown names it
        std::string text;      ///< without a line end at its end
    };
    /// Each row has as many cells as the header; columns in which no row has anything are left out. The last column
    /// is wrapped.
    struct Table {
        std::vector<std::string> header;
        std::vector<std::vector<std::string>> rows;
    };
    using Block = std::variant<Heading, Paragraph, List, Code, Table>;

    void title(std::string text) { blocks_.emplace_back(Heading{std::move(text), true}); }
    void heading(std::string text) { blocks_.emplace_back(Heading{std::move(text), false}); }
    void code(std::string language, std::string text) {
        blocks_.emplace_back(Code{std::move(language), std::move(text)});
    }
    /// Nothing, if the text is empty.
    void paragraph(std::string text);
    /// Nothing, if there is no item.
    void list(std::vector<std::string> items);
    /// Nothing, if there is no row.
    void table(Table table);

    /// `width`: code points in a line of plain text. HTML is what stands inside of `<body>`.
    std::string render(PageFormat format, std::size_t width = 100) const;
    /// The same as HTML, with links from words of code.
    std::string render_html(CodeLinks const& links) const;

  private:
    std::vector<Block> blocks_;
};

}  // namespace alyx::analyzer
