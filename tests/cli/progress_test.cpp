// The progress bar, in a terminal of its own.
#include "analyzer/cli/progress.hpp"

#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <boost/test/unit_test.hpp>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <thread>
#include <tuple>

namespace {

using alyx::cli::Progress;
using alyx::cli::progress_line;
using std::chrono::milliseconds;

/// What stands on the terminal, byte by byte, after `work` was done in it and "end" was printed. `term`: its TERM.
template <class Work>
std::string in_terminal(std::string const& term, Work work) {
    int terminal = -1;
    winsize size{24, 60, 0, 0};
    auto child = ::forkpty(&terminal, nullptr, nullptr, &size);
    BOOST_REQUIRE(child >= 0);
    if (child == 0) {
        ::setenv("TERM", term.c_str(), 1);
        ::unsetenv("NO_COLOR");
        work();
        std::fputs("end\n", stderr);
        ::_exit(0);
    }
    std::string shown;
    std::array<char, 4096> block;
    while (true) {
        // When the other side is gone, reading fails.
        auto n = ::read(terminal, block.data(), block.size());
        if (n <= 0) break;
        shown.append(block.data(), static_cast<std::size_t>(n));
    }
    ::waitpid(child, nullptr, 0);
    ::close(terminal);
    return shown;
}

void run(milliseconds time) {
    Progress progress(4, alyx::cli::wants_progress(), milliseconds{50});
    for (int i = 0; i < 4; ++i) {
        std::this_thread::sleep_for(time / 4);
        progress.advance();
    }
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_line_says_how_far_it_is_and_fits) {
    BOOST_TEST(progress_line(0, 4, 40) == "Checking [>                 ] 0/4 files");
    BOOST_TEST(progress_line(2, 4, 40) == "Checking [=========>        ] 2/4 files");
    BOOST_TEST(progress_line(4, 4, 40) == "Checking [==================] 4/4 files");
    BOOST_TEST(progress_line(1, 3, 200).size() == 61U);
    BOOST_TEST(progress_line(12, 40, 26) == "Checking 12/40 files");
    for (std::size_t width = 0; width < 200; ++width) {
        BOOST_TEST(progress_line(7, 12345, width).size() <= (width == 0 ? 0 : width - 1));
        BOOST_TEST(progress_line(0, 0, width).size() <= (width == 0 ? 0 : width - 1));
    }
}

BOOST_AUTO_TEST_CASE(a_long_run_shows_a_bar_that_is_gone_in_the_end) {
    auto shown = in_terminal("xterm", [] { run(milliseconds{800}); });
    BOOST_TEST(shown.find("Checking [") != shown.npos, shown);
    BOOST_TEST(shown.find("/4 files") != shown.npos, shown);
    BOOST_TEST(shown.ends_with("\r\x1b[Kend\r\n"), shown);
    BOOST_TEST(shown.find('\n') == shown.size() - 1);
}

BOOST_AUTO_TEST_CASE(a_short_run_a_dumb_terminal_and_none_at_all_show_nothing) {
    BOOST_TEST(in_terminal("xterm", [] { run(milliseconds{4}); }) == "end\r\n");
    BOOST_TEST(in_terminal("dumb", [] { run(milliseconds{300}); }) == "end\r\n");
    BOOST_TEST(in_terminal("xterm", [] {
                   ::setenv("NO_COLOR", "1", 1);
                   run(milliseconds{300});
               }) == "end\r\n");
    BOOST_TEST(in_terminal("xterm", [] {
                   int terminal = ::dup(STDERR_FILENO);
                   std::ignore = ::freopen("/dev/null", "w", stderr);
                   run(milliseconds{300});
                   ::dup2(terminal, STDERR_FILENO);
               }) == "end\r\n");
}
