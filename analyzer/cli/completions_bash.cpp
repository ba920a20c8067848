// Completions for bash.
#include "analyzer/cli/completions.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::cli {

using analyzer::concat;

namespace {

// `command` is the path of commands so far, `option` the one whose value is being written, `place` the number of
// arguments before. bash makes words of `--option=value` at its `=`.
constexpr char walk[] = R"sh(
    local current=${COMP_WORDS[COMP_CWORD]} command= option= place=0 i word
    local words= list= files=
    COMPREPLY=()
    for ((i = 1; i < COMP_CWORD; i++)); do
        word=${COMP_WORDS[i]}
        if [[ $word == = ]]; then continue; fi
        if [[ -n $option ]]; then option=; continue; fi
        if ((i == 1)); then
            case $word in
                COMMANDS) ;;
                *) command=DEFAULT ;;
            esac
        fi
        case "$command $word" in
)sh";

constexpr char walked[] = R"sh(            *' -'*) ;;
            *) ((++place)) ;;
        esac
    done
    if [[ $current == = ]]; then current=; fi

    case "$command $option" in
)sh";

constexpr char reply[] = R"sh(    esac
    if [[ -n $list && $current == *,* ]]; then
        COMPREPLY=($(compgen -P "${current%,*}," -W "$words" -- "${current##*,}"))
    else
        COMPREPLY=($(compgen -W "$words" -- "$current"))
    fi
    if [[ -n $files ]]; then
        local IFS=$'\n'
        compopt -o filenames 2>/dev/null
        COMPREPLY+=($(compgen "$files" -- "$current"))
    fi
}
complete -F _alyxlint alyxlint
)sh";

std::string value_words(OptionNode const& option) {
    switch (option.value) {
        case OptionNode::Value::words:
            return concat("words=", single_quoted(joined(option.words), "'\\''"), option.is_list ? " list=1" : "");
        case OptionNode::Value::files:
            return "files=-f";
        case OptionNode::Value::folders:
            return "files=-d";
        default:
            return ":";
    }
}

/// Patterns `'check --select'|'check --ignore'`.
std::string patterns(CommandNode const& command, OptionNode const& option) {
    std::string text;
    for (auto const& name : option.names) text += concat(text.empty() ? "'" : "|'", command.name, " ", name, "'");
    return text;
}

/// Which words lead to a further command, and which take the next one as their value. `--add-ignore[=REASON]` does not.
std::string steps(CommandNode const& command) {
    std::string text;
    for (auto const& sub : command.commands) {
        auto word = sub.name.substr(sub.name.rfind(' ') + 1);
        text += concat("            '", command.name, " ", word, "') command='", sub.name, "'; place=0 ;;\n");
    }
    for (auto const& option : command.options)
        if (option.value != OptionNode::Value::none)
            text += concat("            ", patterns(command, option), ") option=$word ;;\n");
    return text;
}

std::string values(CommandNode const& command) {
    std::string text;
    for (auto const& option : command.options)
        if (option.value != OptionNode::Value::none)
            text += concat("        ", patterns(command, option), ") ", value_words(option), " ;;\n");
    return text;
}

/// What can stand where no option's value does: options behind a dash, else commands or the argument of that place.
std::string places(CommandNode const& command) {
    bool is_top = command.name.empty();
    std::vector<std::string> names, subs;
    auto add = [&](std::vector<OptionNode> const& options) {
        for (auto const& option : options) names.insert(names.end(), option.names.begin(), option.names.end());
    };
    add(command.options);
    if (is_top) add(default_command(command).options);
    for (auto const& sub : command.commands) subs.push_back(sub.name.substr(sub.name.rfind(' ') + 1));
    auto text = concat("        '", command.name, " ')\n            if [[ $current == -* ]]; then words='",
                       joined(names), "'\n");
    if (!subs.empty())
        text += concat("            elif ((place == 0)); then words='", joined(subs), is_top ? "' files=-f\n" : "'\n");
    for (std::size_t i = 0; i < command.arguments.size(); ++i) {
        bool repeats = command.arguments[i].argument.ends_with("…");
        text += concat("            elif ((place ", repeats ? ">=" : "==", " ", std::to_string(i), ")); then ",
                       value_words(command.arguments[i]), "\n");
    }
    return text + "            fi ;;\n";
}

}  // namespace

std::string bash_completion(CommandNode const& tree) {
    std::string first, beginning = walk;
    for (auto const& command : tree.commands) first += concat(command.name, "|");
    for (auto const& option : tree.options)
        for (auto const& name : option.names) first += concat(name, "|");
    first.pop_back();
    beginning.replace(beginning.find("COMMANDS"), 8, first);
    beginning.replace(beginning.find("DEFAULT"), 7, default_command(tree).name);
    auto text = concat(
        "# Completes the words of alyxlint in bash. Printed by `alyxlint completions bash`.\n_alyxlint() {", beginning);
    for (auto const* command : all_commands(tree)) text += steps(*command);
    text += walked;
    for (auto const* command : all_commands(tree)) text += values(*command) + places(*command);
    return text + reply;
}

}  // namespace alyx::cli
