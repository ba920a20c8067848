// Workflow commands that GitHub Actions turns into annotations.
#include "analyzer/cli/formats/escape.hpp"
#include "analyzer/cli/formats/format.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::cli {

using namespace analyzer;

namespace {

constexpr std::string_view in_data = "%\r\n", in_property = "%\r\n:,";

std::string_view command(Severity severity) {
    return severity == Severity::error ? "error" : severity == Severity::warning ? "warning" : "notice";
}

std::string render(RunResult const& result, FormatOptions const&) {
    std::string text;
    for (auto const& record : result.records) {
        auto const& [start, end] = record.place.in_file;
        // Columns are only allowed where the annotation ends in its first line.
        bool has_columns = start.row == end.row;
        text +=
            concat("::", command(record.severity), " title=", escaped(concat("alyxlint ", record.rule), in_property),
                   ",file=", escaped(record.place.file, in_property), ",line=", std::to_string(start.row));
        if (has_columns) text += concat(",col=", std::to_string(start.column));
        text += concat(",endLine=", std::to_string(end.row));
        if (has_columns) text += concat(",endColumn=", std::to_string(end.column));
        text +=
            concat("::", escaped(concat(place_text(record.place), ": ", record.rule, " ", record.message), in_data));
        for (auto const& [label, more] :
             {std::pair(answer_source(record), answer_text(record)), std::pair(std::string_view("help"), record.help)})
            if (!more.empty()) text += concat("%0A", label, ": ", escaped(more, in_data));
        text += "\n";
    }
    return text;
}

}  // namespace

namespace formats {
extern Format const github;
Format const github{"github", "annotations of GitHub Actions", render};
}  // namespace formats

}  // namespace alyx::cli
