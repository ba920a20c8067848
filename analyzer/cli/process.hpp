// Runs another program and reads what it prints.
#pragma once

#include <boost/system/result.hpp>
#include <string>
#include <vector>

#include "analyzer/text/failure.hpp"

namespace alyx::cli {

struct ProcessOutput {
    int code = -1;  ///< its exit status; 128 and the number of the signal that ended it
    std::string out, err;
};

/// Runs the program `arguments[0]`, looked for in PATH, without a shell and with nothing to read, and waits for its
/// end. `environment` is added to that of this process (`NAME=value`). Fails where it cannot be started.
boost::system::result<ProcessOutput, analyzer::Failure> run_process(std::vector<std::string> const& arguments,
                                                                    std::vector<std::string> const& environment = {});

}  // namespace alyx::cli
