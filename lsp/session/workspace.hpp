// The folders the client has open, and what holds for the files in them.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "analyzer/analyze/snapshot.hpp"
#include "lsp/protocol/lifecycle.hpp"

namespace alyx::lsp {

class Workspace {
  public:
    void add(WorkspaceFolder const& folder);
    void remove(WorkspaceFolder const& folder);
    /// Paths of the folders that are in the file system.
    std::vector<std::string> const& folders() const { return folders_; }

    /// What holds for a file; made at the first question, which reads the packs.
    std::shared_ptr<analyzer::Snapshot const> snapshot(std::string const& path);
    /// The client's own settings: TOML keys of the configuration file as JSON, over each file's settings.
    void configure(json::value settings) { settings_ = std::move(settings); }
    /// Configuration or packs have changed: what was made is made again.
    void reload();
    /// Counts reloads: results of an older generation are out of date.
    std::uint32_t generation() const { return generation_; }

  private:
    std::vector<std::string> folders_;
    std::shared_ptr<analyzer::Snapshot const> snapshot_;
    json::value settings_;
    std::uint32_t generation_ = 0;
};

}  // namespace alyx::lsp
