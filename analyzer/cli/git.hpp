// Files that git takes for changed: --changed, --staged and --since REV.
#pragma once

#include <boost/system/result.hpp>
#include <cstdint>
#include <string>
#include <vector>

#include "analyzer/text/failure.hpp"

namespace alyx::cli {

enum class GitSelection : std::uint8_t {
    changed,  ///< in the working tree or the index against the last commit, and untracked files
    staged,   ///< in the index against the last commit
    since,    ///< against the commit where the branch left a revision, and all of `changed`
};

struct GitFiles {
    std::vector<std::string> files;  ///< relative to the current folder, in the order of their bytes
    /// With `staged`: those of them whose bytes in the index are not those in the working tree. What will be committed
    /// is what counts: read them with staged_bytes, and do not mend them.
    std::vector<std::string> partly_staged;
    std::vector<analyzer::Failure> failures;  ///< of single paths
};

/// Asks the git program about the repository around the current folder. Of the files, those that are one of `paths` or
/// within one of them. Left out are deleted files, submodules and what git ignores; a renamed file counts by its new
/// name. Before the first commit everything is new. Fails without git, outside of a repository, and for a `revision`
/// (of `since`) that names no commit.
boost::system::result<GitFiles, analyzer::Failure> git_files(GitSelection selection, std::string const& revision,
                                                             std::vector<std::string> const& paths);

/// The bytes of a file, named relative to the current folder, in the index.
boost::system::result<std::string, analyzer::Failure> staged_bytes(std::string const& file);

}  // namespace alyx::cli
