// A thread paints; those that work only count.
#include "analyzer/cli/progress.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <string_view>
#include <tuple>

#include "analyzer/text/concat.hpp"

namespace alyx::cli {
namespace {

constexpr std::string_view erase_line = "\r\x1b[K";

/// At once and past stdio: a terminal that goes away is no failure of the run.
void show(std::string_view text) {
    while (!text.empty()) {
        auto n = ::write(STDERR_FILENO, text.data(), text.size());
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) return;
        text.remove_prefix(static_cast<std::size_t>(n));
    }
}

std::size_t terminal_width() {
    winsize size{};
    bool known = ::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
    return known ? size.ws_col : 80;
}

}  // namespace

bool wants_progress() {
    char const* no_color = std::getenv("NO_COLOR");
    char const* term = std::getenv("TERM");
    if ((no_color && *no_color) || !term || std::string_view(term) == "dumb") return false;
    return ::isatty(STDERR_FILENO) != 0;
}

std::string progress_line(std::size_t done, std::size_t total, std::size_t width) {
    constexpr std::size_t widest = 40, narrowest = 5;
    done = std::min(done, total);
    auto count = analyzer::concat(std::to_string(done), "/", std::to_string(total), " files");
    auto line = analyzer::concat("Checking ", count);
    // Two brackets and a blank; a line that fills the terminal would wrap.
    if (width > line.size() + narrowest + 3) {
        auto room = std::min(widest, width - line.size() - 4);
        auto filled = total == 0 ? room : room * done / total;
        std::string bar(room, ' ');
        std::fill_n(bar.begin(), filled, '=');
        if (filled < room) bar[filled] = '>';
        line = analyzer::concat("Checking [", bar, "] ", count);
    }
    return line.size() < width ? line : line.substr(0, width == 0 ? 0 : width - 1);
}

Progress::Progress(std::size_t total, bool shown, std::chrono::milliseconds delay) : total_(total) {
    if (shown) painter_ = std::jthread([this, delay](std::stop_token stop) { paint(std::move(stop), delay); });
}

void Progress::finish() {
    if (!painter_.joinable()) return;
    painter_.request_stop();
    painter_.join();
}

void Progress::paint(std::stop_token stop, std::chrono::milliseconds delay) {
    constexpr std::chrono::milliseconds between{100};
    std::unique_lock lock(mutex_);
    bool painted = false;
    for (auto pause = delay;; pause = between) {
        finished_.wait_for(lock, stop, pause, [] { return false; });
        if (stop.stop_requested()) break;
        painted = true;
        show(analyzer::concat(erase_line,
                              progress_line(done_.load(std::memory_order_relaxed), total_, terminal_width())));
    }
    if (painted) show(erase_line);
}

}  // namespace alyx::cli
