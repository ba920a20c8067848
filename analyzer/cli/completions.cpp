// `alyxlint completions SHELL` and what its three shells share.
#include "analyzer/cli/completions.hpp"

#include <algorithm>

#include "analyzer/cli/command_line.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::cli {

using analyzer::concat;

std::string joined(std::vector<std::string> const& words) {
    std::string text;
    for (auto const& word : words) text += concat(text.empty() ? "" : " ", word);
    return text;
}

std::string single_quoted(std::string_view text, std::string_view escaped_quote) {
    std::string quoted = "'";
    for (char c : text) quoted += c == '\'' ? std::string(escaped_quote) : std::string(1, c);
    return quoted + "'";
}

CommandNode const& default_command(CommandNode const& tree) {
    auto found = std::find_if(tree.commands.begin(), tree.commands.end(),
                              [](CommandNode const& command) { return command.name == "check"; });
    return found == tree.commands.end() ? tree : *found;
}

int run_completions(CLI::App const& app, std::string const& shell) {
    auto tree = command_tree(app);
    return print(shell == "bash"  ? bash_completion(tree)
                 : shell == "zsh" ? zsh_completion(tree)
                                  : fish_completion(tree),
                 exit_clean);
}

int run_manual(CLI::App const& app) {
    return print(manual_page(command_tree(app)), exit_clean);
}

}  // namespace alyx::cli
