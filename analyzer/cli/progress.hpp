// A progress bar for long runs that somebody watches.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <string>
#include <thread>

namespace alyx::cli {

/// Is standard error a terminal that can go back in a line? Not where NO_COLOR is set or TERM is dumb.
bool wants_progress();

/// `Checking [======>       ] 12/40 files`, in `width` columns at most.
std::string progress_line(std::size_t done, std::size_t total, std::size_t width);

/// Shows on standard error how many of `total` files are done, once that takes longer than `delay`, and takes it away
/// when it ends: before anything else is printed.
class Progress {
  public:
    /// Not `shown`: only counts.
    Progress(std::size_t total, bool shown, std::chrono::milliseconds delay = std::chrono::milliseconds{500});
    Progress(Progress const&) = delete;
    Progress& operator=(Progress const&) = delete;
    ~Progress() { finish(); }

    /// One more is done. From any thread.
    void advance() { done_.fetch_add(1, std::memory_order_relaxed); }
    /// Takes the bar away, for good.
    void finish();

  private:
    std::atomic<std::size_t> done_ = 0;
    std::size_t total_;
    std::mutex mutex_;
    std::condition_variable_any finished_;
    std::jthread painter_;

    void paint(std::stop_token stop, std::chrono::milliseconds delay);
};

}  // namespace alyx::cli
