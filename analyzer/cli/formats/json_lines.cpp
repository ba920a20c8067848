// One object a line, for programs that read while others write.
#include "analyzer/cli/formats/format.hpp"
#include "analyzer/cli/formats/json_record.hpp"
#include "analyzer/cli/formats/statistics.hpp"

namespace alyx::cli {
namespace {

std::string render(RunResult const& result, FormatOptions const&) {
    std::string out;
    for (auto const& record : result.records) {
        append_record(out, record);
        out += '\n';
    }
    return out;
}

}  // namespace

namespace formats {
extern Format const json_lines;
Format const json_lines{"json-lines", "the objects of json, one a line", render, statistics_json};
}  // namespace formats

}  // namespace alyx::cli
