// Counts configurations, and writes times in milliseconds.
#include "analyzer/cli/verbose.hpp"

#include <map>

#include "analyzer/cli/command.hpp"
#include "analyzer/cli/terminal.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::cli {

using analyzer::concat;

namespace {

constexpr std::chrono::milliseconds worth_telling{100};

std::string milliseconds(Duration time) {
    auto count = std::chrono::duration_cast<std::chrono::milliseconds>(time).count();
    return concat(std::to_string(count), " ms");
}

}  // namespace

void tell_selection(std::span<FileJob const> jobs, std::size_t left_out, Session& session) {
    complain(concat("found ", counted(jobs.size(), "file"), "; left out as ignored or excluded: ",
                    std::to_string(left_out), left_out == 1 ? " file or folder" : " files and folders"));
    std::map<std::string, std::size_t> uses;
    for (auto const& job : jobs)
        if (auto settings = session.configurations().of_file(session.absolute(job.name))) ++uses[(*settings)->file];
    for (auto const& [file, count] : uses)
        complain(
            concat(file.empty() ? "no configuration" : "configuration ", file, " holds for ", counted(count, "file")));
}

void tell_times(std::span<FileTime const> files, Duration whole, std::size_t threads) {
    for (auto const& file : files)
        if (file.time > worth_telling) complain(concat(file.name, ": ", milliseconds(file.time)));
    complain(concat("checked ", counted(files.size(), "file"), " in ", milliseconds(whole), " on ",
                    counted(threads, "thread")));
}

}  // namespace alyx::cli
