// Compares what the files are with what they were.
#include "analyzer/cli/watch.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <map>
#include <tuple>

#include "analyzer/cli/terminal.hpp"
#include "analyzer/cli/watch_folders.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::cli {
namespace {

using analyzer::concat;

/// Device, inode, size, and the times of the last change of bytes and of anything.
struct Stamp {
    std::tuple<dev_t, ino_t, off_t, time_t, long, time_t, long> state;
    /// Written so lately that another change might leave the same stamp: equal to no other.
    bool unsure = false;
};

Stamp stamp_of(std::string const& path) {
    constexpr long clock_tick = 50'000'000;
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) return {};
    timespec now{};
    ::clock_gettime(CLOCK_REALTIME, &now);
    auto age = (now.tv_sec - status.st_mtim.tv_sec) * 1'000'000'000 + now.tv_nsec - status.st_mtim.tv_nsec;
    return {{status.st_dev, status.st_ino, status.st_size, status.st_mtim.tv_sec, status.st_mtim.tv_nsec,
             status.st_ctim.tv_sec, status.st_ctim.tv_nsec},
            age >= 0 && age < clock_tick};
}

class Stamps {
  public:
    /// What has changed since the last time.
    Changes look(Watched const& watched) {
        Changes changes;
        changes.files = watched.files;
        auto inputs = stamps_of(watched.inputs), files = stamps_of(watched.files);
        changes.inputs_changed =
            !looked_ || inputs.size() != inputs_.size() ||
            std::any_of(inputs.begin(), inputs.end(), [&](auto const& input) { return is_new(inputs_, input); });
        for (auto const& path : watched.files)
            if (changes.inputs_changed || is_new(files_, *files.find(path))) changes.changed.push_back(path);
        for (auto const& [path, stamp] : files_)
            if (!files.contains(path)) changes.gone.push_back(path);
        inputs_ = std::move(inputs);
        files_ = std::move(files);
        looked_ = true;
        return changes;
    }

  private:
    using Map = std::map<std::string, Stamp>;
    Map inputs_, files_;
    bool looked_ = false;

    static Map stamps_of(std::vector<std::string> const& paths) {
        Map stamps;
        for (auto const& path : paths) stamps.emplace(path, stamp_of(path));
        return stamps;
    }
    static bool is_new(Map const& before, Map::value_type const& now) {
        auto known = before.find(now.first);
        return known == before.end() || known->second.unsure || known->second.state != now.second.state;
    }
};

std::string why(Changes const& changes, bool first) {
    if (first) return "watching for changes";
    if (changes.inputs_changed) return "the configuration has changed";
    auto const& some = changes.changed.empty() ? changes.gone : changes.changed;
    auto more = changes.changed.size() + changes.gone.size() - 1;
    return concat(printable(some.front()), more > 0 ? concat(" and ", std::to_string(more), " more") : "",
                  changes.changed.empty() ? " is gone" : " has changed");
}

void announce(std::string const& text, bool clear_screen) {
    std::time_t now = std::time(nullptr);
    std::tm local{};
    ::localtime_r(&now, &local);
    char clock[16];
    std::strftime(clock, sizeof clock, "%H:%M:%S", &local);
    std::printf("%s[%s] %s\n", clear_screen ? "\x1b[2J\x1b[3J\x1b[H" : "", clock, text.c_str());
    std::fflush(stdout);
}

}  // namespace

void watch(WatchOptions const& options, std::function<Watched()> const& select,
           std::function<void(Changes const&)> const& check) {
    WatchedFolders folders(options.polls);
    Stamps stamps;
    auto paths = options.paths;
    for (bool first = true;; first = false) {
        // Before looking: what happens from here on wakes again.
        folders.listen(paths);
        auto watched = select();
        paths = options.paths;
        paths.insert(paths.end(), watched.inputs.begin(), watched.inputs.end());
        if (first) folders.listen(paths);
        auto changes = stamps.look(watched);
        if (changes.any()) {
            announce(why(changes, first), options.clear_screen);
            check(changes);
            std::fflush(stdout);
        }
        folders.wait();
    }
}

}  // namespace alyx::cli
