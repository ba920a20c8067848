// One file of a run: read, mended where that is wanted, analysed.
#pragma once

#include <optional>
#include <string>

#include "analyzer/cli/options.hpp"
#include "analyzer/cli/record.hpp"
#include "analyzer/cli/session.hpp"

namespace alyx::cli {

struct FileJob {
    enum class From : std::uint8_t {
        disk,
        index,  ///< of git: what is staged. It is not mended
        input,  ///< standard input, which goes by this name
    };
    std::string name;  ///< as the user names it
    From from = From::disk;
};

struct FileResult {
    RunResult found;
    std::string diff;                 ///< what the fixes would change
    std::optional<std::string> text;  ///< of standard input: its bytes, mended where that was wanted
    std::size_t comments = 0;         ///< that --add-ignore wrote
    std::vector<std::string> notes;   ///< for standard error: what was not done, and why that is no failure

    /// Adds what another file came to.
    void append(FileResult&& other);
};

/// From any thread.
FileResult check_file(FileJob const& job, Session& session, CheckOptions const& options);

}  // namespace alyx::cli
