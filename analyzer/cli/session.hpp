// What holds in one run of the program: where it runs, and the configurations and packs of its files.
#pragma once

#include <string>
#include <vector>

#include "analyzer/analyze/snapshots.hpp"
#include "analyzer/cli/options.hpp"

namespace alyx::cli {

/// May be used from several threads.
class Session {
  public:
    explicit Session(CheckOptions const& options);

    analyzer::Snapshots& snapshots() { return snapshots_; }
    analyzer::Configurations& configurations() { return snapshots_.configurations(); }
    /// What holds for the current folder, and so for the run as a whole: output, baseline, when it fails.
    analyzer::Configurations::Result run_settings() { return configurations().of_folder(current_folder_); }

    /// The absolute path of a file as the user names it; links are followed where it exists.
    std::string absolute(std::string const& file) const;
    /// Of an absolute path, what one would write here: relative to the current folder where it lies in there.
    std::string shown(std::string const& path) const;
    /// The files that decide how a run over these files goes: configurations and packs, some of which need not exist.
    std::vector<std::string> inputs(std::vector<std::string> const& files);

  private:
    std::string current_folder_;
    analyzer::Snapshots snapshots_;
};

}  // namespace alyx::cli
