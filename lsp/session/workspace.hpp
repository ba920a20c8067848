// The folders the client has open, and what holds for the files in them.
#pragma once

#include <memory>
#include <set>
#include <string>
#include <vector>

#include "analyzer/analyze/snapshots.hpp"
#include "lsp/protocol/lifecycle.hpp"

namespace alyx::lsp {

class Workspace {
  public:
    /// `options`: where configurations are looked for.
    explicit Workspace(analyzer::Configurations::Options options);

    void add(WorkspaceFolder const& folder);
    void remove(WorkspaceFolder const& folder);
    /// Paths of the folders that are in the file system.
    std::vector<std::string> const& folders() const { return folders_; }

    /// What holds for a document; for one that is in no file, what holds in the first folder.
    std::shared_ptr<analyzer::Snapshot const> snapshot(Uri const& uri);
    /// Is a file left out by its configuration?
    bool is_excluded(std::string const& path);
    /// The files to look at below the folders.
    std::vector<std::string> files();

    /// The files that decide what holds, as far as they were read.
    std::set<std::string> inputs() const { return snapshots_->configurations().inputs(); }

    /// The client's own settings, an object with keys of the configuration file: they go over each file's.
    void configure(json::value const& settings);
    /// Configuration or packs have changed: everything is read again.
    void reload();
    /// What is wrong with configurations, each failure once.
    std::vector<analyzer::Failure> take_failures();

  private:
    std::vector<std::string> folders_;
    analyzer::Configurations::Options options_;
    std::unique_ptr<analyzer::Snapshots> snapshots_;
    std::shared_ptr<analyzer::Snapshot const> fallback_;
    std::size_t told_ = 0;  ///< of the failures
};

}  // namespace alyx::lsp
