// Puts questions to the git program whose answers are lists of paths with NULs between them.
#include "analyzer/cli/git.hpp"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <set>
#include <string_view>

#include "analyzer/cli/process.hpp"
#include "analyzer/text/concat.hpp"
#include "analyzer/workspace/descriptor.hpp"

namespace alyx::cli {
namespace {

namespace fs = std::filesystem;
using analyzer::concat;
using analyzer::Failure;
template <class T>
using Result = boost::system::result<T, Failure>;
using Paths = std::set<std::string>;

/// C++20 would make a Failure, too, of a string.
Result<std::string> text_result(std::string text) {
    return {boost::system::in_place_value, std::move(text)};
}

/// Git's own words, without its `fatal: `, in one line.
std::string words_of(std::string text) {
    if (text.starts_with("fatal: ")) text.erase(0, 7);
    while (text.ends_with('\n')) text.pop_back();
    std::replace(text.begin(), text.end(), '\n', ' ');
    return text;
}

/// Neither takes locks nor waits for anybody.
Result<ProcessOutput> ask(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), "git");
    auto output = run_process(arguments, {"GIT_OPTIONAL_LOCKS=0", "GIT_TERMINAL_PROMPT=0"});
    if (output) return output;
    Failure failure = output.error();
    failure.remedy = "install git, or name the files to check";
    return failure;
}

Result<std::string> answer(std::vector<std::string> arguments) {
    auto output = ask(std::move(arguments));
    if (!output) return output.error();
    if (output->code == 0) return text_result(std::move(output->out));
    return Failure{"git", "", words_of(output->err),
                   "run in the working tree of a repository, or name the files to check"};
}

std::string one_line(std::string text) {
    if (text.ends_with('\n')) text.pop_back();
    return text;
}

struct Repository {
    std::string root;    ///< canonical
    std::string prefix;  ///< of the current folder within it, with a slash at its end; empty: the root
    std::string head;    ///< empty: there is no commit yet

    Result<Paths> list(std::vector<std::string> arguments) const {
        arguments.insert(arguments.begin(), {"-C", root});
        auto text = answer(std::move(arguments));
        if (!text) return text.error();
        Paths paths;
        for (std::size_t at = 0; at < text->size();) {
            auto end = text->find('\0', at);
            paths.insert(text->substr(at, end - at));
            at = end == text->npos ? text->size() : end + 1;
        }
        return paths;
    }
    Result<Paths> diff(std::vector<std::string> what) const {
        std::vector<std::string> arguments{"-c", "diff.relative=false", "diff",          "--name-only",
                                           "-z", "--no-renames",        "--no-ext-diff", "--ignore-submodules=all"};
        arguments.insert(arguments.end(), what.begin(), what.end());
        arguments.emplace_back("--");
        return list(std::move(arguments));
    }
    /// As the user would write it.
    std::string shown(std::string const& path) const {
        if (path.starts_with(prefix)) return path.substr(prefix.size());
        return fs::path(path).lexically_relative(prefix.substr(0, prefix.size() - 1)).native();
    }
};

Result<Repository> find_repository() {
    auto root = answer({"rev-parse", "--show-toplevel"});
    if (!root) return root.error();
    auto prefix = answer({"rev-parse", "--show-prefix"});
    if (!prefix) return prefix.error();
    auto head = ask({"rev-parse", "--verify", "--quiet", "HEAD^{commit}"});
    if (!head) return head.error();
    std::error_code error;
    Repository repository{one_line(std::move(*root)), one_line(std::move(*prefix)),
                          head->code == 0 ? one_line(head->out) : ""};
    auto canonical = fs::canonical(repository.root, error);
    if (!error) repository.root = canonical.native();
    return repository;
}

/// Where the current branch left the revision; the revision itself where their histories do not meet (a shallow clone).
Result<std::string> base_of(std::string const& revision) {
    auto commit = ask({"rev-parse", "--verify", "--quiet", "--end-of-options", concat(revision, "^{commit}")});
    if (!commit) return commit.error();
    if (commit->code != 0)
        return Failure{"--since", "", concat("`", revision, "` is no commit of this repository"),
                       "name a branch, a tag or a commit; in a shallow clone fetch it first"};
    auto base = ask({"merge-base", "HEAD", one_line(commit->out)});
    if (!base) return base.error();
    return text_result(one_line(base->code == 0 ? base->out : commit->out));
}

Result<Paths> united(Result<Paths> a, Result<Paths> b) {
    if (!a) return a;
    if (!b) return b;
    a->merge(*b);
    return a;
}

Result<Paths> select(Repository const& repository, GitSelection selection, std::string const& revision) {
    bool is_new = repository.head.empty();
    if (selection == GitSelection::staged)
        return is_new ? repository.list({"ls-files", "-z", "--cached"})
                      : repository.diff({"--cached", "--diff-filter=d", repository.head});
    auto untracked = repository.list({"ls-files", "-z", "--others", "--exclude-standard"});
    auto base = repository.head;
    if (selection == GitSelection::since) {
        auto left = base_of(revision);
        if (!left) return left.error();
        base = std::move(*left);
    }
    return united(is_new ? repository.list({"ls-files", "-z", "--cached"}) : repository.diff({"--diff-filter=d", base}),
                  std::move(untracked));
}

/// The paths as git would write them; failures for what is not there or elsewhere.
std::vector<std::string> within_repository(Repository const& repository, std::vector<std::string> const& paths,
                                           std::vector<Failure>& failures) {
    std::vector<std::string> found;
    for (auto const& path : paths) {
        std::error_code error;
        auto canonical = fs::canonical(path, error).native();
        if (error) {
            failures.push_back(analyzer::system_failure(path, error.value()));
        } else if (canonical == repository.root || repository.root.starts_with(concat(canonical, "/"))) {
            found.emplace_back();
        } else if (canonical.starts_with(concat(repository.root, "/"))) {
            found.push_back(canonical.substr(repository.root.size() + 1));
        } else {
            failures.push_back(
                {path, "", concat("is outside of the repository ", repository.root), "change into its own repository"});
        }
    }
    return found;
}

bool is_within(std::string_view path, std::string_view folder) {
    if (folder.empty() || path == folder) return true;
    return path.starts_with(folder) && path[folder.size()] == '/';
}

}  // namespace

Result<GitFiles> git_files(GitSelection selection, std::string const& revision, std::vector<std::string> const& paths) {
    auto repository = find_repository();
    if (!repository) return repository.error();
    auto selected = select(*repository, selection, revision);
    if (!selected) return selected.error();
    Result<Paths> differ = Paths{};
    if (selection == GitSelection::staged) differ = repository->diff({});
    if (!differ) return differ.error();
    GitFiles result;
    auto wanted = within_repository(*repository, paths, result.failures);
    for (auto const& path : *selected) {
        if (std::none_of(wanted.begin(), wanted.end(), [&](auto const& folder) { return is_within(path, folder); }))
            continue;
        std::error_code error;
        bool is_partly = differ->contains(path);
        bool is_file = fs::is_regular_file(concat(repository->root, "/", path), error);
        // A submodule and a nested repository are folders; what another process has just removed is nothing.
        if (!is_file && !is_partly) continue;
        result.files.push_back(repository->shown(path));
        if (is_partly) result.partly_staged.push_back(result.files.back());
    }
    std::sort(result.files.begin(), result.files.end());
    std::sort(result.partly_staged.begin(), result.partly_staged.end());
    return result;
}

Result<std::string> staged_bytes(std::string const& file) {
    auto output = ask({"cat-file", "blob", concat(":./", file)});
    if (!output) return output.error();
    if (output->code == 0) return text_result(std::move(output->out));
    return Failure{file, "", concat("is not staged: ", words_of(output->err)), "stage it with git add"};
}

}  // namespace alyx::cli
