// Findings under the name of their file.
#include <algorithm>

#include "analyzer/cli/formats/format.hpp"
#include "analyzer/cli/formats/statistics.hpp"
#include "analyzer/cli/terminal.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::cli {

using namespace analyzer;

namespace {

/// `cell 3:row:column`
std::string place_in_file(RecordPlace const& place) {
    return place_text(place).substr(place.file.size() + 1);
}

std::string render(RunResult const& result, FormatOptions const& options) {
    Style style(options.colours);
    std::string text;
    auto const& records = result.records;
    for (auto at = records.begin(); at != records.end();) {
        auto end = std::find_if(at, records.end(), [&](Record const& r) { return r.place.file != at->place.file; });
        std::size_t widest = 0;
        for (auto r = at; r != end; ++r)
            if (is_shown(*r, options)) widest = std::max(widest, place_in_file(r->place).size());
        if (widest > 0) text += concat(style.bold(printable(at->place.file)), ":\n");
        for (auto r = at; r != end; ++r) {
            if (!is_shown(*r, options)) continue;
            auto place = place_in_file(r->place);
            text += concat("  ", place, std::string(widest - place.size() + 2, ' '), headline(*r, options), " ",
                           printable(r->message), "\n");
        }
        if (widest > 0) text += "\n";
        at = end;
    }
    return text + summary_line(result, options);
}

}  // namespace

namespace formats {
extern Format const grouped;
Format const grouped{"grouped", "findings under the name of their file", render, statistics_table};
}  // namespace formats

}  // namespace alyx::cli
