// Completions for fish.
#include <algorithm>

#include "analyzer/cli/completions.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::cli {

using analyzer::concat;

namespace {

std::string in_quotes(std::string_view text) {
    return single_quoted(text, "\\'");
}

std::string last_word(std::string const& name) {
    return name.substr(name.rfind(' ') + 1);
}

/// When a command's options are offered. The default command is meant where no other is named.
std::string condition(CommandNode const& tree, CommandNode const& command) {
    if (command.name.empty()) return "__fish_use_subcommand";
    std::vector<std::string> others;
    for (auto const& other : tree.commands)
        if (other.name != default_command(tree).name) others.push_back(other.name);
    if (command.name == default_command(tree).name) return concat("not __fish_seen_subcommand_from ", joined(others));
    std::string text;
    for (std::size_t begin = 0; begin < command.name.size();) {
        auto end = std::min(command.name.find(' ', begin), command.name.size());
        text += concat(text.empty() ? "" : "; and ", "__fish_seen_subcommand_from ",
                       command.name.substr(begin, end - begin));
        begin = end + 1;
    }
    return text;
}

std::string value_of(OptionNode const& option) {
    switch (option.value) {
        case OptionNode::Value::none:
            return "";
        case OptionNode::Value::words:
            return option.is_list ? concat(" -xa \"(__fish_append , ", joined(option.words), ")\"")
                                  : concat(" -xa ", in_quotes(joined(option.words)));
        case OptionNode::Value::files:
            return " -rF";
        case OptionNode::Value::folders:
            return " -xa '(__fish_complete_directories)'";
        default:
            return " -x";
    }
}

std::string line(std::string const& when, std::string const& rest) {
    return concat("complete -c alyxlint -n ", in_quotes(when), rest, "\n");
}

std::string lines(CommandNode const& tree, CommandNode const& command) {
    auto const when = condition(tree, command);
    std::string text;
    for (auto const& sub : command.commands) {
        auto unseen = command.name.empty() ? when : concat(when, "; and not __fish_seen_subcommand_from");
        if (!command.name.empty())
            for (auto const& other : command.commands) unseen += concat(" ", last_word(other.name));
        text += line(unseen, concat(" -a ", last_word(sub.name), " -d ", in_quotes(sub.description)));
    }
    for (auto const& option : command.options) {
        std::string names;
        for (auto const& name : option.names)
            names += concat(name.starts_with("--") ? " -l " : " -s ", name.substr(name.starts_with("--") ? 2 : 1));
        text += line(when, concat(names, value_of(option), " -d ", in_quotes(option.explained(command.options))));
    }
    bool takes_files = std::any_of(command.arguments.begin(), command.arguments.end(), [](OptionNode const& argument) {
        return argument.value == OptionNode::Value::files;
    });
    if (!takes_files && !command.name.empty()) text += line(when, " -f");
    for (auto const& argument : command.arguments)
        if (argument.value == OptionNode::Value::words || argument.value == OptionNode::Value::folders)
            text += line(when, value_of(argument));
    return text;
}

}  // namespace

std::string fish_completion(CommandNode const& tree) {
    std::string text = "# Completes the words of alyxlint in fish. Printed by `alyxlint completions fish`.\n";
    for (auto const* command : all_commands(tree)) text += lines(tree, *command);
    return text;
}

}  // namespace alyx::cli
