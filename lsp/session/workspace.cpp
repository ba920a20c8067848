// Makes snapshots for files.
#include "lsp/session/workspace.hpp"

#include <algorithm>

#include "analyzer/host/host.hpp"
#include "analyzer/schema/pack.hpp"
#include "lsp/session/toml.hpp"
#include "lsp/session/uri.hpp"

namespace alyx::lsp {

using namespace analyzer;

Workspace::Workspace(Configurations::Options options)
    : options_(std::move(options)), configurations_(std::make_unique<Configurations>(options_)) {}

void Workspace::add(WorkspaceFolder const& folder) {
    auto path = path_of(folder.uri);
    if (path && std::find(folders_.begin(), folders_.end(), *path) == folders_.end())
        folders_.push_back(std::move(*path));
}

void Workspace::remove(WorkspaceFolder const& folder) {
    if (auto path = path_of(folder.uri)) std::erase(folders_, *path);
}

Workspace::Settings Workspace::settings(Uri const& uri) {
    auto path = path_of(uri);
    auto found = path               ? configurations_->of_file(*path)
                 : folders_.empty() ? configurations_->of_folder(options_.current_folder)
                                    : configurations_->of_folder(folders_.front());
    return found ? *found : default_settings();
}

std::shared_ptr<Snapshot const> Workspace::snapshot(Uri const& uri) {
    auto found = settings(uri);
    auto& snapshot = snapshots_[found];
    if (!snapshot) snapshot = std::make_shared<Snapshot const>(std::vector{built_in_schema("alyx")}, found);
    return snapshot;
}

bool Workspace::is_excluded(std::string const& path) {
    if (path.empty()) return false;
    auto found = configurations_->of_file(path);
    return found && (*found)->lies_excluded(path);
}

std::vector<std::string> Workspace::files() {
    return discover(folders_, discover_options(*configurations_, is_host_file)).files;
}

void Workspace::configure(json::value const& settings) {
    options_.overrides.clear();
    if (auto const* object = settings.if_object())
        for (auto const& [key, value] : *object)
            if (!value.is_null())
                options_.overrides.push_back(
                    {"the editor's setting alyx." + std::string(key), toml_key(key) + " = " + toml_value(value)});
    configurations_ = std::make_unique<Configurations>(options_);
    reload();
}

void Workspace::reload() {
    configurations_->forget();
    snapshots_.clear();
    told_ = 0;
}

std::vector<Failure> Workspace::take_failures() {
    auto failures = configurations_->failures();
    failures.erase(failures.begin(), failures.begin() + static_cast<std::ptrdiff_t>(std::min(told_, failures.size())));
    told_ += failures.size();
    return failures;
}

}  // namespace alyx::lsp
