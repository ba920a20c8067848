// The program alyxlint: reads the command line and calls the command.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <csignal>
#include <cstdio>

#include "analyzer/cli/command_line.hpp"

namespace {

using namespace alyx::cli;

/// `alyxlint a.py` is `alyxlint check a.py`.
bool names_a_command(CLI::App const& app, std::string_view word) {
    auto commands = app.get_subcommands([](CLI::App const*) { return true; });
    return std::any_of(commands.begin(), commands.end(),
                       [&](CLI::App const* command) { return command->get_name() == word; });
}

}  // namespace

int main(int argc, char** argv) {
    // A file that would grow too large is a failure to write, after which what was begun can be taken away.
    std::signal(SIGXFSZ, SIG_IGN);
    CLI::App app{"", "alyxlint"};
    app.set_version_flag("--version", "alyxlint " ALYX_VERSION, "print the version");
    CommandLine line;
    add_commands(app, line);
    std::vector<std::string> words(argv + 1, argv + argc);
    bool is_check = words.empty() || (!names_a_command(app, words[0]) && words[0] != "--help" && words[0] != "-h" &&
                                      words[0] != "--version");
    if (is_check) words.insert(words.begin(), "check");
    std::reverse(words.begin(), words.end());
    try {
        app.parse(words);
    } catch (CLI::Success const& done) {
        return app.exit(done);
    } catch (CLI::ParseError const& error) {
        complain(error.what());
        std::fputs("Run alyxlint --help for what it takes.\n", stderr);
        return exit_failure;
    }
    return line.run ? line.run() : exit_failure;
}
