// The options of the commands that give something to read: explain, rules, write-docs, completions, man.
#include <CLI/CLI.hpp>

#include "analyzer/cli/command_line.hpp"

namespace alyx::cli {
namespace {

void add_page_format(CLI::App& command, std::string& format) {
    command.add_option("--output-format", format, "how: text markdown json")
        ->check(CLI::IsMember({"text", "markdown", "json"}))
        ->option_text("NAME");
}

}  // namespace

void add_reading(CLI::App& app, CommandLine& line) {
    auto* explain = app.add_subcommand("explain", "Explain a rule");
    explain->footer(
        "  alyxlint explain AQ203\n  alyxlint explain unknown-field\n  alyxlint explain AQ4        a line each");
    explain->add_option("rule", line.name, "its code or name, or the beginning of codes for a list")
        ->required()
        ->option_text("RULE");
    add_page_format(*explain, line.page_format);
    explain->callback(
        [&line] { line.run = [&line] { return run_explain(line.common, line.name, line.page_format); }; });
    auto* rules = app.add_subcommand("rules", "List all rules");
    rules->footer(
        "  alyxlint rules                           code, name, severity, and what it is about\n"
        "  alyxlint rules --output-format json      everything there is to know of them\n"
        "  alyxlint explain AQ203                   one of them, with examples");
    add_page_format(*rules, line.page_format);
    add_colour(*rules, line.common);
    rules->callback([&line] { line.run = [&line] { return run_rules(line.common, line.page_format); }; });
    // Not `docs`: that is what a folder to be checked is called.
    auto* docs = app.add_subcommand("write-docs", "Write pages of the rules and of what can be asked into a folder");
    docs->footer("  alyxlint write-docs site    then open site/index.html in a browser");
    docs->add_option("folder", line.name, "made where it is missing")->required()->option_text("FOLDER");
    docs->add_option("--output-format", line.docs_format, "html, or markdown of the rules alone")
        ->check(CLI::IsMember({"html", "markdown"}))
        ->option_text("NAME");
    docs->callback([&line] { line.run = [&line] { return run_docs(line.name, line.docs_format); }; });
    auto* completions = app.add_subcommand("completions", "Print what a shell needs to complete words");
    completions->footer(
        "  alyxlint completions bash > ~/.local/share/bash-completion/completions/alyxlint\n"
        "  alyxlint completions fish > ~/.config/fish/completions/alyxlint.fish\n"
        "  alyxlint completions zsh > DIRECTORY/_alyxlint     one of those in $fpath");
    completions->add_option("shell", line.name, "bash, zsh or fish")
        ->required()
        ->check(CLI::IsMember({"bash", "zsh", "fish"}))
        ->option_text("SHELL");
    completions->callback([&line, &app] { line.run = [&line, &app] { return run_completions(app, line.name); }; });
    // For packages; nobody types it.
    auto* manual = app.add_subcommand("man", "Print the manual page")->group("");
    manual->callback([&line, &app] { line.run = [&app] { return run_manual(app); }; });
}

}  // namespace alyx::cli
