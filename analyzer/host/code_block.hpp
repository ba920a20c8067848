// What of an indented block of a document is code.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "analyzer/text/unit.hpp"

namespace alyx::analyzer {

/// What some editors put before a text.
inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// The language of a fence or a block by what is said of it: `python`, `{code-block} python`, `.js`, `console`. None
/// where it is not known.
std::optional<Language> language_of_info(std::string_view info);

/// The ranges cut into lines, each with its end.
std::vector<Span> lines_of(std::string_view text, std::vector<Span> const& ranges);

/// The lines without the indentation they share. Of a session only what is typed in, without the prompts (`>>> ` and
/// `... ` of Python, `$ ` and `> ` of a shell); empty where there is no code.
std::vector<Span> code_of(std::string_view text, std::vector<Span> const& ranges, Language language);

}  // namespace alyx::analyzer
