// Watching in a process of its own, as it runs for a user: until Ctrl-C.
#include "analyzer/cli/watch.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <chrono>
#include <csignal>
#include <cstdio>

#include "analyzer/host/host.hpp"
#include "analyzer/workspace/files.hpp"
#include "tests/workspace/temporary_folder.hpp"

namespace {

using namespace alyx::analyzer::testing;
using namespace alyx::cli;
namespace data = boost::unit_test::data;

/// Watches a folder and prints a line for each check: what has changed, `-` before what is gone.
class Watching {
  public:
    Watching(TemporaryFolder const& folder, bool polls) {
        BOOST_REQUIRE(::pipe(pipe_.data()) == 0);
        child_ = ::fork();
        if (child_ != 0) {
            ::close(pipe_[1]);
            return;
        }
        ::dup2(pipe_[1], STDOUT_FILENO);
        std::signal(SIGINT, SIG_DFL);
        if (::chdir(folder.path().c_str()) != 0) ::_exit(1);
        watch(
            {.paths = {"."}, .polls = polls},
            [] {
                return Watched{alyx::analyzer::discover({"."}, {.is_supported = alyx::analyzer::is_host_file}).files,
                               {"alyxlint.toml"}};
            },
            [](Changes const& changes) {
                std::string line;
                for (auto const& file : changes.changed) line += " " + file;
                for (auto const& file : changes.gone) line += " -" + file;
                std::printf("checked%s of %zu\n", line.c_str(), changes.files.size());
            });
    }
    Watching(Watching const&) = delete;
    Watching& operator=(Watching const&) = delete;
    ~Watching() {
        if (child_ > 0) end(SIGKILL);
        ::close(pipe_[0]);
    }

    /// What has been printed when `text` is there, or after ten seconds.
    std::string until(std::string const& text) { return read_until(text, std::chrono::seconds{10}); }
    std::string quietly_for(std::chrono::milliseconds time) { return read_until("\x01", time); }
    /// How the signal ends it: as wait(2) says.
    int end(int signal) {
        int status = 0;
        ::kill(child_, signal);
        ::waitpid(child_, &status, 0);
        child_ = -1;
        return status;
    }

  private:
    std::array<int, 2> pipe_{};
    pid_t child_ = -1;

    std::string read_until(std::string const& text, std::chrono::milliseconds time) {
        std::string printed;
        auto end = std::chrono::steady_clock::now() + time;
        std::array<char, 4096> block;
        while (printed.find(text) == printed.npos) {
            auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - std::chrono::steady_clock::now());
            pollfd waiting{pipe_[0], POLLIN, 0};
            if (left.count() <= 0 || ::poll(&waiting, 1, static_cast<int>(left.count())) <= 0) break;
            auto n = ::read(pipe_[0], block.data(), block.size());
            if (n <= 0) break;
            printed.append(block.data(), static_cast<std::size_t>(n));
        }
        return printed;
    }
};

bool has(std::string const& text, std::string const& part) {
    return text.find(part) != std::string::npos;
}

/// Not just now: a file that was written in the last moments may be looked at once more.
void write_long_ago(TemporaryFolder const& folder, std::string const& name) {
    folder.write(name, "old");
    timespec const times[2] = {{1'000'000'000, 0}, {1'000'000'000, 0}};
    BOOST_REQUIRE(::utimensat(AT_FDCWD, (folder / name).c_str(), times, 0) == 0);
}

}  // namespace

BOOST_DATA_TEST_CASE(only_what_has_changed_is_checked_again, data::make({false, true}), polls) {
    TemporaryFolder folder;
    for (auto const* name : {"a.py", "sub/b.py", "text.txt"}) write_long_ago(folder, name);
    Watching watching(folder, polls);
    auto first = watching.until("of 2\n");
    BOOST_TEST(has(first, "] watching for changes\n"));
    BOOST_TEST(has(first, "checked a.py sub/b.py of 2\n"));
    folder.write("sub/b.py", "new");
    auto second = watching.until("of 2\n");
    BOOST_TEST(has(second, "] sub/b.py has changed\n"));
    BOOST_TEST(has(second, "checked sub/b.py of 2\n"));
    // A new file in a new folder.
    folder.write("more/deep/c.py");
    BOOST_TEST(has(watching.until("of 3\n"), "checked more/deep/c.py of 3\n"));
    folder.write("more/deep/c.py", "1");
    BOOST_TEST(has(watching.until("of 3\n"), "checked more/deep/c.py of 3\n"));
    ::unlink((folder / "a.py").c_str());
    auto gone = watching.until("of 2\n");
    BOOST_TEST(has(gone, "] a.py is gone\n"));
    BOOST_TEST(has(gone, "checked -a.py of 2\n"));
    // An editor writes beside the file and renames; the configuration comes.
    folder.write("x.tmp", "2");
    BOOST_REQUIRE(::rename((folder / "x.tmp").c_str(), (folder / "sub/b.py").c_str()) == 0);
    BOOST_TEST(has(watching.until("of 2\n"), "checked sub/b.py of 2\n"));
    folder.write("alyxlint.toml");
    auto all = watching.until("of 2\n");
    BOOST_TEST(has(all, "] the configuration has changed\n"));
    BOOST_TEST(has(all, "checked more/deep/c.py sub/b.py of 2\n"));
    int status = watching.end(SIGINT);
    BOOST_TEST(WIFSIGNALED(status));
    BOOST_TEST(WTERMSIG(status) == SIGINT);
}

BOOST_AUTO_TEST_CASE(what_is_not_looked_at_wakes_nobody_up_and_a_burst_is_one_change) {
    TemporaryFolder folder;
    write_long_ago(folder, "a.py");
    Watching watching(folder, false);
    BOOST_TEST(has(watching.until("of 1\n"), "checked a.py of 1\n"));
    folder.write("text.txt");
    folder.write(".git/index");
    BOOST_TEST(watching.quietly_for(std::chrono::milliseconds{400}) == "");
    for (int i = 0; i < 20; ++i) {
        folder.write("a.py", std::to_string(i));
        ::usleep(10'000);
    }
    auto burst = watching.until("of 1\n") + watching.quietly_for(std::chrono::milliseconds{400});
    BOOST_TEST(burst.find("checked a.py of 1\n") == burst.rfind("checked a.py of 1\n"));
}
