// How the blocks of a page are laid out, a function a format.
#pragma once

#include <span>

#include "analyzer/assist/page.hpp"

namespace alyx::analyzer {

std::string text_layout(std::span<Page::Block const> blocks, std::size_t width);
std::string markdown_layout(std::span<Page::Block const> blocks);
std::string html_layout(std::span<Page::Block const> blocks, CodeLinks const& links);

/// The text with what HTML reads as its own escaped.
std::string html_text(std::string_view text);

/// Columns that have something to show, in order.
std::vector<std::size_t> shown_columns(Page::Table const& table);

}  // namespace alyx::analyzer
