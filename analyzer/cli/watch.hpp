// `--watch`: checks again when files change.
#pragma once

#include <functional>
#include <string>
#include <vector>

namespace alyx::cli {

/// What a run depends on, as it is now.
struct Watched {
    std::vector<std::string> files;   ///< that are checked
    std::vector<std::string> inputs;  ///< that decide how: configuration, packs; they need not exist
};

/// What is otherwise since the last time. The first time, and when an input has changed, all files are `changed`.
struct Changes {
    std::vector<std::string> files;    ///< all there are now
    std::vector<std::string> changed;  ///< of these: new ones, and those with new bytes
    std::vector<std::string> gone;
    bool inputs_changed = false;  ///< the first time, too

    bool any() const { return inputs_changed || !changed.empty() || !gone.empty(); }
};

struct WatchOptions {
    std::vector<std::string> paths;  ///< files and folders; below these new files are noticed, too
    bool clear_screen = false;       ///< before each check: where standard output is a terminal
    bool polls = false;              ///< looks once a second, as it does where the system tells of no changes
};

/// Calls `select` and `check`, says when and why on standard output, and so on at each change, a tenth of a second
/// after the last. Does not return: a signal ends it, as it does ruff (130 for a shell, after Ctrl-C).
[[noreturn]] void watch(WatchOptions const& options, std::function<Watched()> const& select,
                        std::function<void(Changes const&)> const& check);

}  // namespace alyx::cli
