// The manual page alyxlint(1): the commands and options there are, in the language of man.
#include "analyzer/cli/completions.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::cli {

using analyzer::concat;

namespace {

constexpr char ending[] = R"man(.SH EXIT STATUS
.TP
.B 0
nothing of severity warning or worse
.TP
.B 1
findings
.TP
.B 2
something could not be done: a path that cannot be read, a broken notebook, pack or configuration, bad usage
.SH FILES
.TP
.IR alyxlint.toml ", " .alyxlint.toml ", " pyproject.toml
The nearest one above a file holds for it; in
.I pyproject.toml
the table
.BR [tool.alyxlint] .
.SH ENVIRONMENT
.TP
.B NO_COLOR
No colours, whatever standard output is.
)man";

/// As text of man: hyphens stay hyphens, and no line begins with what is a request.
std::string roff(std::string_view text) {
    std::string escaped;
    bool begins = true;
    for (char c : text) {
        if (begins && (c == '.' || c == '\'')) escaped += "\\&";
        if (c == '\\')
            escaped += "\\e";
        else if (c == '-')
            escaped += "\\-";
        else
            escaped += c;
        begins = c == '\n';
    }
    return escaped;
}

std::string names_of(OptionNode const& option) {
    std::string text;
    for (auto const& name : option.names) text += concat(text.empty() ? "" : ", ", "\\fB", roff(name), "\\fR");
    bool joins = option.argument.empty() || option.argument.starts_with('[') || option.names.empty();
    return concat(text, joins ? "" : " ", option.argument.empty() ? "" : concat("\\fI", roff(option.argument), "\\fR"));
}

/// Options without a description of their own stand together with the next one.
std::string definitions(std::vector<OptionNode> const& options) {
    std::string text;
    bool continues = false;
    for (auto const& option : options) {
        text += concat(continues ? ".TQ\n" : ".TP\n", names_of(option), "\n");
        continues = option.description.empty();
        if (!continues) text += concat(roff(option.description), "\n");
    }
    return text;
}

std::string usage(CommandNode const& command) {
    auto text = concat("\\fBalyxlint", command.name.empty() ? "" : " ", roff(command.name), "\\fR");
    if (!command.commands.empty()) text += " \\fICOMMAND\\fR";
    if (!command.options.empty()) text += " [\\fIOPTION\\fR…]";
    for (auto const& argument : command.arguments) text += concat(" ", names_of(argument));
    return text;
}

std::string section(CommandNode const& command) {
    auto text = concat(".SS ", usage(command), "\n", roff(command.description), ".\n", definitions(command.arguments),
                       definitions(command.options));
    if (!command.footer.empty()) text += concat(".PP\n.nf\n", roff(command.footer), "\n.fi\n");
    return text;
}

}  // namespace

std::string manual_page(CommandNode const& tree) {
    auto text = concat(
        ".\\\" Printed by alyxlint itself, from the commands and options it has.\n"
        ".TH ALYXLINT 1 \"\" \"Alyx query tools\" \"User Commands\"\n.SH NAME\n"
        "alyxlint \\- check the query strings that scripts send to Alyx\n.SH SYNOPSIS\n",
        usage(tree), "\n.br\n", usage(default_command(tree)), "\n.SH DESCRIPTION\n", roff(tree.description), "\n",
        ".PP\n.nf\n", roff(tree.footer), "\n.fi\n.SH OPTIONS\n", definitions(tree.options), ".SH COMMANDS\n");
    for (auto const* command : all_commands(tree))
        if (command->commands.empty()) text += section(*command);
    return text + ending;
}

}  // namespace alyx::cli
