// Runs alyxlint as a user would.
#include "tests/cli/program.hpp"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>

namespace {

std::string contents(std::filesystem::path const& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

Ran run(std::vector<std::string> const& arguments, std::string const& input, std::string const& folder,
        std::string const& output) {
    // Files in place of pipes: nothing can wait for the other side.
    char pattern[] = "/tmp/alyx-test-XXXXXX";
    std::filesystem::path at = mkdtemp(pattern);
    std::ofstream(at / "in", std::ios::binary) << input;
    auto child = fork();
    if (child == 0) {
        auto redirect = [&](char const* name, int flags, int to) { dup2(open((at / name).c_str(), flags, 0600), to); };
        redirect("in", O_RDONLY, 0);
        redirect("out", O_WRONLY | O_CREAT, 1);
        if (!output.empty()) dup2(open(output.c_str(), O_WRONLY), 1);
        redirect("err", O_WRONLY | O_CREAT, 2);
        // Wholly without privileges, or else the system keeps sanitizers from looking into the program.
        auto user = geteuid();
        if (getuid() != user && setresuid(user, user, user) != 0) _exit(127);
        if (chdir(folder.c_str()) != 0) _exit(127);
        std::vector<char*> argv{const_cast<char*>("alyxlint")};
        for (auto const& argument : arguments) argv.push_back(const_cast<char*>(argument.c_str()));
        argv.push_back(nullptr);
        execv(ALYXLINT, argv.data());
        _exit(127);
    }
    int status = 0;
    waitpid(child, &status, 0);
    Ran ran{WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status), contents(at / "out"),
            contents(at / "err")};
    std::filesystem::remove_all(at);
    return ran;
}
