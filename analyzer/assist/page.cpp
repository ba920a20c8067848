// Collects the blocks of a page.
#include "analyzer/assist/page.hpp"

#include <algorithm>

#include "analyzer/assist/page_layouts.hpp"

namespace alyx::analyzer {

std::vector<std::size_t> shown_columns(Page::Table const& table) {
    std::vector<std::size_t> columns;
    for (std::size_t i = 0; i < table.header.size(); ++i)
        if (std::any_of(table.rows.begin(), table.rows.end(), [i](auto const& row) { return !row[i].empty(); }))
            columns.push_back(i);
    return columns;
}

void Page::paragraph(std::string text) {
    if (!text.empty()) blocks_.emplace_back(Paragraph{std::move(text)});
}

void Page::list(std::vector<std::string> items) {
    if (!items.empty()) blocks_.emplace_back(List{std::move(items)});
}

void Page::table(Table table) {
    if (!table.rows.empty()) blocks_.emplace_back(std::move(table));
}

std::string Page::render(PageFormat format, std::size_t width) const {
    switch (format) {
        case PageFormat::markdown:
            return markdown_layout(blocks_);
        case PageFormat::html:
            return html_layout(blocks_, {});
        case PageFormat::text:
            break;
    }
    return text_layout(blocks_, width);
}

std::string Page::render_html(CodeLinks const& links) const {
    return html_layout(blocks_, links);
}

}  // namespace alyx::analyzer
