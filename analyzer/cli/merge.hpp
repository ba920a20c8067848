// `alyxlint merge FILE…`: results of earlier runs, shards of one for example, put together.
#pragma once

#include <boost/system/result.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/cli/command.hpp"
#include "analyzer/cli/record.hpp"

namespace alyx::cli {

struct MergeOptions {
    std::vector<std::string> files;    ///< in the formats json, json-lines or run; `-` is standard input
    std::vector<std::string> formats;  ///< see outputs_of()
    std::string output_file;
    bool advice = false;
    bool statistics = false;
    bool quiet = false;
    bool exit_zero = false;
    analyzer::Severity fail_on = analyzer::Severity::warning;
};

/// Prints all findings by file, then in the order of the text, each once. Status as `check` gives it for them; 2 for a
/// file that is none of those formats, after saying where, and where a run had failures.
int run_merge(CommonOptions const& common, MergeOptions const& options);

/// What was written in the format json, json-lines or run.
boost::system::result<RunResult, analyzer::Failure> read_result(std::string_view file, std::string_view text);

/// Orders records by file and place and drops those that are equal in all they say; of what is in both lists the
/// suppressed one stays.
void merge_records(RunResult& result);

}  // namespace alyx::cli
