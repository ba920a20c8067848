// One client's bytes to its server and back, whatever carries them.
#pragma once

#include <deque>
#include <optional>
#include <string>
#include <string_view>

#include "lsp/server/server.hpp"
#include "lsp/transport/frame.hpp"

namespace alyx::lsp {

/// Messages wait in a queue, in which a cancellation finds what it is about. They go before what the server does by
/// itself, so that diagnostics are those of the last of several edits.
class Connection {
  public:
    explicit Connection(Environment environment, std::size_t frame_limit = default_frame_limit)
        : server_(std::move(environment)), reader_(frame_limit) {}

    void receive(std::string_view bytes);
    /// Handles one message, or else does what is due. The frames to send, one after the other.
    std::string work(Time now);
    /// When `work` is to be called if nothing comes: Time::min() stands for at once, nothing for never.
    std::optional<Time> next_deadline() const;
    bool has_messages() const { return !inbox_.empty(); }

    Server const& server() const { return server_; }

  private:
    Server server_;
    FrameReader reader_;
    std::deque<Frame> inbox_;
};

}  // namespace alyx::lsp
