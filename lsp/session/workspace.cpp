// Makes snapshots for files.
#include "lsp/session/workspace.hpp"

#include <algorithm>

#include "analyzer/schema/pack.hpp"
#include "lsp/session/uri.hpp"

namespace alyx::lsp {

void Workspace::add(WorkspaceFolder const& folder) {
    auto path = path_of(folder.uri);
    if (path && std::find(folders_.begin(), folders_.end(), *path) == folders_.end())
        folders_.push_back(std::move(*path));
}

void Workspace::remove(WorkspaceFolder const& folder) {
    if (auto path = path_of(folder.uri)) std::erase(folders_, *path);
}

std::shared_ptr<analyzer::Snapshot const> Workspace::snapshot(std::string const&) {
    if (!snapshot_)
        snapshot_ = std::make_shared<analyzer::Snapshot const>(std::vector{analyzer::built_in_schema("alyx")});
    return snapshot_;
}

void Workspace::reload() {
    snapshot_.reset();
    ++generation_;
}

}  // namespace alyx::lsp
