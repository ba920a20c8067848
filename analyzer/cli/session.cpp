// From the command line to configurations.
#include "analyzer/cli/session.hpp"

#include <filesystem>
#include <tuple>

#include "analyzer/cli/formats/format.hpp"

namespace alyx::cli {

using namespace analyzer;

namespace {

namespace fs = std::filesystem;

std::string this_folder() {
    std::error_code error;
    auto folder = fs::current_path(error);
    return fs::weakly_canonical(folder, error).native();
}

/// `--config KEY=VALUE`, unless there is a file of that name.
bool is_assignment(std::string const& text) {
    std::error_code error;
    return text.find('=') != std::string::npos && !fs::exists(text, error);
}

Configurations::Options configurations_of(CheckOptions const& options, std::string const& folder) {
    Configurations::Options result{.current_folder = folder, .isolated = options.isolated};
    for (auto const& text : options.configurations) {
        if (is_assignment(text))
            result.overrides.push_back({"--config", text});
        else
            result.file = (fs::path(folder) / text).lexically_normal().native();
    }
    for (auto const& assignment : options.assignments) result.overrides.push_back({assignment.option, assignment.toml});
    for (auto const* format : all_formats()) result.output_formats.push_back(format->name);
    return result;
}

}  // namespace

Session::Session(CheckOptions const& options)
    : current_folder_(this_folder()), snapshots_(configurations_of(options, current_folder_)) {}

std::string Session::absolute(std::string const& file) const {
    std::error_code error;
    auto path = fs::path(current_folder_) / file;
    auto canonical = fs::weakly_canonical(path, error);
    return error ? path.lexically_normal().native() : canonical.native();
}

std::string Session::shown(std::string const& path) const {
    auto folder = current_folder_ == "/" ? current_folder_ : current_folder_ + "/";
    return path.starts_with(folder) ? path.substr(folder.size()) : path;
}

std::vector<std::string> Session::inputs(std::vector<std::string> const& files) {
    for (auto const& file : files) std::ignore = configurations().of_file(absolute(file));
    auto found = configurations().inputs();
    for (auto const* name : {"alyxlint.toml", ".alyxlint.toml", "pyproject.toml"})
        found.insert((fs::path(current_folder_) / name).native());
    return {found.begin(), found.end()};
}

}  // namespace alyx::cli
