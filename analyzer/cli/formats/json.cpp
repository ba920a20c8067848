// One array of objects, for programs.
#include "analyzer/cli/formats/format.hpp"
#include "analyzer/cli/formats/json_record.hpp"
#include "analyzer/cli/formats/statistics.hpp"

namespace alyx::cli {
namespace {

std::string render(RunResult const& result, FormatOptions const&) {
    std::string out = "[";
    for (auto const& record : result.records) {
        out += &record == &result.records.front() ? "\n  " : ",\n  ";
        append_record(out, record);
    }
    return out + (result.records.empty() ? "]\n" : "\n]\n");
}

}  // namespace

namespace formats {
extern Format const json;
Format const json{"json", "one array of objects with places, fixes and the server's answer", render, statistics_json};
}  // namespace formats

}  // namespace alyx::cli
