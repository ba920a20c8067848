// What `alyxlint check` is asked to do.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analyzer/cli/selection.hpp"

namespace alyx::cli {

/// A key of the configuration that the command line sets, as a line of TOML.
struct Assignment {
    std::string option;  ///< where it comes from, for messages: `--select`
    std::string toml;    ///< `select = ["AQ2"]`
};

struct CheckOptions {
    std::vector<Assignment> assignments;  ///< in the order of their precedence, the weakest first

    // configuration
    std::vector<std::string> configurations;  ///< of --config: a file, or `key = value`
    bool isolated = false;
    bool show_settings = false;
    bool show_files = false;

    // fixing; what the configuration may say too is in `assignments`
    bool fix_only = false;
    bool diff = false;
    std::optional<std::string> add_ignore;  ///< the reason, may be empty

    // output
    std::vector<std::string> formats;  ///< `name` or `name=file`
    std::string output_file;
    bool advice = false;
    bool statistics = false;
    bool exit_zero = false;
    bool exit_on_fix = false;
    bool quiet = false;
    bool verbose = false;

    // which files
    SelectionOptions files;
    std::string stdin_filename;
    bool watch = false;

    bool no_baseline = false;
    bool update_baseline = false;

    /// Is standard input what is checked?
    bool reads_input() const {
        return !stdin_filename.empty() || (files.paths.size() == 1 && files.paths.front() == "-");
    }
    /// What it goes by; a script where nothing is said.
    std::string input_name() const { return stdin_filename.empty() ? "stdin.py" : stdin_filename; }
};

}  // namespace alyx::cli
