// Lays out the help of a command.
#include <CLI/CLI.hpp>

#include "analyzer/cli/help.hpp"
#include "analyzer/cli/terminal.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::cli {
namespace {

using analyzer::concat;

constexpr std::size_t column = 32;  ///< where explanations begin

std::string row(std::string const& left, std::string const& right) {
    if (right.empty()) return concat("  ", left, "\n");
    auto width = display_width(left);
    auto gap = width + 4 > column ? "\n" + std::string(column, ' ') : std::string(column - 2 - width, ' ');
    return concat("  ", left, gap, right, "\n");
}

std::string name_of(CLI::Option const& option) {
    std::string names;
    for (auto const& name : option.get_snames()) names += concat(names.empty() ? "" : ", ", "-", name);
    for (auto const& name : option.get_lnames()) names += concat(names.empty() ? "" : ", ", "--", name);
    auto argument = option.get_option_text();
    return concat(names, argument.empty() || argument.front() == '[' ? "" : " ", argument);
}

class Help final : public CLI::FormatterBase {
  public:
    std::string make_help(CLI::App const* app, std::string name, CLI::AppFormatMode mode) const override {
        if (mode == CLI::AppFormatMode::Sub) return row(app->get_name(), app->get_description());
        // Commands run at the first error in their options, before the parent is known to have a name.
        auto whole = name.empty() ? app->get_name() : name;
        auto text = concat(app->get_description(), "\n\nusage: ", usage(*app, whole), "\n");
        text += arguments(*app) + commands(*app);
        text += "\n";
        for (auto const& group : app->get_groups())
            if (!group.empty()) text += options(*app, group);
        if (!app->get_footer().empty()) text += concat("\n", app->get_footer(), "\n");
        return text;
    }

  private:
    static std::vector<CLI::Option const*> positionals(CLI::App const& app) {
        return app.get_options([](CLI::Option const* option) { return option->get_positional(); });
    }

    static std::string usage(CLI::App const& app, std::string const& name) {
        bool has_commands = !app.get_subcommands([](CLI::App const*) { return true; }).empty();
        auto text = concat(name, has_commands ? " COMMAND" : "", " [OPTION…]");
        for (auto const* option : positionals(app)) text += concat(" ", option->get_option_text());
        return text;
    }

    static std::string arguments(CLI::App const& app) {
        std::string text;
        for (auto const* option : positionals(app)) text += row(option->get_option_text(), option->get_description());
        return text.empty() ? text : "\n" + text;
    }

    std::string commands(CLI::App const& app) const {
        std::string text;
        for (auto const* command : app.get_subcommands([](CLI::App const* c) { return !c->get_group().empty(); }))
            text += make_help(command, "", CLI::AppFormatMode::Sub);
        return text.empty() ? text : "\nCommands\n" + text;
    }

    /// An option without an explanation shares the line of the next one.
    static std::string options(CLI::App const& app, std::string const& group) {
        std::string text, names;
        for (auto const* option : app.get_options([&](CLI::Option const* o) { return o->get_group() == group; })) {
            if (option->get_positional()) continue;
            names += concat(names.empty() ? "" : ", ", name_of(*option));
            if (option->get_description().empty()) continue;
            text += row(names, option->get_description());
            names.clear();
        }
        return text.empty() ? text : concat(group, "\n", text);
    }
};

}  // namespace

std::shared_ptr<CLI::FormatterBase> help_formatter() {
    return std::make_shared<Help>();
}

}  // namespace alyx::cli
