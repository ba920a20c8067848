// Sentences and snippets.
#include "analyzer/cli/init_advice.hpp"

#include <algorithm>
#include <string_view>

#include "analyzer/cli/terminal.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::cli {
namespace {

using analyzer::concat;

constexpr std::size_t most_failures = 5;

std::string counted(std::size_t number, std::string_view one, std::string_view many) {
    return concat(std::to_string(number), " ", number == 1 ? one : many);
}

constexpr std::string_view first_steps =
    "  alyxlint                        check everything below this folder\n"
    "  alyxlint check --fix --diff     see what would be mended\n";

constexpr std::string_view baseline =
    "  alyxlint check --baseline alyxlint-baseline.json --update-baseline\n"
    "                                  keep what is found today apart from what is new; then take the # from\n"
    "                                  `baseline` in the configuration\n";

constexpr std::string_view pre_commit = R"(
Before each commit, with pre-commit: in .pre-commit-config.yaml, below `repos:`

  - repo: local
    hooks:
      - id: alyxlint
        name: alyxlint
        entry: alyxlint check --force-exclude
        language: system
        types_or: [python, pyi, jupyter, markdown]
)";

constexpr std::string_view git_hook = R"(
Before each commit: in .git/hooks/pre-commit, which must be executable

  #!/bin/sh
  exec alyxlint check --staged
)";

constexpr std::string_view github = R"(
In GitHub's pipeline: a step of a job in .github/workflows

      - run: alyxlint check --output-format github
)";

constexpr std::string_view gitlab = R"(
In GitLab's pipeline: a job in .gitlab-ci.yml

  alyxlint:
    script: alyxlint check --output-format full --output-format gitlab=alyxlint.json
    artifacts:
      when: always
      reports:
        codequality: alyxlint.json
)";

constexpr std::string_view any_pipeline = R"(
In a pipeline, run `alyxlint check`: its status is 1 where something is found, 2 where something could not be done.
)";

}  // namespace

std::string what_was_found(Survey const& survey) {
    auto text = concat("Found ", counted(survey.scripts, "script", "scripts"), ", ",
                       counted(survey.notebooks, "notebook", "notebooks"), " and ",
                       counted(survey.documents, "document", "documents"), " with ",
                       counted(survey.queries, "query", "queries"), " of Alyx.\n");
    if (survey.findings > 0)
        text += concat(counted(survey.findings, "error or warning is", "errors and warnings are"), " found in them.\n");
    auto shown = std::min(survey.failures.size(), most_failures);
    for (std::size_t i = 0; i < shown; ++i)
        text += concat("Left out: ", printable(survey.failures[i].to_string()), "\n");
    if (shown < survey.failures.size())
        text += concat("and ", std::to_string(survey.failures.size() - shown), " more that cannot be read.\n");
    if (survey.queries == 0)
        text += "If functions of your own send queries, name them in the configuration: [[calls]].\n";
    return text;
}

std::string what_to_do_next(Survey const& survey) {
    auto text = concat("\nNext:\n", first_steps, survey.findings > 0 ? baseline : "");
    if (survey.pre_commit)
        text += pre_commit;
    else if (survey.repository)
        text += git_hook;
    if (survey.github) text += github;
    if (survey.gitlab) text += gitlab;
    if (!survey.github && !survey.gitlab) text += any_pipeline;
    return text;
}

}  // namespace alyx::cli
