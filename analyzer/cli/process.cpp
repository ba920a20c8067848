// posix_spawn with two pipes, both read as they fill.
#include "analyzer/cli/process.hpp"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <string_view>

#include "analyzer/workspace/descriptor.hpp"

namespace alyx::cli {
namespace {

using analyzer::Descriptor;
using analyzer::Failure;

class FileActions {
  public:
    FileActions() { ::posix_spawn_file_actions_init(&actions_); }
    FileActions(FileActions const&) = delete;
    FileActions& operator=(FileActions const&) = delete;
    ~FileActions() { ::posix_spawn_file_actions_destroy(&actions_); }
    posix_spawn_file_actions_t* get() { return &actions_; }

  private:
    posix_spawn_file_actions_t actions_{};
};

std::vector<char*> pointers(std::vector<std::string> const& texts) {
    std::vector<char*> result;
    for (auto const& text : texts) result.push_back(const_cast<char*>(text.c_str()));
    result.push_back(nullptr);
    return result;
}

/// This process's environment, in which the added variables take the place of theirs.
std::vector<std::string> with_environment(std::vector<std::string> added) {
    auto is_added = [&](std::string_view variable) {
        auto name = variable.substr(0, variable.find('=') + 1);
        return std::any_of(added.begin(), added.end(), [&](std::string const& a) { return a.starts_with(name); });
    };
    std::vector<std::string> all;
    for (char** variable = environ; *variable; ++variable)
        if (!is_added(*variable)) all.emplace_back(*variable);
    all.insert(all.end(), added.begin(), added.end());
    return all;
}

void read_both(std::array<int, 2> from, std::array<std::string*, 2> to) {
    std::array<pollfd, 2> waiting{{{from[0], POLLIN, 0}, {from[1], POLLIN, 0}}};
    std::array<char, 1 << 16> block;
    while (waiting[0].fd >= 0 || waiting[1].fd >= 0) {
        if (::poll(waiting.data(), waiting.size(), -1) < 0 && errno != EINTR) return;
        for (std::size_t i = 0; i < 2; ++i) {
            if (waiting[i].fd < 0 || waiting[i].revents == 0) continue;
            auto n = ::read(waiting[i].fd, block.data(), block.size());
            if (n > 0) to[i]->append(block.data(), static_cast<std::size_t>(n));
            if (n == 0 || (n < 0 && errno != EINTR)) waiting[i].fd = -1;
        }
    }
}

int wait_for(pid_t child) {
    int status = 0;
    while (::waitpid(child, &status, 0) < 0)
        if (errno != EINTR) return -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

Failure not_started(std::string const& program, int error) {
    auto failure = analyzer::system_failure(program, error);
    failure.reason.insert(0, "cannot be run: ");
    return failure;
}

}  // namespace

boost::system::result<ProcessOutput, Failure> run_process(std::vector<std::string> const& arguments,
                                                          std::vector<std::string> const& environment) {
    std::array<int, 2> out{-1, -1}, err{-1, -1};
    if (::pipe2(out.data(), O_CLOEXEC) != 0) return not_started(arguments[0], errno);
    Descriptor out_read(out[0]), out_write(out[1]);
    if (::pipe2(err.data(), O_CLOEXEC) != 0) return not_started(arguments[0], errno);
    Descriptor err_read(err[0]), err_write(err[1]);
    FileActions actions;
    ::posix_spawn_file_actions_addopen(actions.get(), STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    ::posix_spawn_file_actions_adddup2(actions.get(), out_write.get(), STDOUT_FILENO);
    ::posix_spawn_file_actions_adddup2(actions.get(), err_write.get(), STDERR_FILENO);
    auto variables = with_environment(environment);
    pid_t child = -1;
    int error = ::posix_spawnp(&child, arguments[0].c_str(), actions.get(), nullptr, pointers(arguments).data(),
                               pointers(variables).data());
    if (error != 0) return not_started(arguments[0], error);
    out_write.close();
    err_write.close();
    ProcessOutput output;
    read_both({out_read.get(), err_read.get()}, {&output.out, &output.err});
    output.code = wait_for(child);
    return output;
}

}  // namespace alyx::cli
