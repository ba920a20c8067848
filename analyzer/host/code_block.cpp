// Names of languages, indentation and prompts.
#include "analyzer/host/code_block.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "analyzer/host/language.hpp"

namespace alyx::analyzer {
namespace {

/// MyST: ```{code-block} python
constexpr std::array<std::string_view, 4> directives{"code-block", "code-cell", "code", "sourcecode"};

std::vector<std::string> words_of(std::string_view info) {
    std::vector<std::string> words(1);
    for (char c : info) {
        if (std::string_view(" \t\r\n{},;.").find(c) == std::string_view::npos)
            words.back() += c;
        else if (!words.back().empty())
            words.emplace_back();
    }
    return words;
}

bool is_blank(std::string_view line) {
    return line.find_first_not_of(" \t\r\n") == line.npos;
}

std::uint32_t indentation(std::string_view line) {
    return static_cast<std::uint32_t>(std::min(line.find_first_not_of(" \t"), line.size()));
}

struct Session {
    std::string_view prompt;
    std::string_view continued;
};
constexpr Session python_session{">>>", "..."};
constexpr Session shell_session{"$ ", "> "};

/// Only what is typed in, without the prompts. A line that continues none is output.
std::vector<Span> typed(std::string_view text, std::vector<Span> const& lines, Session session) {
    std::vector<Span> result;
    bool is_open = false;
    for (Span line : lines) {
        std::uint32_t indent = indentation(line.of(text));
        std::string_view code = line.of(text).substr(indent);
        bool begins = code.starts_with(session.prompt);
        is_open = begins || (is_open && code.starts_with(session.continued));
        if (!is_open) continue;
        std::uint32_t skip = indent + static_cast<std::uint32_t>((begins ? session.prompt : session.continued).size());
        bool has_blank = session.prompt.back() != ' ' && skip < line.size() && text[line.begin + skip] == ' ';
        result.push_back({line.begin + skip + (has_blank ? 1 : 0), line.end});
    }
    return result;
}

}  // namespace

std::optional<Language> language_of_info(std::string_view info) {
    auto words = words_of(info);
    bool is_directive = std::find(directives.begin(), directives.end(), words[0]) != directives.end();
    if (!is_directive || words.size() < 2) return language_named(words[0]);
    return words[1].empty() ? Language::python : language_named(words[1]);
}

std::vector<Span> lines_of(std::string_view text, std::vector<Span> const& ranges) {
    std::vector<Span> lines;
    for (Span range : ranges)
        for (std::uint32_t begin = range.begin; begin < range.end;) {
            auto end = static_cast<std::uint32_t>(std::min<std::size_t>(text.find('\n', begin), range.end - 1) + 1);
            // A byte order mark is no text.
            bool const is_marked = begin == 0 && text.substr(0, end).starts_with(byte_order_mark);
            lines.push_back({begin + (is_marked ? static_cast<std::uint32_t>(byte_order_mark.size()) : 0), end});
            begin = end;
        }
    return lines;
}

std::vector<Span> code_of(std::string_view text, std::vector<Span> const& ranges, Language language) {
    std::vector<Span> lines = lines_of(text, ranges);
    std::erase_if(lines, [&](Span line) { return is_blank(line.of(text)); });
    if (lines.empty()) return lines;
    std::string_view first = lines[0].of(text).substr(indentation(lines[0].of(text)));
    if (language == Language::python && first.starts_with(python_session.prompt))
        return typed(text, lines, python_session);
    if (language == Language::shell && first.starts_with(shell_session.prompt))
        return typed(text, lines, shell_session);
    std::uint32_t shared = indentation(lines[0].of(text));
    for (Span line : lines) shared = std::min(shared, indentation(line.of(text)));
    if (shared == 0 && ranges.size() == 1) return {{lines.front().begin, lines.back().end}};
    for (Span& line : lines) line.begin += shared;
    return lines;
}

}  // namespace alyx::analyzer
