// The command line: all commands with their options, as CLI11 reads them.
#pragma once

#include <CLI/App.hpp>
#include <functional>
#include <string>
#include <vector>

#include "analyzer/cli/command.hpp"
#include "analyzer/cli/init.hpp"
#include "analyzer/cli/merge.hpp"

namespace alyx::cli {

/// What the command line says.
struct CommandLine {
    CommonOptions common;
    CheckOptions check;
    QueryOptions query;
    MergeOptions merge;
    InitOptions init;
    std::string name;  ///< of a rule, a model, an endpoint, a folder
    std::string page_format = "text";
    std::string docs_format = "html";
    std::vector<std::string> files;
    std::function<int()> run;  ///< the command that is named
};

/// Adds all commands; parsing leaves the one that is named in `line.run`. `line` must outlive the app and the run.
void add_commands(CLI::App& app, CommandLine& line);
/// Options of `check`, the largest of them.
void add_check(CLI::App& app, CommandLine& line);
/// explain, rules, write-docs, completions, man. The app must outlive the run too.
void add_reading(CLI::App& app, CommandLine& line);

void add_colour(CLI::App& command, CommonOptions& common);
/// Which configuration counts, and the pack in place of the one that it names.
void add_schema(CLI::App& command, CommandLine& line);

/// Completions for bash, zsh or fish, made from all that the app takes.
int run_completions(CLI::App const& app, std::string const& shell);
int run_manual(CLI::App const& app);

/// An option that may be given several times, each time with one word.
CLI::Option* add_list(CLI::App& command, std::string const& name, std::vector<std::string>& words,
                      std::string const& description);

}  // namespace alyx::cli
