// The program alyxlint: reads the command line and calls the command.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <clocale>
#include <cstdio>

#include "analyzer/cli/command.hpp"
#include "analyzer/cli/formats/format.hpp"

namespace {

using namespace alyx::cli;

constexpr char about[] =
    "Checks the query strings that scripts, notebooks and documents send to Alyx.\n\n"
    "  alyxlint                          check everything below this folder\n"
    "  alyxlint analysis.py notes.ipynb  check these files\n"
    "  alyxlint query sessions 'subject__nickname__icontains,ks'\n"
    "                                    check one string\n"
    "  alyxlint explain unknown-field    what a rule means\n"
    "  alyxlint schema show sessions     what can be asked\n";

constexpr char exit_codes[] =
    "Exit status: 0 clean, 1 findings of severity warning or worse, 2 something could not be done.";

/// `alyxlint a.py` is `alyxlint check a.py`.
bool names_a_command(CLI::App const& app, std::string_view word) {
    auto commands = app.get_subcommands([](CLI::App const*) { return true; });
    return std::any_of(commands.begin(), commands.end(),
                       [&](CLI::App const* command) { return command->get_name() == word; });
}

struct CommandLine {
    CommonOptions common;
    CheckOptions check;
    QueryOptions query;
    std::string rule, name;
    std::vector<std::string> packs;
    int code = exit_clean;
};

void add_output(CLI::App& command, CommonOptions& common) {
    std::vector<std::string> formats;
    for (auto const* format : all_formats()) formats.emplace_back(format->name);
    command.add_option("--output-format", common.format, "How findings are printed: full, concise, json, json-lines")
        ->check(CLI::IsMember(formats))
        ->option_text("FORMAT");
    command.add_option("--color", common.colour, "auto, always or never")
        ->check(CLI::IsMember({"auto", "always", "never"}))
        ->option_text("WHEN");
}

void add_schema(CLI::App& command, CommonOptions& common) {
    command.add_option("--schema", common.schema_file, "A pack to use in place of the built-in one")
        ->option_text("FILE");
}

void add_commands(CLI::App& app, CommandLine& line) {
    auto* check = app.add_subcommand("check", "Check files and folders (the default)");
    check->add_option("paths", line.check.paths, "Files and folders; without any, this folder")->option_text("[PATH]…");
    check->add_flag("--advice", line.check.advice, "Show advice in the concise format too");
    check->add_flag("--fix", line.check.fix, "Mend what has one right answer, in the files");
    check->add_flag("--unsafe-fixes", line.check.unsafe_fixes,
                    "Take fixes too that are probably, not surely, what was meant");
    check->add_flag("--diff", line.check.diff, "Print what --fix would change, and change nothing");
    add_output(*check, line.common);
    add_schema(*check, line.common);
    check->callback([&] { line.code = run_check(line.common, line.check); });

    auto* query = app.add_subcommand("query", "Check one filter string, or many as JSON lines");
    query->add_option("endpoint", line.query.endpoint, "The endpoint that is asked: sessions, insertions …")
        ->option_text("ENDPOINT");
    query->add_option("string", line.query.text, "What stands in django=")->option_text("STRING");
    query->add_flag(
        "--batch", line.query.batch,
        "Read {\"id\", \"endpoint\", \"django\" | \"params\": {…}} a line from standard input, and answer a line each");
    add_output(*query, line.common);
    add_schema(*query, line.common);
    query->callback([&line, query] {
        if (!line.query.batch && query->count("string") == 0)
            throw CLI::RequiredError("ENDPOINT and STRING, or --batch,");
        line.code = run_query(line.common, line.query);
    });

    auto* explain = app.add_subcommand("explain", "Explain a rule");
    explain->add_option("rule", line.rule, "Its code or name: AQ203, unknown-field")->required()->option_text("RULE");
    explain->callback([&] { line.code = run_explain(line.rule); });

    app.add_subcommand("rules", "List all rules")->callback([&] { line.code = run_rules(line.common); });

    auto* schema = app.add_subcommand("schema", "Show what can be asked, or check a pack");
    schema->require_subcommand(1);
    auto* show = schema->add_subcommand("show", "Print a model or an endpoint, or without a name an overview");
    show->add_option("name", line.name, "A model (Session) or endpoint (sessions)")->option_text("[MODEL|ENDPOINT]");
    add_schema(*show, line.common);
    show->callback([&] { line.code = run_schema_show(line.common, line.name); });
    auto* check_pack = schema->add_subcommand("check", "Check a pack and say what is wrong where");
    check_pack->add_option("files", line.packs, "Packs")->required()->option_text("FILE…");
    check_pack->callback([&] { line.code = run_schema_check(line.packs); });
}

}  // namespace

int main(int argc, char** argv) {
    CLI::App app{about, "alyxlint"};
    app.set_version_flag("--version", "alyxlint " ALYX_VERSION);
    app.footer(exit_codes);
    app.option_defaults()->always_capture_default(false);
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
    return line.code;
}
