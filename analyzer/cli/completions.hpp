// Completions for shells, made from the commands and options there are.
#pragma once

#include <string>
#include <vector>

#include "analyzer/cli/command_tree.hpp"

namespace alyx::cli {

std::string bash_completion(CommandNode const& tree);
std::string zsh_completion(CommandNode const& tree);
std::string fish_completion(CommandNode const& tree);
/// The manual page alyxlint(1), in the language of man.
std::string manual_page(CommandNode const& tree);

/// The words with blanks between.
std::string joined(std::vector<std::string> const& words);
/// In single quotes, as all three shells read them but for what `escaped_quote` says.
std::string single_quoted(std::string_view text, std::string_view escaped_quote);
/// The command that is meant where none is named.
CommandNode const& default_command(CommandNode const& tree);

}  // namespace alyx::cli
