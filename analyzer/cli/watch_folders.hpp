// Tells when something happens in folders.
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "analyzer/workspace/descriptor.hpp"

namespace alyx::cli {

/// inotify; and once a second where that is not to be had: not on this system, or for no more folders.
class WatchedFolders {
  public:
    explicit WatchedFolders(bool polls);

    /// Listens to each path's folders, but for those that are never walked (see is_skipped_folder). Again for new ones.
    void listen(std::vector<std::string> const& paths);
    /// Returns when something has happened and then nothing more for a tenth of a second, or might have.
    void wait();

  private:
    analyzer::Descriptor events_;
    bool complete_;  ///< every folder is listened to

    void listen_to(std::string const& folder);
    bool happens_within(std::chrono::milliseconds time);
};

}  // namespace alyx::cli
