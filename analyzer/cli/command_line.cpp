// The commands and their options; those of `check` are in check_options.cpp, those for readers in reading_options.cpp.
#include "analyzer/cli/command_line.hpp"

#include <CLI/CLI.hpp>

#include "analyzer/cli/dialect_query.hpp"
#include "analyzer/cli/formats/format.hpp"
#include "analyzer/cli/help.hpp"

namespace alyx::cli {
namespace {

constexpr char about[] = "Checks the query strings that scripts, notebooks and documents send to Alyx.";

constexpr char examples[] =
    "  alyxlint                          check everything below this folder\n"
    "  alyxlint analysis.py notes.ipynb  check these files\n"
    "  alyxlint check --fix              mend what has one right answer\n"
    "  alyxlint query sessions 'subject__nickname__icontains,ks'\n"
    "                                    check one string\n"
    "  alyxlint explain unknown-field    what a rule means\n"
    "  alyxlint schema show sessions     what can be asked\n"
    "\n"
    "Exit status: 0 nothing of warning or worse, 1 findings, 2 something could not be done.\n"
    "`alyxlint COMMAND --help` says more.";

void add_format(CLI::App& command, std::string& format) {
    std::vector<std::string> formats;
    std::string names;
    for (auto const* one : all_formats()) {
        formats.emplace_back(one->name);
        names += (names.empty() ? "" : " ") + formats.back();
    }
    command.add_option("--output-format", format, "how: " + names)->check(CLI::IsMember(formats))->option_text("NAME");
}

void add_query(CLI::App& app, CommandLine& line) {
    auto* query = app.add_subcommand("query", "Check one query, or many as JSON lines");
    query->footer(
        "  alyxlint query sessions 'subject__nickname__icontains,ks,~projects__name,matlab'\n"
        "  echo '{\"endpoint\": \"sessions\", \"django\": \"nickname,ks\"}' | alyxlint query --batch\n"
        "  alyxlint query --dialect ftrack 'Task where status.name is \"Done\"'\n"
        "\n"
        "A line of --batch is {\"id\", \"endpoint\", \"django\" | \"params\": {…}}; the answer to it is one line too. "
        "In\n"
        "another dialect it is {\"id\", \"dialect\": \"ftrack\", \"query\"}.\n"
        "\n"
        "Exit status: 0 nothing of warning or worse, 1 findings, 2 something could not be done. With --batch it\n"
        "is 2 if a line could not be answered, which its \"failure\" explains; else 0, whatever was found; and no\n"
        "configuration is read but one that is named.");
    query->add_option("endpoint", line.query.endpoint, "the endpoint that is asked: sessions, insertions …")
        ->option_text("ENDPOINT");
    query->add_option("string", line.query.text, "what stands in django=")->option_text("STRING");
    std::vector<std::string> names;
    std::string listed;
    for (auto const* dialect : dialect_queries()) {
        names.emplace_back(dialect->name);
        listed += (listed.empty() ? "" : " ") + names.back();
    }
    query->add_option("--dialect", line.query.dialect, "the language of the query: " + listed)
        ->check(CLI::IsMember(names))
        ->option_text("NAME");
    query->add_flag("--batch", line.query.batch, "read requests from standard input, and answer a line each");
    add_format(*query, line.common.format);
    add_colour(*query, line.common);
    add_schema(*query, line);
    query->callback([&line, query] {
        line.query.has_text = query->count("string") > 0;
        if (!line.query.batch && query->count("endpoint") == 0)
            throw CLI::RequiredError("ENDPOINT and STRING, or --batch,");
        line.run = [&line] { return run_query(line.common, line.check, line.query); };
    });
}

void add_schemas(CLI::App& app, CommandLine& line) {
    auto* schema = app.add_subcommand("schema", "Show what can be asked, or check a pack");
    schema->require_subcommand(1);
    auto* show = schema->add_subcommand("show", "Print a model or an endpoint, or without a name an overview");
    show->footer(
        "  alyxlint schema show sessions               its parameters\n"
        "  alyxlint schema show Session                its fields\n"
        "  alyxlint schema show --schema ftrack Task   of another service");
    show->add_option("name", line.name, "a model (Session) or an endpoint (sessions)")->option_text("[NAME]");
    add_schema(*show, line);
    show->callback([&line] { line.run = [&line] { return run_schema_show(line.check, line.name); }; });
    auto* check = schema->add_subcommand("check", "Check a pack and say what is wrong where");
    check->add_option("files", line.files, "packs")->required()->option_text("FILE…");
    check->footer(
        "  alyxlint schema check packs/colony.json    before a configuration names it as `schema`\n"
        "\n"
        "Exit status: 0 it can be used, 1 something is wrong in it, 2 it cannot be read.");
    check->callback([&line] { line.run = [&line] { return run_schema_check(line.files); }; });
    schema->footer(
        "  alyxlint schema show                       the endpoints and models there are\n"
        "  alyxlint schema show sessions              the parameters of an endpoint\n"
        "  alyxlint schema check packs/colony.json    is it a pack that can be used?");
}

void add_init(CLI::App& app, CommandLine& line) {
    auto* init = app.add_subcommand("init", "Write a first configuration, after a look at this folder");
    init->footer(
        "  alyxlint init --dry-run      what it would write\n"
        "  alyxlint init --pyproject    in a project that has a pyproject.toml\n"
        "\n"
        "It says what was found, what to run next, and how to check before each commit and in a pipeline.");
    init->add_flag("--pyproject", line.init.pyproject, "as a table of pyproject.toml in place of alyxlint.toml");
    init->add_flag("--force", line.init.force, "even where there is a configuration");
    init->add_flag("--dry-run", line.init.dry_run, "write nothing");
    init->callback([&line] { line.run = [&line] { return run_init(line.init); }; });
}

void add_merge(CLI::App& app, CommandLine& line) {
    auto* merge = app.add_subcommand("merge", "Put results of several runs together");
    merge->footer(
        "  alyxlint --shard 1/2 --output-format run=1.json     on one machine\n"
        "  alyxlint --shard 2/2 --output-format run=2.json     on another\n"
        "  alyxlint merge 1.json 2.json --output-format sarif=report.sarif");
    merge
        ->add_option("files", line.merge.files,
                     "what was written in the format run, json or json-lines; - is standard input")
        ->required()
        ->option_text("FILE…");
    add_list(*merge, "--output-format", line.merge.formats, "how, as with `check`")->option_text("NAME[=FILE]");
    merge->add_option("--output-file", line.merge.output_file, "where to, in place of standard output")
        ->option_text("FILE");
    auto fail_on = [&line](std::string const& word) {
        using analyzer::Severity;
        for (auto severity : {Severity::error, Severity::warning, Severity::information})
            if (name_of(severity) == word) line.merge.fail_on = severity;
    };
    merge->add_option_function<std::string>("--fail-on", fail_on, "least severity for status 1: error, warning …")
        ->check(CLI::IsMember({"error", "warning", "information"}))
        ->option_text("SEVERITY");
    merge->add_flag("--statistics", line.merge.statistics, "count the findings of each rule");
    merge->add_flag("--advice", line.merge.advice, "show advice in one-line formats too");
    merge->add_flag("-q,--quiet", line.merge.quiet, "findings only");
    merge->add_flag("-e,--exit-zero", line.merge.exit_zero, "status 0 even with findings");
    add_colour(*merge, line.common);
    merge->callback([&line] { line.run = [&line] { return run_merge(line.common, line.merge); }; });
}

}  // namespace

void add_colour(CLI::App& command, CommonOptions& common) {
    auto group = command.get_name() == "check" ? "Output" : "Options";
    command.add_option("--color", common.colour, "auto, always or never")
        ->check(CLI::IsMember({"auto", "always", "never"}))
        ->option_text("WHEN")
        ->group(group);
}

CLI::Option* add_list(CLI::App& command, std::string const& name, std::vector<std::string>& words,
                      std::string const& description) {
    return command.add_option(name, words, description)
        ->expected(1)
        ->allow_extra_args(false)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

void add_commands(CLI::App& app, CommandLine& line) {
    app.description(about);
    app.formatter(help_formatter());
    app.get_help_ptr()->description("print this");
    add_check(app, line);
    add_init(app, line);
    add_merge(app, line);
    add_query(app, line);
    add_reading(app, line);
    add_schemas(app, line);
    // At the end: commands take over what their parent has when they are added.
    app.footer(examples);
}

}  // namespace alyx::cli
