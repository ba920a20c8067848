// Walks folders without recursion, in a stable order, and asks the ignore files at each step.
#include "analyzer/workspace/files.hpp"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <memory>
#include <system_error>
#include <unordered_set>
#include <utility>

#include "analyzer/text/concat.hpp"
#include "analyzer/workspace/descriptor.hpp"
#include "analyzer/workspace/ignore_files.hpp"

namespace alyx::analyzer {
namespace {

namespace fs = std::filesystem;

/// As ruff's default excludes, and `__pycache__`.
constexpr std::string_view skipped_folders[] = {
    ".bzr",
    ".direnv",
    ".eggs",
    ".git",
    ".git-rewrite",
    ".hg",
    ".ipynb_checkpoints",
    ".mypy_cache",
    ".nox",
    ".pants.d",
    ".pyenv",
    ".pytest_cache",
    ".pytype",
    ".ruff_cache",
    ".svn",
    ".tox",
    ".venv",
    ".vscode",
    "__pycache__",
    "__pypackages__",
    "_build",
    "buck-out",
    "build",
    "dist",
    "node_modules",
    "site-packages",
    "venv",
};

enum class Kind { folder, file, link, other };

struct Entry {
    std::string name;  ///< of a folder with a slash behind it: that gives the order of whole paths
    Kind kind;
};

Kind kind_of(fs::directory_entry const& entry) {
    std::error_code error;
    if (entry.is_symlink(error)) return Kind::link;
    if (entry.is_directory(error)) return Kind::folder;
    return entry.is_regular_file(error) ? Kind::file : Kind::other;
}

/// A name within a folder. The current folder is nothing to speak of.
std::string joined(std::string_view folder, std::string_view name) {
    bool apart = folder.empty() || name.empty() || folder.ends_with('/');
    return concat(folder, apart ? "" : "/", name);
}

/// Without `./` in front and slashes behind; empty for the current folder.
std::string as_displayed(std::string_view path) {
    while (path == "." || path.starts_with("./")) {
        path.remove_prefix(1);
        path.remove_prefix(std::min(path.find_first_not_of('/'), path.size()));
    }
    while (path.size() > 1 && path.ends_with('/')) path.remove_suffix(1);
    return std::string(path);
}

/// An argument as the system understands it: text behind a NUL would be lost, so that there is no such path.
std::string without_nul(std::string const& path) {
    return path.find('\0') == std::string::npos ? path : "";
}

class Walk {
  public:
    explicit Walk(DiscoverOptions const& options) : options_(options) {}

    void take(std::string const& argument);
    Discovered result() && { return std::move(result_); }

  private:
    /// What lies under a named folder, relative to it.
    struct Item {
        std::string path;
        Kind kind;
        std::shared_ptr<IgnoreStack const> ignored;  ///< what matters where it lies
    };

    void walk(std::string const& shown, std::string const& canonical);
    void open(Item const& folder);
    std::vector<Entry> list(std::string const& relative);
    bool matters(std::string const& path, Kind kind) const;
    bool is_excluded(std::string const& path, bool is_folder) const;
    void take_item(Item const& item);
    void add_file(std::string shown, std::string canonical);
    void fail(std::string const& path, std::error_code error);

    DiscoverOptions const& options_;
    Discovered result_;
    std::unordered_set<std::string> files_;    ///< canonical paths of those found
    std::unordered_set<std::string> folders_;  ///< canonical paths of those named
    std::string shown_, canonical_;            ///< the folder being walked
    std::vector<Item> ahead_;                  ///< what is to be done, last first
};

void Walk::fail(std::string const& path, std::error_code error) {
    result_.failures.push_back(system_failure(path, error.value()));
}

void Walk::add_file(std::string shown, std::string canonical) {
    if (files_.insert(std::move(canonical)).second) result_.files.push_back(std::move(shown));
}

void Walk::take(std::string const& argument) {
    std::error_code error;
    auto canonical = fs::canonical(without_nul(argument), error).native();
    if (error) return fail(argument, error);
    if (!fs::is_directory(canonical, error)) {
        bool forced_out = options_.is_forced_out && options_.is_forced_out(canonical);
        return forced_out ? void() : add_file(as_displayed(argument), std::move(canonical));
    }
    if (folders_.insert(canonical).second) walk(as_displayed(argument), canonical);
}

void Walk::walk(std::string const& shown, std::string const& canonical) {
    shown_ = shown;
    canonical_ = canonical;
    auto above = options_.respect_ignore_files ? ignore_files_above(canonical, options_.user_excludes, result_.failures)
                                               : IgnoreStack{};
    ahead_.push_back({"", Kind::folder, std::make_shared<IgnoreStack const>(std::move(above))});
    while (!ahead_.empty()) {
        auto item = std::move(ahead_.back());
        ahead_.pop_back();
        if (item.kind == Kind::folder)
            open(item);
        else
            take_item(item);
    }
}

std::vector<Entry> Walk::list(std::string const& relative) {
    auto path = joined(shown_, relative);
    if (path.empty()) path = ".";
    std::vector<Entry> entries;
    std::error_code error;
    for (fs::directory_iterator at(path, error), end; !error && at != end; at.increment(error)) {
        auto kind = kind_of(*at);
        auto name = at->path().filename().native();
        entries.push_back({kind == Kind::folder ? name + '/' : std::move(name), kind});
    }
    // A folder that went away meanwhile is no failure.
    if (error && error != std::errc::no_such_file_or_directory) fail(path, error);
    std::sort(entries.begin(), entries.end(), [](Entry const& a, Entry const& b) { return a.name < b.name; });
    return entries;
}

bool Walk::matters(std::string const& path, Kind kind) const {
    return kind == Kind::folder || (kind != Kind::other && options_.is_supported(path));
}

bool Walk::is_excluded(std::string const& path, bool is_folder) const {
    if (options_.is_excluded) return options_.is_excluded(path, is_folder);
    return is_folder && is_skipped_folder(std::string_view(path).substr(path.rfind('/') + 1));
}

void Walk::open(Item const& folder) {
    auto entries = list(folder.path);
    auto canonical = joined(canonical_, folder.path);
    auto ignored = folder.ignored;
    IgnoreNames names{false, false, false};
    for (auto const& entry : entries) names.note(entry.name);
    if (options_.respect_ignore_files && names.any()) {
        auto stack = *ignored;
        add_ignore_files(stack, canonical, names, result_.failures);
        ignored = std::make_shared<IgnoreStack const>(std::move(stack));
    }
    for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry) {
        bool is_folder = entry->kind == Kind::folder;
        if (is_folder) entry->name.pop_back();
        auto path = joined(canonical, entry->name);
        if (!matters(path, entry->kind)) continue;
        if (is_excluded(path, is_folder) || ignored->is_ignored(path, is_folder)) {
            ++result_.left_out;
            continue;
        }
        ahead_.push_back({joined(folder.path, entry->name), entry->kind, ignored});
    }
}

void Walk::take_item(Item const& item) {
    auto shown = joined(shown_, item.path);
    auto canonical = joined(canonical_, item.path);
    if (item.kind == Kind::link) {
        std::error_code error;
        auto status = fs::status(canonical, error);
        // Links that lead nowhere are common (Emacs locks files so) and nobody asked for this one.
        if (error == std::errc::permission_denied) fail(shown, error);
        if (!fs::is_regular_file(status)) return;
        canonical = fs::canonical(canonical, error).native();
        if (error) return;
    }
    add_file(std::move(shown), std::move(canonical));
}

}  // namespace

Discovered discover(std::vector<std::string> const& paths, DiscoverOptions const& options) {
    Walk walk(options);
    for (auto const& path : paths) walk.take(path);
    return std::move(walk).result();
}

bool is_skipped_folder(std::string_view name) {
    return std::find(std::begin(skipped_folders), std::end(skipped_folders), name) != std::end(skipped_folders);
}

}  // namespace alyx::analyzer
