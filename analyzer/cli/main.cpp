// The program alyxlint: reads the command line and calls the command.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <csignal>
#include <cstdio>

#include "analyzer/cli/command_line.hpp"
#include "analyzer/cli/usage.hpp"

int main(int argc, char** argv) {
    using namespace alyx::cli;
    // A file that would grow too large is a failure to write, after which what was begun can be taken away.
    std::signal(SIGXFSZ, SIG_IGN);
    CLI::App app{"", "alyxlint"};
    app.set_version_flag("--version", "alyxlint " ALYX_VERSION, "print the version");
    CommandLine line;
    add_commands(app, line);
    std::vector<std::string> words(argv + 1, argv + argc);
    // `alyxlint a.py` is `alyxlint check a.py`.
    bool is_check = words.empty() || (!names_a_command(app, words[0]) && words[0] != "--help" && words[0] != "-h" &&
                                      words[0] != "--version");
    if (auto reason = is_check && !words.empty() ? misspelt_command(app, words[0]) : std::string(); !reason.empty()) {
        complain(reason);
        return exit_failure;
    }
    if (auto note = !is_check && words.size() == 1 ? shadowed_path(words[0]) : std::string(); !note.empty())
        complain(note);
    if (is_check) words.insert(words.begin(), "check");
    try {
        app.parse(std::vector<std::string>(words.rbegin(), words.rend()));
    } catch (CLI::Success const& done) {
        return app.exit(done);
    } catch (CLI::ParseError const& error) {
        complain(usage_error(app, error, words));
        std::fprintf(stderr, "%s\n", where_to_read(app).c_str());
        return exit_failure;
    }
    return line.run ? line.run() : exit_failure;
}
