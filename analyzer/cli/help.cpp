// Lays out the help of a command.
#include <CLI/CLI.hpp>
#include <algorithm>

#include "analyzer/cli/help.hpp"
#include "analyzer/cli/terminal.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::cli {
namespace {

using analyzer::concat;

constexpr std::size_t column = 40;  ///< where explanations begin
constexpr std::size_t right = 100;  ///< and where lines end

/// `left`, and the words of `text` in the column beside it.
std::string row(std::string const& left, std::string_view text) {
    std::string rows = concat("  ", left), line = rows;
    if (!text.empty() && display_width(line) + 2 > column) {
        rows += "\n";
        line.clear();
    }
    rows.resize(rows.size() - line.size());
    line += std::string(text.empty() ? 0 : column - display_width(line), ' ');
    while (!text.empty()) {
        auto word = text.substr(0, text.find(' '));
        text.remove_prefix(std::min(word.size() + 1, text.size()));
        bool begins = line.empty() || line.back() == ' ';
        if (!begins && display_width(line) + 1 + display_width(word) > right) {
            rows += concat(line, "\n");
            line = std::string(column, ' ');
            begins = true;
        }
        line += concat(begins ? "" : " ", word);
    }
    return concat(rows, line, "\n");
}

std::string name_of(CLI::Option const& option) {
    std::string names;
    for (auto const& name : option.get_snames()) names += concat(names.empty() ? "" : ", ", "-", name);
    for (auto const& name : option.get_lnames()) names += concat(names.empty() ? "" : ", ", "--", name);
    return names;
}

/// What stands behind the name: ` RULE,…`, `[=REASON]`.
std::string argument_of(CLI::Option const& option) {
    auto argument = option.get_option_text();
    return concat(argument.empty() || argument.front() == '[' ? "" : " ", argument);
}

class Help final : public CLI::FormatterBase {
  public:
    std::string make_help(CLI::App const* app, std::string name, CLI::AppFormatMode mode) const override {
        if (mode == CLI::AppFormatMode::Sub) return row(app->get_name(), app->get_description());
        // Commands run at the first error in their options, before the parent is known to have a name.
        auto whole = name.empty() ? app->get_name() : name;
        auto text = concat(app->get_description(), "\n\nusage: ", usage(*app, whole), "\n");
        text += arguments(*app) + commands(*app);
        std::string groups;
        for (auto const& group : app->get_groups())
            if (!group.empty()) groups += options(*app, group);
        if (!groups.empty()) text += concat("\n", groups);
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

    /// An option without an explanation shares that of the next one, which then speaks of both in their order, and its
    /// argument where that is the same.
    static std::string options(CLI::App const& app, std::string const& group) {
        std::string text, names, argument;
        for (auto const* option : app.get_options([&](CLI::Option const* o) { return o->get_group() == group; })) {
            if (option->get_positional() || (option == app.get_help_ptr() && app.get_parent())) continue;
            auto next = argument_of(*option);
            if (!names.empty()) names += concat(argument == next ? "" : argument, " / ");
            names += name_of(*option);
            argument = next;
            if (option->get_description().empty()) continue;
            text += row(names + argument, option->get_description());
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
