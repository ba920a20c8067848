// Everything of a run, suppressed findings too, for `alyxlint merge`.
#include "analyzer/cli/formats/format.hpp"
#include "analyzer/cli/formats/json_record.hpp"
#include "analyzer/cli/json_text.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::cli {

using namespace analyzer;

namespace {

void append_text(std::string& out, std::string_view key, std::string_view text) {
    append_json(out, key);
    append_json(out += ':', text);
}

void append_failure(std::string& out, Failure const& failure) {
    append_text(out += '{', "file", failure.file);
    append_text(out += ',', "place", failure.place);
    append_text(out += ',', "reason", failure.reason);
    append_text(out += ',', "remedy", failure.remedy);
    out += '}';
}

void append_fixed(std::string& out, FixedFindings const& fixed) {
    append_text(out += '{', "file", fixed.file);
    append_text(out += ',', "rule", fixed.rule);
    append_text(out += ',', "name", fixed.name);
    out += concat(",\"count\":", std::to_string(fixed.count), "}");
}

std::string render(RunResult const& result, FormatOptions const&) {
    std::string out = "{\"run\":{";
    if (result.counts_queries)
        out += concat("\"files\":", std::to_string(result.files), ",\"queries\":", std::to_string(result.queries),
                      ",\"sites\":", std::to_string(result.sites), ",");
    out += concat("\"fixes\":", std::to_string(result.fixes), ",\"failures\":[");
    for (auto const& failure : result.failures)
        append_failure(&failure == &result.failures.front() ? out : out += ',', failure);
    out += "],\"fixed\":[";
    for (auto const& fixed : result.fixed) append_fixed(&fixed == &result.fixed.front() ? out : out += ',', fixed);
    out += "]}}\n";
    for (auto const* records : {&result.records, &result.suppressed})
        for (auto const& record : *records) {
            append_record(out, record);
            out += '\n';
        }
    return out;
}

}  // namespace

namespace formats {
extern Format const run;
Format const run{"run", "JSON lines with counts, failures and suppressed findings: what alyxlint merge reads best",
                 render};
}  // namespace formats

}  // namespace alyx::cli
