// Finding the files to look at, and reading them.
#pragma once

#include <boost/system/result.hpp>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/text/failure.hpp"
#include "analyzer/workspace/user_excludes.hpp"

namespace alyx::analyzer {

struct DiscoverOptions {
    /// Does a folder's file matter? Called with absolute paths.
    std::function<bool(std::string const& path)> is_supported;
    bool respect_ignore_files = true;
    /// The user's own excludes, see user_excludes_file(); may be empty.
    std::string user_excludes = user_excludes_file();
    /// Is a file or folder within a folder left out? Called with absolute paths. Empty: what is_skipped_folder names.
    std::function<bool(std::string const& path, bool is_folder)> is_excluded = {};
    /// Is a file left out even where it is named? Called with canonical paths. Empty: none is.
    std::function<bool(std::string const& path)> is_forced_out = {};
};

/// What was found, by the names the user would write: `a.py` for the argument `.`, `src/a.py` for `src`.
struct Discovered {
    std::vector<std::string> files;
    std::vector<Failure> failures;
    std::size_t left_out = 0;  ///< folders, and files that are understood, that were met and are ignored or excluded
};

/// The files of `paths`, in the order of the arguments and, within a folder, in the order of their bytes; each once,
/// whatever it is called.
/// A file named in `paths` is always taken, unless forced out, and a folder always walked, even if ignored or of an
/// unknown kind. Within folders, what ignore files exclude, what is excluded and what is not supported is left out,
/// symbolic links to files are followed and those to folders are not.
/// Ignore files count from the repository around a folder downwards; outside of any, from the folder downwards.
Discovered discover(std::vector<std::string> const& paths, DiscoverOptions const& options);

/// Folders of tools, never walked unless named: `.git`, `node_modules`, `build` ….
bool is_skipped_folder(std::string_view name);

inline constexpr std::size_t default_size_limit = std::size_t{64} << 20;

/// The bytes of a regular file, read to its end even if it grows or shrinks meanwhile. Refuses folders, pipes and
/// devices without waiting for them, and more than `limit` bytes.
boost::system::result<std::string, Failure> read_file(std::string const& path, std::size_t limit = default_size_limit);

/// Is there a NUL in the first 8 KiB? What git takes for binary.
bool is_binary(std::string_view bytes);

}  // namespace alyx::analyzer
