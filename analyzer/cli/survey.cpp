// Finds files as a run does, analyses them, and looks for what stands beside them.
#include "analyzer/cli/survey.hpp"

#include <algorithm>
#include <filesystem>

#include "analyzer/analyze/analysis.hpp"
#include "analyzer/analyze/file_text.hpp"
#include "analyzer/config/read.hpp"
#include "analyzer/host/host.hpp"
#include "analyzer/host/language.hpp"
#include "analyzer/schema/pack.hpp"
#include "analyzer/workspace/files.hpp"

namespace alyx::cli {

using namespace analyzer;

namespace {

namespace fs = std::filesystem;

bool stands(fs::path const& path) {
    std::error_code error;
    return fs::exists(path, error);
}

/// The root of the repository around a folder; empty where there is none.
fs::path repository_around(fs::path folder) {
    while (!stands(folder / ".git")) {
        if (folder == folder.parent_path()) return {};
        folder = folder.parent_path();
    }
    return folder;
}

void look_beside(Survey& survey) {
    std::error_code error;
    auto here = fs::current_path(error);
    auto root = repository_around(here);
    auto is_there = [&](char const* name) { return stands(here / name) || (!root.empty() && stands(root / name)); };
    survey.repository = !root.empty();
    survey.pre_commit = is_there(".pre-commit-config.yaml");
    survey.github = is_there(".github/workflows");
    survey.gitlab = is_there(".gitlab-ci.yml");
    survey.pyproject = stands("pyproject.toml");
    for (auto const* name : {"alyxlint.toml", ".alyxlint.toml"})
        if (survey.configuration.empty() && stands(name)) survey.configuration = name;
    if (!survey.configuration.empty() || !survey.pyproject) return;
    auto text = read_file("pyproject.toml");
    auto folder = here.native();
    ConfigurationOrigin origin{"pyproject.toml", folder + "/pyproject.toml", folder, folder};
    if (text && read_pyproject(origin, *text)) survey.configuration = "pyproject.toml";
}

void look_into(Survey& survey, std::string const& path, std::shared_ptr<Snapshot const> const& snapshot) {
    bool notebook = path.ends_with(".ipynb"), script = language_of_file(path).has_value();
    ++(notebook ? survey.notebooks : script ? survey.scripts : survey.documents);
    auto file = read_text(path);
    if (!file) {
        survey.failures.push_back(file.error());
        return;
    }
    auto units = units_of(path, std::move(file->text));
    survey.failures.insert(survey.failures.end(), units.failures.begin(), units.failures.end());
    for (auto& unit : units.units) {
        auto analysis = analyze(std::make_shared<Unit>(std::move(unit)), snapshot);
        survey.queries += analysis->statistics.queries;
        for (auto const& finding : analysis->findings) survey.findings += finding.severity() != Severity::information;
    }
}

}  // namespace

Survey survey_folder() {
    Survey survey;
    look_beside(survey);
    auto found = discover({"."}, {.is_supported = is_host_file});
    survey.failures = std::move(found.failures);
    auto snapshot = std::make_shared<Snapshot const>(std::vector{built_in_schema("alyx")});
    for (auto const& file : found.files) look_into(survey, file, snapshot);
    return survey;
}

}  // namespace alyx::cli
