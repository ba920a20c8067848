// Posts itself while there is work, so that bytes that come meanwhile are taken in between.
#include "lsp/transport/loop.hpp"

#include <signal.h>

#include <boost/asio/post.hpp>
#include <cerrno>

namespace alyx::lsp {

using namespace std::chrono_literals;

namespace {

constexpr auto watch_interval = 2s;

bool is_gone(std::optional<std::int64_t> process) {
    if (!process || *process <= 0 || *process > INT32_MAX) return false;
    return kill(static_cast<pid_t>(*process), 0) != 0 && errno == ESRCH;
}

}  // namespace

Loop::Loop(boost::asio::io_context& context, Environment environment, Write write, End end)
    : context_(context),
      due_(context),
      watch_(context),
      connection_(std::move(environment)),
      write_(std::move(write)),
      end_(std::move(end)) {}

void Loop::receive(std::string_view bytes) {
    connection_.receive(bytes);
    wake();
}

void Loop::bytes_ended() {
    are_bytes_over_ = true;
    wake();
}

void Loop::watch(std::optional<std::int64_t> process) {
    parent_ = process;
    check_processes();
}

void Loop::wake() {
    if (is_posted_ || has_ended_) return;
    is_posted_ = true;
    boost::asio::post(context_, [this] {
        is_posted_ = false;
        work();
    });
}

void Loop::work() {
    if (has_ended_) return;
    auto bytes = connection_.work(std::chrono::steady_clock::now());
    if (!bytes.empty()) write_(std::move(bytes));
    if (connection_.server().is_finished()) return end(connection_.server().exit_code());
    if (connection_.has_messages()) return wake();
    if (are_bytes_over_) return end(connection_.server().exit_code());
    auto deadline = connection_.next_deadline();
    due_.cancel();
    if (!deadline) return;
    if (*deadline <= std::chrono::steady_clock::now()) return wake();
    due_.expires_at(*deadline);
    due_.async_wait([this](boost::system::error_code error) {
        if (!error) wake();
    });
}

void Loop::check_processes() {
    if (has_ended_) return;
    if (is_gone(parent_) || is_gone(connection_.server().client_process())) return end(1);
    watch_.expires_after(watch_interval);
    watch_.async_wait([this](boost::system::error_code error) {
        if (!error) check_processes();
    });
}

void Loop::end(int exit_code) {
    if (std::exchange(has_ended_, true)) return;
    due_.cancel();
    watch_.cancel();
    end_(exit_code);
}

}  // namespace alyx::lsp
