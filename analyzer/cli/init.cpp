// Surveys, writes, and advises.
#include "analyzer/cli/init.hpp"

#include <optional>
#include <string_view>

#include "analyzer/cli/command.hpp"
#include "analyzer/cli/init_advice.hpp"
#include "analyzer/config/read.hpp"
#include "analyzer/text/concat.hpp"
#include "analyzer/workspace/files.hpp"
#include "analyzer/workspace/write.hpp"

namespace alyx::cli {
namespace {

using analyzer::concat;
using analyzer::Failure;

constexpr char own_file[] = "alyxlint.toml";
constexpr char pyproject_file[] = "pyproject.toml";

constexpr std::string_view keys = R"(
# Findings of this severity or worse make a run fail: error, warning or information.
fail-on = "warning"

# Rules to leave out, by code, beginning of a code, or name; `alyxlint rules` lists them.
# ignore = ["AQ9"]

# Files and folders to leave out, besides those that git ignores.
# extend-exclude = ["archive/"]
)";

constexpr std::string_view baseline_key = R"(
# Findings that are known and not to be shown; `alyxlint check --update-baseline` writes the file.
# baseline = "alyxlint-baseline.json"
)";

constexpr std::string_view call_key = R"(
# Functions of your own that send queries.
# [[calls]]
# callee = "list_sessions"
# endpoint = "sessions"
# arguments = ["query"]
# keywords = ["query"]
)";

/// As the file has them.
std::string with_line_ends(std::string const& text, std::string_view of) {
    if (of.find("\r\n") == of.npos) return text;
    std::string result;
    for (char c : text) result.append(c == '\n' ? "\r\n" : std::string(1, c));
    return result;
}

std::optional<Failure> contradiction(Survey const& survey, InitOptions const& options) {
    auto const& known = survey.configuration;
    if (options.pyproject && !survey.pyproject)
        return Failure{pyproject_file, "", "is not in this folder", "leave out --pyproject for a file alyxlint.toml"};
    if (options.pyproject && known == pyproject_file)
        return Failure{known, "", "has a table [tool.alyxlint] already", "change it there"};
    if (!known.empty() && !options.force)
        return Failure{known, "", "is a configuration already", "change it, or write a new one with --force"};
    return std::nullopt;
}

/// A table cannot be added to what is no TOML, or says `tool = {…}`.
std::optional<Failure> unreadable(std::string const& pyproject) {
    auto read = analyzer::read_pyproject({pyproject_file, "/pyproject.toml", "/", "/"}, pyproject);
    if (read && *read) return std::nullopt;
    auto failure = read ? read->error().front() : Failure{pyproject_file, "", "is no table of tables", ""};
    failure.remedy = "mend it, or leave out --pyproject for a file alyxlint.toml";
    return failure;
}

std::optional<Failure> write(Survey const& survey, InitOptions const& options) {
    auto text = first_configuration(survey, options.pyproject);
    if (!options.pyproject && survey.configuration != own_file) return analyzer::create_file(own_file, text);
    auto const* path = options.pyproject ? pyproject_file : own_file;
    auto before = analyzer::read_file(path);
    if (!before) return before.error();
    if (!options.pyproject) return analyzer::replace_file(path, *before, text);
    bool open_line = !before->empty() && before->back() != '\n';
    auto added = concat(open_line ? "\n" : "", before->empty() ? "" : "\n", text);
    auto after = *before + with_line_ends(added, *before);
    if (auto failure = unreadable(after)) return failure;
    return analyzer::replace_file(path, *before, after);
}

}  // namespace

std::string first_configuration(Survey const& survey, bool in_pyproject) {
    auto text = concat("# What alyxlint checks. `alyxlint check --show-settings` prints what holds.\n", keys,
                       survey.findings > 0 ? baseline_key : "", survey.queries == 0 ? call_key : "");
    if (!in_pyproject) return text;
    constexpr std::string_view table = "[[calls]]";
    if (auto at = text.find(table); at != text.npos) text.replace(at, table.size(), "[[tool.alyxlint.calls]]");
    return concat("[tool.alyxlint]\n", text);
}

boost::system::result<std::string, Failure> initialize(InitOptions const& options) {
    auto survey = survey_folder();
    if (auto failure = contradiction(survey, options)) return *failure;
    auto path = options.pyproject ? pyproject_file : own_file;
    auto report = what_was_found(survey);
    if (options.dry_run) {
        report += concat("Would ", options.pyproject ? "add to " : "write ", path, ":\n\n",
                         first_configuration(survey, options.pyproject));
    } else {
        if (auto failure = write(survey, options)) return *failure;
        report += concat(options.pyproject ? "Added [tool.alyxlint] to " : "Wrote ", path, ".\n");
    }
    return {boost::system::in_place_value, report + what_to_do_next(survey)};
}

int run_init(InitOptions const& options) {
    auto report = initialize(options);
    if (report) return print(*report, exit_clean);
    complain(report.error().to_string());
    return exit_failure;
}

}  // namespace alyx::cli
