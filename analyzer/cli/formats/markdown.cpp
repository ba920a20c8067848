// A table for job summaries and comments on pull requests.
#include <algorithm>

#include "analyzer/cli/formats/escape.hpp"
#include "analyzer/cli/formats/format.hpp"
#include "analyzer/cli/terminal.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::cli {

using namespace analyzer;

namespace {

/// Nothing in it means anything to Markdown or HTML: both read character references as text.
std::string literal(std::string_view text) {
    std::string out;
    for (char c : printable(text)) {
        if (std::string_view("&<>|*_[]`~\\!#@:\"").find(c) == std::string_view::npos)
            out += c;
        else
            out += concat("&#", std::to_string(static_cast<int>(c)), ";");
    }
    return out;
}

std::string code(std::string_view text) {
    return concat("<code>", literal(text), "</code>");
}

/// Messages put names between backquotes.
std::string message(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        auto open = text.find('`');
        auto close = open == text.npos ? open : text.find('`', open + 1);
        if (close == text.npos) return out + literal(text);
        out += concat(literal(text.substr(0, open)), code(text.substr(open + 1, close - open - 1)));
        text.remove_prefix(close + 1);
    }
    return out;
}

std::string row(Record const& record) {
    auto what = message(record.message);
    auto answer = answer_text(record);
    if (!answer.empty()) what += concat("<br>", answer_source(record), ": ", literal(answer));
    if (!record.help.empty()) what += concat("<br>help: ", message(record.help));
    auto rule = concat(literal(record.rule), " ", literal(record.name));
    auto url = public_url(record);
    if (!url.empty()) rule = concat("<a href=\"", literal(url), "\">", rule, "</a>");
    return concat("| ", name_of(record.severity), " | ", code(place_text(record.place)), " | ", rule, " | ", what,
                  " |\n");
}

std::string render(RunResult const& result, FormatOptions const& options) {
    std::string text;
    if (!result.records.empty()) text = "| | Place | Rule | What |\n|---|---|---|---|\n";
    for (auto const& record : result.records) text += row(record);
    auto plain = options;
    plain.colours = false;
    auto summary = summary_line(result, plain);
    return concat(text, text.empty() || summary.empty() ? "" : "\n", summary);
}

}  // namespace

namespace formats {
extern Format const markdown;
Format const markdown{"markdown", "a table for job summaries and comments", render};
}  // namespace formats

}  // namespace alyx::cli
