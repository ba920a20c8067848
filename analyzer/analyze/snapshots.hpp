// The snapshot for each file: its configuration with the packs that it names.
#pragma once

#include <boost/system/result.hpp>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "analyzer/analyze/snapshot.hpp"
#include "analyzer/config/configurations.hpp"

namespace alyx::analyzer {

/// Files under one configuration share a snapshot. May be used from several threads.
class Snapshots {
  public:
    using Result = boost::system::result<std::shared_ptr<Snapshot const>, std::vector<Failure>>;

    explicit Snapshots(Configurations::Options options) : configurations_(std::move(options)) {}

    Configurations& configurations() { return configurations_; }
    /// `path` is absolute; the file need not exist.
    Result of_file(std::string const& path);
    /// What is wrong with the configurations and packs met so far, each failure once.
    std::vector<Failure> failures() const;
    /// Files may have changed: reads them anew. Snapshots that somebody holds stay as they are.
    void forget();

  private:
    Configurations configurations_;
    Packs packs_;
    mutable std::mutex mutex_;
    std::map<std::shared_ptr<Settings const>, Result> by_settings_;
    std::vector<Failure> failures_;
};

}  // namespace alyx::analyzer
