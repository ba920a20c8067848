// The baseline: a file of findings that were there when checking began, and do not count.
#pragma once

#include <boost/system/result.hpp>
#include <compare>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/text/failure.hpp"

namespace alyx::analyzer {

struct BaselineEntry {
    std::string file;  ///< relative to the baseline's folder, with slashes
    std::string fingerprint;
    std::string rule;     ///< code; for people, as is the message
    std::string message;  ///< when it was written

    auto key() const { return std::pair(std::string_view(file), std::string_view(fingerprint)); }
};

class Baseline {
  public:
    /// An empty one that will stand at `path`.
    explicit Baseline(std::string path);
    /// Says where a broken file is broken. One that is not there is a failure too.
    static boost::system::result<Baseline, Failure> read(std::string const& path);

    std::string const& path() const { return path_; }
    std::vector<BaselineEntry> const& entries() const { return entries_; }
    /// The name that a file has in here; `file` is relative to the current folder, or absolute.
    std::string name_of(std::string const& file) const;
    /// `name` as name_of() gives it.
    bool contains(std::string_view name, std::string_view fingerprint) const;

    struct Change {
        std::size_t added = 0, removed = 0;
    };
    /// Puts what was found in the files `looked_at` in the place of what was known of them, and forgets files that are
    /// gone. All names as name_of() gives them. Entries of rules that were not `asked` (by code; empty: all were) stay.
    Change update(std::vector<BaselineEntry> found, std::vector<std::string> looked_at,
                  std::function<bool(std::string_view)> const& asked = {});
    /// The text of the file: JSON with an entry a line, sorted, so that versions compare well.
    std::string to_text() const;

  private:
    std::string path_, folder_;
    std::vector<BaselineEntry> entries_;  ///< by file and fingerprint, each once
};

}  // namespace alyx::analyzer
