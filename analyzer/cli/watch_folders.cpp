// Events only wake: what they say is not asked, what has changed is found by looking.
#include "analyzer/cli/watch_folders.hpp"

#include <poll.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <array>
#include <filesystem>
#include <thread>

#include "analyzer/workspace/files.hpp"

namespace alyx::cli {
namespace {

namespace fs = std::filesystem;
using std::chrono::milliseconds;

constexpr milliseconds between_looks{1000};
constexpr milliseconds quiet{100};
constexpr milliseconds longest_burst{3000};  ///< a folder that never rests is looked at all the same

constexpr std::uint32_t of_interest = IN_ATTRIB | IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_DELETE_SELF | IN_MODIFY |
                                      IN_MOVED_FROM | IN_MOVED_TO | IN_MOVE_SELF | IN_ONLYDIR;

}  // namespace

WatchedFolders::WatchedFolders(bool polls)
    : events_(polls ? -1 : ::inotify_init1(IN_CLOEXEC | IN_NONBLOCK)), complete_(static_cast<bool>(events_)) {}

void WatchedFolders::listen_to(std::string const& folder) {
    // A folder that is gone by now is no loss.
    if (events_ && ::inotify_add_watch(events_.get(), folder.c_str(), of_interest) < 0 && errno != ENOENT)
        complete_ = false;
}

void WatchedFolders::listen(std::vector<std::string> const& paths) {
    complete_ = static_cast<bool>(events_);
    if (!events_) return;
    for (auto const& path : paths) {
        std::error_code error;
        if (!fs::is_directory(path, error)) {
            auto folder = fs::path(path).parent_path().native();
            listen_to(folder.empty() ? "." : folder);
            continue;
        }
        listen_to(path);
        constexpr auto skip = fs::directory_options::skip_permission_denied;
        for (fs::recursive_directory_iterator at(path, skip, error), end; !error && at != end; at.increment(error)) {
            std::error_code unknown;
            if (at->is_symlink(unknown) || !at->is_directory(unknown)) continue;
            if (analyzer::is_skipped_folder(at->path().filename().native()))
                at.disable_recursion_pending();
            else
                listen_to(at->path().native());
        }
    }
}

bool WatchedFolders::happens_within(milliseconds time) {
    pollfd waiting{events_.get(), POLLIN, 0};
    if (::poll(&waiting, 1, static_cast<int>(time.count())) <= 0) return false;
    std::array<char, 1 << 14> ignored;
    while (::read(events_.get(), ignored.data(), ignored.size()) > 0) continue;
    return true;
}

void WatchedFolders::wait() {
    if (!events_) return std::this_thread::sleep_for(between_looks);
    // Negative: without end.
    if (!happens_within(complete_ ? milliseconds{-1} : between_looks)) return;
    auto end = std::chrono::steady_clock::now() + longest_burst;
    while (std::chrono::steady_clock::now() < end && happens_within(quiet)) continue;
}

}  // namespace alyx::cli
