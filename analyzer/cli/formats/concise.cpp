// One finding a line, as compilers print them.
#include "analyzer/cli/formats/format.hpp"
#include "analyzer/cli/formats/statistics.hpp"
#include "analyzer/cli/terminal.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::cli {

using namespace analyzer;

namespace {

std::string render(RunResult const& result, FormatOptions const& options) {
    std::string text;
    Style style(options.colours);
    for (auto const& record : result.records)
        if (is_shown(record, options))
            text += concat(style.bold(printable(place_text(record.place))), ": ", headline(record, options), " ",
                           printable(record.message), "\n");
    return text + summary_line(result, options);
}

}  // namespace

namespace formats {
extern Format const concise;
Format const concise{"concise", "one finding a line: file:row:column: severity[code] message", render,
                     statistics_table};
}  // namespace formats

}  // namespace alyx::cli
