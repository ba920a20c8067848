// Discovers, then keeps what the other options leave.
#include "analyzer/cli/selection.hpp"

#include <algorithm>
#include <filesystem>
#include <map>

#include "analyzer/cli/git.hpp"
#include "analyzer/cli/input.hpp"
#include "analyzer/cli/shard.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::cli {

using namespace analyzer;

namespace {

namespace fs = std::filesystem;

/// One name for each file: what a link leads to is another file for git.
std::string key_of(std::string const& path) {
    std::error_code error;
    auto folder = fs::path(path).parent_path();
    auto canonical = fs::weakly_canonical(folder.empty() ? "." : folder, error);
    return (canonical / fs::path(path).filename()).native();
}

/// Keeps of the files those of git. What is staged and gone from the working tree was not discovered.
void keep_changed(Selection& selection, GitFiles const& git, DiscoverOptions const& options) {
    std::map<std::string, std::string> known;
    for (auto const& file : git.files) known.emplace(key_of(file), file);
    auto was_partly = [&](std::string const& file) {
        return std::binary_search(git.partly_staged.begin(), git.partly_staged.end(), file);
    };
    std::vector<std::string> kept;
    for (auto& file : selection.files) {
        auto found = known.find(key_of(file));
        if (found == known.end()) continue;
        if (was_partly(found->second)) selection.from_index.push_back(file);
        kept.push_back(std::move(file));
    }
    for (auto const& file : git.partly_staged) {
        std::error_code error;
        bool is_there = fs::exists(fs::symlink_status(file, error));
        if (is_there || !options.is_supported(fs::absolute(file, error).native())) continue;
        kept.push_back(file);
        selection.from_index.push_back(file);
    }
    selection.files = std::move(kept);
    std::sort(selection.from_index.begin(), selection.from_index.end());
}

std::optional<Failure> contradiction(SelectionOptions const& options) {
    if (options.changed + options.staged + !options.since.empty() <= 1) return std::nullopt;
    return Failure{"command line", "", "of --changed, --staged and --since only one can be answered",
                   "--since holds what --changed does"};
}

}  // namespace

bool Selection::is_from_index(std::string const& file) const {
    return std::binary_search(from_index.begin(), from_index.end(), file);
}

boost::system::result<Selection, Failure> select_files(SelectionOptions const& options,
                                                       DiscoverOptions const& discover_options) {
    if (auto failure = contradiction(options)) return *failure;
    Shard shard;
    if (!options.shard.empty()) {
        auto parsed = parse_shard(options.shard);
        if (!parsed) return parsed.error();
        shard = *parsed;
    }
    auto paths = options.paths;
    if (!options.files_from.empty()) {
        auto text = read_input(options.files_from);
        if (!text) return text.error();
        auto listed = split_paths(*text);
        paths.insert(paths.end(), listed.begin(), listed.end());
    } else if (paths.empty()) {
        paths.emplace_back(".");
    }
    auto found = discover(paths, discover_options);
    Selection selection{std::move(found.files), {}, std::move(found.failures), found.left_out};
    bool asks_git = options.changed || options.staged || !options.since.empty();
    if (asks_git) {
        auto kind = options.staged    ? GitSelection::staged
                    : options.changed ? GitSelection::changed
                                      : GitSelection::since;
        auto git = git_files(kind, options.since, paths);
        if (!git) return git.error();
        // What is missing was said by discover().
        std::error_code error;
        for (auto& failure : git->failures)
            if (fs::exists(failure.file, error)) selection.failures.push_back(std::move(failure));
        keep_changed(selection, *git, discover_options);
    }
    std::erase_if(selection.files, [&](std::string const& file) { return !shard.holds(file); });
    return selection;
}

}  // namespace alyx::cli
