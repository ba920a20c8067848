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
    : options_(std::move(options)), snapshots_(std::make_unique<Snapshots>(options_)) {}

void Workspace::add(WorkspaceFolder const& folder) {
    auto path = path_of(folder.uri);
    if (path && std::find(folders_.begin(), folders_.end(), *path) == folders_.end())
        folders_.push_back(std::move(*path));
}

void Workspace::remove(WorkspaceFolder const& folder) {
    if (auto path = path_of(folder.uri)) std::erase(folders_, *path);
}

std::shared_ptr<Snapshot const> Workspace::snapshot(Uri const& uri) {
    auto path = path_of(uri);
    if (!path) path = (folders_.empty() ? options_.current_folder : folders_.front()) + "/unnamed";
    // Where a configuration is broken, its failures are told, and the rest goes on as if there were none.
    if (auto found = snapshots_->of_file(*path)) return *found;
    if (!fallback_) fallback_ = std::make_shared<Snapshot const>(std::vector{built_in_schema("alyx")});
    return fallback_;
}

bool Workspace::is_excluded(std::string const& path) {
    if (path.empty()) return false;
    auto found = snapshots_->configurations().of_file(path);
    return found && (*found)->lies_excluded(path);
}

std::vector<std::string> Workspace::files() {
    return discover(folders_, discover_options(snapshots_->configurations(), is_host_file)).files;
}

void Workspace::configure(json::value const& settings) {
    options_.overrides.clear();
    if (auto const* object = settings.if_object())
        for (auto const& [key, value] : *object)
            if (!value.is_null())
                options_.overrides.push_back(
                    {"the editor's setting alyx." + std::string(key), toml_key(key) + " = " + toml_value(value)});
    snapshots_ = std::make_unique<Snapshots>(options_);
    reload();
}

void Workspace::reload() {
    snapshots_->forget();
    told_ = 0;
}

std::vector<Failure> Workspace::take_failures() {
    auto failures = snapshots_->failures();
    failures.erase(failures.begin(), failures.begin() + static_cast<std::ptrdiff_t>(std::min(told_, failures.size())));
    told_ += failures.size();
    return failures;
}

}  // namespace alyx::lsp
