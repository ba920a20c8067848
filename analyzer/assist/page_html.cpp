// Pages as HTML: what stands inside of `<body>`, without a style of its own.
#include <algorithm>

#include "analyzer/assist/page_inline.hpp"
#include "analyzer/assist/page_layouts.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {

namespace {

/// One word of letters, for styles: `data-is`.
std::string data_is(std::string_view cell) {
    bool is_word = !cell.empty() && std::all_of(cell.begin(), cell.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    return is_word ? concat(" data-is=\"", cell, "\"") : std::string();
}

class HtmlLayout {
  public:
    explicit HtmlLayout(CodeLinks const& links) : links_(links) {}

    void operator()(Page::Heading const& heading) { element(heading.title ? "h1" : "h2", inline_html(heading.text)); }
    void operator()(Page::Paragraph const& paragraph) { element("p", inline_html(paragraph.text)); }
    void operator()(Page::List const& list) {
        html_ += "<ul>\n";
        for (auto const& item : list.items) element("li", inline_html(item));
        html_ += "</ul>\n";
    }
    void operator()(Page::Code const& code) {
        html_ +=
            concat("<pre class=\"", html_text(code.language), "\"><code>", html_text(code.text), "</code></pre>\n");
    }
    void operator()(Page::Table const& table) {
        auto const columns = shown_columns(table);
        html_ += "<div class=\"table\"><table>\n<thead>\n";
        html_ += "<tr>";
        for (auto column : columns) html_ += concat("<th>", inline_html(table.header[column]), "</th>");
        html_ += "</tr>\n";
        html_ += "</thead>\n<tbody>\n";
        for (auto const& row : table.rows) add_row(table, row, columns);
        html_ += "</tbody>\n</table></div>\n";
    }
    std::string take() { return std::move(html_); }

  private:
    void element(std::string_view name, std::string_view content) {
        html_ += concat("<", name, ">", content, "</", name, ">\n");
    }
    /// Narrow screens show each cell behind its label in place of the header.
    void add_row(Page::Table const& table, std::vector<std::string> const& row,
                 std::vector<std::size_t> const& columns) {
        html_ += "<tr>";
        for (auto column : columns)
            html_ += concat("<td data-label=\"", html_text(plain_text(table.header[column])), "\"",
                            data_is(row[column]), ">", inline_html(row[column]), "</td>");
        html_ += "</tr>\n";
    }
    std::string code_html(std::string_view code) const {
        auto html = concat("<code>", html_text(code), "</code>");
        auto target = links_ ? links_(code) : std::string();
        return target.empty() ? html : concat("<a href=\"", html_text(target), "\">", html, "</a>");
    }
    std::string inline_html(std::string_view text) const {
        std::string html;
        for (auto const& piece : inline_pieces(text)) {
            switch (piece.kind) {
                case InlinePiece::Kind::text:
                    html += html_text(piece.text);
                    break;
                case InlinePiece::Kind::code:
                    html += code_html(piece.text);
                    break;
                case InlinePiece::Kind::link:
                    html +=
                        concat("<a href=\"", html_text(piece.target), "\">", html_text(plain_text(piece.text)), "</a>");
                    break;
            }
        }
        return html;
    }

    CodeLinks const& links_;
    std::string html_;
};

}  // namespace

std::string html_text(std::string_view text) {
    std::string html;
    for (char c : text) {
        switch (c) {
            case '&':
                html += "&amp;";
                break;
            case '<':
                html += "&lt;";
                break;
            case '>':
                html += "&gt;";
                break;
            case '"':
                html += "&quot;";
                break;
            default:
                html += c;
        }
    }
    return html;
}

std::string html_layout(std::span<Page::Block const> blocks, CodeLinks const& links) {
    HtmlLayout layout(links);
    for (auto const& block : blocks) std::visit(layout, block);
    return layout.take();
}

}  // namespace alyx::analyzer
