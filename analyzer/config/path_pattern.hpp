// A pattern of a configuration for the paths of files and folders.
#pragma once

#include <boost/system/result.hpp>
#include <string>
#include <string_view>

#include "analyzer/text/failure.hpp"
#include "analyzer/workspace/glob.hpp"

namespace alyx::analyzer {

/// Reads as a line of `.gitignore` does: without a slash (`old`, `*.ipynb`) it is for names at any depth, with one
/// (`tests/*.py`, `/old`) for paths from `folder` on, with one behind (`old/`) for folders only; `**` goes across
/// folders. A pattern that begins with the folder's own path is taken without it.
class PathPattern {
  public:
    /// `folder` is absolute. The failure has a reason and a remedy only.
    static boost::system::result<PathPattern, Failure> parse(std::string_view folder, std::string_view pattern);

    /// Does it match this path (absolute, canonical) itself? Outside of its folder only names can match.
    bool matches(std::string_view path, bool is_folder) const;
    /// Does it match this file, or one of the folders below the pattern's own in which the file lies?
    bool covers(std::string_view path) const;

    std::string const& text() const { return text_; }
    std::string const& folder() const { return folder_; }

  private:
    std::string text_;    ///< as it was written
    std::string folder_;  ///< without a slash behind
    Glob glob_;
    bool only_name_ = false;
    bool only_folders_ = false;
};

}  // namespace alyx::analyzer
