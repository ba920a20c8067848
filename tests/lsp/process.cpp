// Starts the program, and reads from it without waiting for ever.
#include "tests/lsp/process.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <thread>

namespace alyx::tests {

using namespace std::chrono_literals;

namespace {
constexpr auto patience = 20s;
}

Process::Process(std::vector<std::string> const& arguments) {
    signal(SIGPIPE, SIG_IGN);
    std::array<int, 2> in{}, out{}, err{};
    for (auto* ends : {&in, &out, &err})
        if (pipe2(ends->data(), O_CLOEXEC) != 0) return;
    child_ = fork();
    if (child_ == 0) {
        dup2(in[0], 0);
        dup2(out[1], 1);
        dup2(err[1], 2);
        std::vector<char*> argv{const_cast<char*>("alyxls")};
        for (auto const& argument : arguments) argv.push_back(const_cast<char*>(argument.c_str()));
        argv.push_back(nullptr);
        execv(ALYXLS, argv.data());
        _exit(127);
    }
    for (int end : {in[0], out[1], err[1]}) close(end);
    in_ = in[1];
    out_ = out[0];
    err_ = err[0];
}

Process::~Process() {
    if (child_ > 0) {
        kill(child_, SIGKILL);
        waitpid(child_, nullptr, 0);
    }
    for (int end : {in_, out_, err_})
        if (end >= 0) close(end);
}

void Process::close_input() {
    close(in_);
    in_ = -1;
}

int Process::wait() {
    for (auto end = std::chrono::steady_clock::now() + patience; std::chrono::steady_clock::now() < end;) {
        int status = 0;
        if (waitpid(child_, &status, WNOHANG) == child_) {
            child_ = -1;
            return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
        }
        std::this_thread::sleep_for(5ms);
    }
    return -1;
}

void write_all(int descriptor, std::string_view bytes) {
    while (!bytes.empty()) {
        auto count = write(descriptor, bytes.data(), bytes.size());
        if (count <= 0) return;
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
}

std::string read_until(int descriptor, std::string_view text, std::size_t times) {
    std::string all;
    auto end = std::chrono::steady_clock::now() + patience;
    auto count = [&] {
        std::size_t found = 0;
        for (auto at = all.find(text); at != all.npos; at = all.find(text, at + text.size())) ++found;
        return found;
    };
    while (count() < times && std::chrono::steady_clock::now() < end) {
        pollfd wanted{descriptor, POLLIN, 0};
        if (poll(&wanted, 1, 100) <= 0) continue;
        std::array<char, 4096> buffer;
        auto got = read(descriptor, buffer.data(), buffer.size());
        if (got <= 0) break;
        all.append(buffer.data(), static_cast<std::size_t>(got));
    }
    return all;
}

}  // namespace alyx::tests
