// Where results go: one format on standard output, others in files.
#pragma once

#include <boost/system/result.hpp>
#include <cstdio>
#include <string>
#include <vector>

#include "analyzer/cli/formats/format.hpp"
#include "analyzer/text/failure.hpp"

namespace alyx::cli {

struct Output {
    Format const* format = nullptr;
    std::string file;  ///< empty: standard output
};

/// What `--output-format` (each word `NAME` or `NAME=FILE`; none: full) and `--output-file` (where the one without a
/// file goes; empty: standard output) ask for. A FILE of `-` is standard output. At most one may go there, and no two
/// into one file.
boost::system::result<std::vector<Output>, analyzer::Failure> outputs_of(std::vector<std::string> const& formats,
                                                                         std::string const& output_file);

/// Renders and writes all. Files get no colours, and are replaced at once. `code`, or 2 after saying what could not be
/// written; the other outputs are written all the same. `stream`: in place of standard output.
int write_outputs(std::vector<Output> const& outputs, RunResult const& result, FormatOptions const& options, int code,
                  std::FILE* stream = stdout);

/// Does one of them go to standard output?
bool uses_standard_output(std::vector<Output> const& outputs);

}  // namespace alyx::cli
