// One finding a line, as pylint's parseable format has it.
#include "analyzer/cli/formats/escape.hpp"
#include "analyzer/cli/formats/format.hpp"
#include "analyzer/cli/terminal.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::cli {
namespace {

using analyzer::concat;

std::string render(RunResult const& result, FormatOptions const&) {
    std::string text;
    for (auto const& record : result.records)
        text += concat(printable(record.place.file), ":", std::to_string(record.place.in_file.start.row), ": [",
                       printable(record.rule), "(", printable(record.name), ")] ", printable(located_message(record)),
                       "\n");
    return text;
}

}  // namespace

namespace formats {
extern Format const pylint;
Format const pylint{"pylint", "file:row: [code(name)] message, which many tools read", render};
}  // namespace formats

}  // namespace alyx::cli
