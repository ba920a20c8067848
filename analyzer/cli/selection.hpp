// Which files a run looks at: paths, lists of paths, what git sees changed, one part of several.
#pragma once

#include <boost/system/result.hpp>
#include <string>
#include <vector>

#include "analyzer/workspace/files.hpp"

namespace alyx::cli {

struct SelectionOptions {
    std::vector<std::string> paths;  ///< without any, and without a list, the current folder
    std::string files_from;          ///< see read_input; empty: no list
    bool changed = false;            ///< these three exclude each other
    bool staged = false;
    std::string since;  ///< empty: not asked for
    std::string shard;  ///< `I/N`; empty: all
};

struct Selection {
    std::vector<std::string> files;       ///< in the order of discover()
    std::vector<std::string> from_index;  ///< sorted: those to be read with staged_bytes(), and not to be mended
    std::vector<analyzer::Failure> failures;
    std::size_t left_out = 0;  ///< see discover()

    bool is_from_index(std::string const& file) const;
};

/// What git sees changed is only looked at where a run without it would look at it, too. Fails where the options make
/// no sense together or cannot be answered; a single path that is wrong is one of the failures of the selection.
boost::system::result<Selection, analyzer::Failure> select_files(SelectionOptions const& options,
                                                                 analyzer::DiscoverOptions const& discover_options);

}  // namespace alyx::cli
