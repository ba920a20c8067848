// Looks among the commands and options there are for those that were meant.
#include "analyzer/cli/usage.hpp"

#include <algorithm>
#include <filesystem>

#include "analyzer/schema/nearest.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::cli {

using analyzer::concat;

namespace {

/// The command that the words lead to, with the name by which it is called.
std::pair<CLI::App const*, std::string> command_of(CLI::App const& app) {
    auto const* command = &app;
    auto name = app.get_name();
    while (!command->get_subcommands().empty()) {
        command = command->get_subcommands().back();
        name += concat(" ", command->get_name());
    }
    return {command, name};
}

/// The first option that the command does not have, with what may have been meant.
std::string misspelt_option(CLI::App const& command, std::vector<std::string> const& words) {
    std::vector<std::string> names;
    for (auto const* option : command.get_options())
        for (auto const& name : option->get_lnames()) names.push_back(concat("--", name));
    std::vector<std::string_view> candidates(names.begin(), names.end());
    for (auto const& word : words) {
        if (word == "--") break;
        auto name = std::string_view(word).substr(0, word.find('='));
        if (!name.starts_with("--") || std::find(candidates.begin(), candidates.end(), name) != candidates.end())
            continue;
        auto remedy = analyzer::did_you_mean(name, candidates);
        return concat("there is no option `", name, "`", remedy.empty() ? "" : "; ", remedy);
    }
    return {};
}

/// The first word that the command needs, as help calls it.
std::string missing_argument(CLI::App const& command) {
    for (auto const* option : command.get_options())
        if (option->get_positional() && option->get_required() && option->count() == 0)
            return option->get_option_text();
    return {};
}

}  // namespace

bool names_a_command(CLI::App const& app, std::string_view word) {
    auto commands = app.get_subcommands([](CLI::App const*) { return true; });
    return std::any_of(commands.begin(), commands.end(),
                       [&](CLI::App const* command) { return command->get_name() == word; });
}

std::string misspelt_command(CLI::App const& app, std::string const& word) {
    std::error_code error;
    if (word.starts_with('-') || std::filesystem::exists(word, error)) return {};
    if (word == "help" || word == "version")
        return concat("`", word, "` is no command, file or folder; write `alyxlint --", word, "`");
    std::vector<std::string_view> names;
    for (auto const* command : app.get_subcommands([](CLI::App const* c) { return !c->get_group().empty(); }))
        names.push_back(command->get_name());
    auto remedy = analyzer::did_you_mean(word, names);
    return remedy.empty() ? remedy : concat("`", word, "` is no command, file or folder; ", remedy);
}

std::string shadowed_path(std::string const& command) {
    std::error_code error;
    if (!std::filesystem::exists(command, error)) return {};
    return concat("`", command, "` is a command here; to check what is called so, write ./", command);
}

std::string where_to_read(CLI::App const& app) {
    return concat("Run `", command_of(app).second, " --help` for what it takes.");
}

std::string usage_error(CLI::App const& app, CLI::ParseError const& error, std::vector<std::string> const& words) {
    auto const* command = command_of(app).first;
    std::string what = error.what();
    if (dynamic_cast<CLI::RequiredError const*>(&error))
        if (auto argument = missing_argument(*command); !argument.empty()) what = concat(argument, " is required");
    if (dynamic_cast<CLI::ExtrasError const*>(&error))
        if (auto option = misspelt_option(*command, words); !option.empty()) what = option;
    return what;
}

}  // namespace alyx::cli
