// The one thread in which a connection's messages are handled: wakes for bytes, for what is due, for the end.
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "lsp/transport/connection.hpp"

namespace alyx::lsp {

class Loop {
  public:
    using Write = std::function<void(std::string bytes)>;
    /// Called once: the client said `exit`, its bytes have ended and all is answered, or its process is gone.
    using End = std::function<void(int exit_code)>;

    Loop(boost::asio::io_context& context, Environment environment, Write write, End end);
    Loop(Loop const&) = delete;
    Loop& operator=(Loop const&) = delete;

    void receive(std::string_view bytes);
    void bytes_ended();
    /// Ends with this process; the one that `initialize` names is watched anyway.
    void watch(std::optional<std::int64_t> process);

  private:
    void wake();
    void work();
    void end(int exit_code);
    void check_processes();

    boost::asio::io_context& context_;
    boost::asio::steady_timer due_, watch_;
    Connection connection_;
    Write write_;
    End end_;
    std::optional<std::int64_t> parent_;
    bool is_posted_ = false, has_ended_ = false, are_bytes_over_ = false;
};

}  // namespace alyx::lsp
