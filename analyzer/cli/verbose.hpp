// What --verbose tells on standard error.
#pragma once

#include <chrono>
#include <span>
#include <string>
#include <vector>

#include "analyzer/cli/check_file.hpp"
#include "analyzer/cli/session.hpp"

namespace alyx::cli {

using Duration = std::chrono::steady_clock::duration;

struct FileTime {
    std::string name;
    Duration time;
};

/// How many files there are, how many were left out, and which configurations hold for how many.
void tell_selection(std::span<FileJob const> jobs, std::size_t left_out, Session& session);
/// Those that took more than 100 ms, the run as a whole, and on how many threads.
void tell_times(std::span<FileTime const> files, Duration whole, std::size_t threads);

}  // namespace alyx::cli
