// The commands and options as plain data, read off the command line's description: for completions and the manual page.
#pragma once

#include <CLI/App.hpp>
#include <string>
#include <vector>

namespace alyx::cli {

/// An option, or an argument without a name.
struct OptionNode {
    enum class Value { none, words, files, folders, text };
    std::vector<std::string> names;  ///< with their dashes; empty: an argument without a name
    std::string argument;            ///< as help shows it: `RULE,…`; empty for flags
    std::string description;         ///< empty: the next one with any describes this one too
    std::string group;
    Value value = Value::none;
    std::vector<std::string> words;  ///< that can stand there
    bool is_list = false;            ///< words with commas between

    std::string const& explained(std::vector<OptionNode> const& siblings) const;
};

struct CommandNode {
    std::string name;  ///< with those above it: `schema show`; empty: the program
    std::string description;
    std::string footer;
    std::vector<OptionNode> options;    ///< that help shows
    std::vector<OptionNode> arguments;  ///< without a name, in order
    std::vector<CommandNode> commands;  ///< that help shows
};

CommandNode command_tree(CLI::App const& app);

/// The tree's commands, those above first; the program itself is the first.
std::vector<CommandNode const*> all_commands(CommandNode const& tree);

}  // namespace alyx::cli
