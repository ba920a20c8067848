// The options of `alyxlint check`. What has a key in the configuration becomes an assignment to it.
#include <CLI/CLI.hpp>
#include <utility>

#include "analyzer/cli/command_line.hpp"
#include "analyzer/cli/formats/format.hpp"
#include "analyzer/host/host.hpp"
#include "analyzer/schema/pack.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::cli {
namespace {

using analyzer::concat;

/// A basic string of TOML.
std::string toml_string(std::string_view text) {
    constexpr char digits[] = "0123456789abcdef";
    std::string quoted = "\"";
    for (char c : text) {
        auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\')
            quoted += concat("\\", std::string_view(&c, 1));
        else if (byte < 0x20 || byte == 0x7F)
            quoted += concat("\\u00", std::string(1, digits[byte >> 4]), std::string(1, digits[byte & 15]));
        else
            quoted += c;
    }
    return quoted + '"';
}

std::string toml_list(std::vector<std::string> const& words) {
    std::string list = "[";
    for (auto const& word : words) list += concat(&word == &words.front() ? "" : ", ", toml_string(word));
    return list + "]";
}

/// Adds options to a command; need not live longer than that.
class Options {
  public:
    Options(CLI::App& command, CheckOptions& options) : command_(command), options_(options) {}

    /// `--select AQ2,AQ3` sets `select = ["AQ2", "AQ3"]`.
    void list(std::string const& key, std::string const& text, std::string const& help) {
        auto set = [&options = options_, key](std::vector<std::string> const& words) {
            assign(options, key, toml_list(words));
            return true;
        };
        command_.add_option(concat("--", key), CLI::callback_t(set), help)
            ->group(group_)
            ->option_text(text)
            ->expected(1)
            ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
            ->delimiter(',');
    }

    void word(std::string const& key, std::string const& text, std::string const& help) {
        auto set = [&options = options_, key](std::vector<std::string> const& words) {
            assign(options, key, toml_string(words.back()));
            return true;
        };
        command_.add_option(concat("--", key), CLI::callback_t(set), help)->group(group_)->option_text(text);
    }

    /// `--fix` sets `fix = true`; what stands behind `--no-fix`, shown nowhere, sets it to false.
    void toggle(std::string const& key, std::string const& help) {
        auto set = [&options = options_, key](bool on) {
            return [&options, key, on](std::int64_t) { assign(options, key, on ? "true" : "false"); };
        };
        command_.add_flag_function(concat("--", key), set(true), help)->group(group_);
        command_.add_flag_function(concat("--no-", key), set(false))->group("");
    }

    void ignores() {
        auto set = [&options = options_](std::vector<std::string> const& pairs) {
            std::string table;
            for (auto const& pair : pairs) {
                auto colon = pair.rfind(':');
                if (colon == std::string::npos || colon == 0)
                    throw CLI::ConversionError(
                        concat("--per-file-ignores: `", pair, "` is no pair; write GLOB:RULE, as in 'tests/*:AQ4'"));
                table += concat(table.empty() ? "" : ", ", toml_string(pair.substr(0, colon)), " = ",
                                toml_list({pair.substr(colon + 1)}));
            }
            assign(options, "per-file-ignores", concat("{", table, "}"));
            return true;
        };
        command_.add_option("--per-file-ignores", CLI::callback_t(set), "rules to leave out of some files")
            ->group(group_)
            ->option_text("GLOB:RULE,…")
            ->expected(1)
            ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
            ->delimiter(',');
    }

    void group(std::string name) { group_ = std::move(name); }
    CLI::Option* flag(std::string const& name, bool& to, std::string const& help) {
        return command_.add_flag(name, to, help)->group(group_);
    }
    CLI::Option* text(std::string const& name, std::string& to, std::string const& text, std::string const& help) {
        return command_.add_option(name, to, help)->group(group_)->option_text(text);
    }
    std::string const& group() const { return group_; }
    void hidden_toggle(std::string const& key) {
        auto group = std::exchange(group_, "");
        toggle(key, "");
        group_ = std::move(group);
    }

  private:
    CLI::App& command_;
    CheckOptions& options_;
    std::string group_;

    static void assign(CheckOptions& options, std::string const& key, std::string const& value) {
        options.assignments.push_back({concat("--", key), concat(key, " = ", value)});
    }
};

void add_rules(Options& add) {
    add.group("Rules (a RULE is a code, its beginning, a name, or ALL)");
    add.list("select", "RULE,…", "");
    add.list("extend-select", "RULE,…", "look for these only / for these too");
    add.list("ignore", "RULE,…", "leave these out");
    add.ignores();
    add.word("fail-on", "SEVERITY", "least severity for status 1: error, warning, information");
}

void add_fixing(Options& add, CLI::App& command, CheckOptions& options) {
    add.group("Fixing");
    add.toggle("fix", "mend what has one right answer, in the files");
    add.toggle("unsafe-fixes", "take fixes too that are probably, not surely, what was meant");
    add.flag("--fix-only", options.fix_only, "mend, and do not report what is left");
    add.flag("--diff", options.diff, "print what --fix would change, and change nothing");
    add.toggle("show-fixes", "list what was mended");
    auto reason = [&options](std::vector<std::string> const& words) {
        options.add_ignore = words.back() == "true" ? "" : words.back();
        return true;
    };
    command.add_option("--add-ignore", CLI::callback_t(reason), "silence what is found, by comments in the files")
        ->group(add.group())
        ->option_text("[=REASON]")
        ->expected(0);
}

void add_output(Options& add, CLI::App& command, CommandLine& line) {
    auto& options = line.check;
    add.group("Output");
    std::string names;
    for (auto const* format : all_formats()) names += concat(names.empty() ? "" : " ", format->name);
    add_list(command, "--output-format", options.formats, "how: " + names)
        ->group(add.group())
        ->option_text("NAME[=FILE]");
    add.text("--output-file", options.output_file, "FILE", "where to, in place of standard output");
    add.flag("--statistics", options.statistics, "");
    add.flag("--advice", options.advice, "count findings by rule / show advice in one-line formats too");
    add.flag("-q,--quiet", options.quiet, "");
    add.flag("-v,--verbose", options.verbose, "findings only / also what is read, and how long it takes");
    add_colour(command, line.common);
    add.flag("-e,--exit-zero", options.exit_zero, "");
    add.flag("--exit-non-zero-on-fix", options.exit_on_fix, "status 0 even with findings / 1 if anything was mended");
}

void add_files(Options& add, CheckOptions& options) {
    add.group("Files");
    add.list("exclude", "GLOB,…", "");
    add.list("extend-exclude", "GLOB,…", "leave these out, for those by default / these too");
    add.toggle("force-exclude", "leave them out even where they are named");
    add.hidden_toggle("respect-gitignore");
    add.toggle("include-comments", "read code that was commented out, too");
    add.flag("--changed", options.files.changed, "");
    add.flag("--staged", options.files.staged, "");
    add.text("--since", options.files.since, "REV", "what git sees changed / staged / since the branch left REV");
    add.text("--files-from", options.files.files_from, "FILE", "those listed in a file, or with - on standard input");
    add.text("--shard", options.files.shard, "I/N", "the I-th of N parts: one a machine, then `alyxlint merge`");
    add.text("--stdin-filename", options.stdin_filename, "NAME", "standard input, as if it were this file");
    add.flag("--watch", options.watch, "");
    add.flag("--show-files", options.show_files, "check again when files change, until Ctrl-C / only list them");
}

std::string service_names() {
    std::string names;
    for (auto service : analyzer::built_in_services()) names += concat(names.empty() ? "" : " ", service);
    return names;
}

void add_sources(Options& add, CLI::App& command, CheckOptions& options) {
    add_list(command, "--config", options.configurations, "a file in place of those found, or one key of it")
        ->group(add.group())
        ->option_text("FILE|KEY=VALUE");
    add.flag("--isolated", options.isolated, "read no configuration");
    add.word("schema", "FILE", concat("a pack, or a built-in one: ", service_names()));
}

void add_configuration(Options& add, CLI::App& command, CommandLine& line) {
    auto& options = line.check;
    add.group("Configuration");
    add_sources(add, command, options);
    add.flag("--show-settings", options.show_settings, "print what holds for the first file");
    add.word("baseline", "FILE", "");
    add.flag("--no-baseline", options.no_baseline, "show it all the same")->group("");
    add.flag("--update-baseline", options.update_baseline, "hide what was found when FILE was written / write it");
}

/// The kinds of files that a walk through a folder looks into.
std::string kinds_of_files() {
    constexpr std::size_t right = 100;
    std::string text = "Looked into are";
    std::size_t line = 0;
    for (auto extension : analyzer::host_extensions()) {
        bool fits = text.size() - line + 1 + extension.size() <= right;
        text += concat(fits ? " " : "\n", extension);
        if (!fits) line = text.size() - extension.size();
    }
    return text + ", and what is named (docs/hosts.md).\n";
}

constexpr char examples[] =
    "  alyxlint check --fix --diff notebooks     what would be mended there\n"
    "  alyxlint check --select AQ2,number-as-text --output-format full --output-format sarif=a.sarif\n"
    "\n";

constexpr char exit_status[] = "Exit status: 0 nothing of warning or worse, 1 findings, 2 something could not be done.";

}  // namespace

void add_check(CLI::App& app, CommandLine& line) {
    auto* check = app.add_subcommand("check", "Check files and folders; the command where none is named");
    check->footer(concat(examples, kinds_of_files(), exit_status));
    check->add_option("paths", line.check.files.paths, "files and folders, - for standard input; this folder")
        ->option_text("[PATH]…");
    Options add(*check, line.check);
    add_rules(add);
    add_fixing(add, *check, line.check);
    add_output(add, *check, line);
    add_files(add, line.check);
    add_configuration(add, *check, line);
    check->callback([&line] { line.run = [&line] { return run_check(line.common, line.check); }; });
}

void add_schema(CLI::App& command, CommandLine& line) {
    Options add(command, line.check);
    add.group("Options");
    add_sources(add, command, line.check);
}

}  // namespace alyx::cli
