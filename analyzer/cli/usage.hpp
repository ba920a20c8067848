// What to say of a command line that cannot be understood.
#pragma once

#include <CLI/App.hpp>
#include <string>
#include <vector>

namespace alyx::cli {

bool names_a_command(CLI::App const& app, std::string_view word);

/// Nothing, or why `word`, which stands first and names no command, can only be a misspelt one: there is no such file.
std::string misspelt_command(CLI::App const& app, std::string const& word);

/// For a command that is called as a file or folder here is, too: how to name the latter. Else nothing.
std::string shadowed_path(std::string const& command);

/// Where to read on after an error, as a sentence.
std::string where_to_read(CLI::App const& app);

/// The error, with the option that was meant where one is misspelt. `words` are those of the command line.
std::string usage_error(CLI::App const& app, CLI::ParseError const& error, std::vector<std::string> const& words);

}  // namespace alyx::cli
