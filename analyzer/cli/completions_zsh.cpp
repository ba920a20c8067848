// Completions for zsh.
#include "analyzer/cli/completions.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::cli {

using analyzer::concat;

namespace {

std::string in_quotes(std::string_view text) {
    return single_quoted(text, "'\\''");
}

/// The text as part of a specification for _arguments, where brackets, colons and backslashes speak.
std::string plain(std::string_view text) {
    std::string escaped;
    for (char c : text) {
        if (std::string_view("[]:\\").find(c) != std::string_view::npos) escaped += '\\';
        escaped += c;
    }
    return escaped;
}

std::string last_word(std::string const& name) {
    return name.substr(name.rfind(' ') + 1);
}

std::string function_of(CommandNode const& command) {
    std::string name = "_alyxlint";
    for (char c : command.name.empty() ? "" : " " + command.name) name += c == ' ' ? '_' : c;
    return name;
}

/// `:message:action` of an option's value.
std::string action(OptionNode const& option) {
    auto message = concat(":", plain(option.argument), ":");
    switch (option.value) {
        case OptionNode::Value::words:
            return option.is_list ? concat(message, "_sequence compadd - ", joined(option.words))
                                  : concat(message, "(", joined(option.words), ")");
        case OptionNode::Value::files:
            return concat(message, "_files");
        case OptionNode::Value::folders:
            return concat(message, "_files -/");
        default:
            return concat(message, " ");
    }
}

std::string specifications(CommandNode const& command) {
    std::string text;
    for (auto const& option : command.options) {
        std::string others = option.names.size() > 1 ? concat("(", joined(option.names), ")") : "";
        for (auto const& name : option.names) {
            bool takes = option.value != OptionNode::Value::none;
            auto mark = !takes ? "" : name.starts_with("--") ? "=" : "+";
            auto description = concat("[", plain(option.explained(command.options)), "]");
            // Lists may be given again.
            text += concat(" \\\n    ", in_quotes(concat(option.is_list ? "*" : others, name, mark, description,
                                                         takes ? action(option) : "")));
        }
    }
    return text;
}

std::string arguments(CommandNode const& command) {
    std::string text;
    for (auto const& argument : command.arguments) {
        bool repeats = argument.argument.ends_with("…");
        text += concat(" \\\n    ", in_quotes(concat(repeats ? "*" : "", action(argument))));
    }
    return text;
}

/// The function of a command that has others below it.
std::string branching(CommandNode const& tree, CommandNode const& command) {
    bool is_top = command.name.empty();
    auto text = concat(function_of(command), "() {\n  if ((CURRENT == 2)); then\n    local -a commands=(\n");
    for (auto const& sub : command.commands)
        text += concat("      ", in_quotes(concat(plain(last_word(sub.name)), ":", plain(sub.description))), "\n");
    text += "    )\n    _describe command commands\n";
    if (is_top) text += concat("    ", function_of(default_command(tree)), "\n");
    text += "    return\n  fi\n  case ${words[2]} in\n";
    for (auto const& sub : command.commands)
        text += concat("    ", last_word(sub.name), ") shift words; ((CURRENT--)); ", function_of(sub), " ;;\n");
    if (is_top) text += concat("    *) ", function_of(default_command(tree)), " ;;\n");
    return text + "  esac\n}\n\n";
}

}  // namespace

std::string zsh_completion(CommandNode const& tree) {
    std::string text =
        "#compdef alyxlint\n# Completes the words of alyxlint in zsh. Printed by `alyxlint completions zsh`.\n\n";
    for (auto const* command : all_commands(tree)) {
        if (!command->commands.empty()) {
            text += branching(tree, *command);
            continue;
        }
        text += concat(function_of(*command), "() {\n  _arguments", specifications(*command), arguments(*command),
                       "\n}\n\n");
    }
    // Both ways are used: as an autoloaded function, and sourced.
    return text + "if [[ $funcstack[1] == _alyxlint ]]; then _alyxlint \"$@\"; else compdef _alyxlint alyxlint; fi\n";
}

}  // namespace alyx::cli
