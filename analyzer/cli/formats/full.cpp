// For people: the source line with the exact span underlined, what the server would answer, and the help.
#include <algorithm>

#include "analyzer/cli/formats/format.hpp"
#include "analyzer/cli/formats/statistics.hpp"
#include "analyzer/cli/terminal.hpp"
#include "analyzer/text/concat.hpp"
#include "analyzer/text/utf8.hpp"

namespace alyx::cli {

using namespace analyzer;

namespace {

/// `  |` lines: the source line and what is underlined in it.
std::string snippet(Record const& record, Style const& style, std::string_view gutter) {
    auto const& [start, end] = record.place.in_source;
    auto const& line = record.excerpt;
    auto total = code_points(line.text, line.text.size());
    bool goes_on = end.row != start.row;
    std::size_t first = std::min<std::size_t>(start.column - line.column, total);
    std::size_t last = goes_on ? total : std::clamp<std::size_t>(end.column - line.column, first, total);
    auto part = [&](std::size_t from, std::size_t to) {
        auto begin = byte_offset(line.text, from);
        return printable(std::string_view(line.text).substr(begin, byte_offset(line.text, to) - begin));
    };
    auto before = concat(line.column > 1 ? "…" : "", part(0, first)), marked = part(first, last);
    auto number = std::to_string(start.row);
    auto bar = style.blue("|");
    std::string text = concat(gutter, " ", bar, "\n");
    text += concat(gutter.substr(0, gutter.size() - number.size()), style.blue(number), " ", bar, " ", before, marked,
                   part(last, total), line.is_cut_at_end ? "…" : "", "\n");
    auto underline = std::string(std::max<std::size_t>(1, display_width(marked)), '^');
    text += concat(gutter, " ", bar, " ", std::string(display_width(before), ' '), style.red(underline),
                   goes_on ? style.red("…") : "", "\n");
    return text;
}

std::string note(std::string_view gutter, Style const& style, std::string_view label, std::string_view text) {
    if (text.empty()) return {};
    return concat(gutter, " ", style.blue("="), " ", style.bold(printable(label)), ": ", printable(text), "\n");
}

std::string render_one(Record const& record, FormatOptions const& options) {
    Style style(options.colours);
    std::string gutter(std::to_string(record.place.in_source.start.row).size(), ' ');
    std::string text = concat(headline(record, options), ": ", style.bold(printable(record.message)), "\n");
    text += concat(gutter, style.blue("-->"), " ", printable(place_text(record.place)), "\n");
    text += snippet(record, style, gutter);
    for (auto const& related : record.related) text += note(gutter, style, related.message, place_text(related.place));
    text += note(gutter, style, answer_source(record), answer_text(record));
    text += note(gutter, style, "help", record.help);
    text += note(gutter, style, "rule", record.name);
    return text + "\n";
}

std::string render(RunResult const& result, FormatOptions const& options) {
    std::string text;
    for (auto const& record : result.records) text += render_one(record, options);
    return text + summary_line(result, options);
}

}  // namespace

namespace formats {
extern Format const full;
Format const full{"full", "the source line with what is meant underlined, the server's answer, help", render,
                  statistics_table};
}  // namespace formats

}  // namespace alyx::cli
