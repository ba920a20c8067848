// Input that need not be a regular file: standard input, pipes, process substitutions.
#pragma once

#include <boost/system/result.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/analyze/file_text.hpp"
#include "analyzer/text/failure.hpp"

namespace alyx::cli {

/// All bytes of a file, or with `-` of standard input, read to the end; at most as many as a file may have.
boost::system::result<std::string, analyzer::Failure> read_input(std::string const& path);

/// `--stdin-filename NAME`: standard input as the text of a file of this name, which need not exist. Fails, too, where
/// nothing is known of files that are called so.
boost::system::result<analyzer::FileText, analyzer::Failure> read_stdin_as(std::string const& name);

/// `--files-from`: paths with a NUL behind each, where there is a NUL in the text, or else one a line (a CR before the
/// line's end is not part of it). Empty ones are left out.
std::vector<std::string> split_paths(std::string_view text);

}  // namespace alyx::cli
