// `alyxlint init`: a first configuration, and what to do next.
#pragma once

#include <boost/system/result.hpp>
#include <string>

#include "analyzer/cli/survey.hpp"
#include "analyzer/text/failure.hpp"

namespace alyx::cli {

struct InitOptions {
    bool pyproject = false;  ///< a table of pyproject.toml in place of a file alyxlint.toml
    bool force = false;      ///< even where there is a configuration
    bool dry_run = false;    ///< only says what it would write
};

/// The configuration that suits: few lines in force, others to take the `#` from.
std::string first_configuration(Survey const& survey, bool in_pyproject);

/// Looks at the current folder and writes its configuration. What to print: what was found, what was written, and what
/// to do next. Fails, with nothing touched, where there is a configuration already (`force` writes an alyxlint.toml all
/// the same, but never a second table into a pyproject.toml), and where writing fails.
boost::system::result<std::string, analyzer::Failure> initialize(InitOptions const& options);

/// The command: prints it.
int run_init(InitOptions const& options);

}  // namespace alyx::cli
