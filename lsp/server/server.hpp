// The language server: messages in, messages out. No I/O, no clock, no thread.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "lsp/session/session.hpp"

namespace alyx::lsp {

using Messages = std::vector<std::string>;

/// One client's server. Takes any bytes; each request is answered once. Bodies of messages are JSON, without headers.
class Server {
  public:
    explicit Server(Environment environment);

    Messages handle(std::string_view message);
    /// Does what is due, in a slice of some milliseconds.
    Messages advance(Time now);
    /// When `advance` is to be called; Time::min() stands for at once, nothing for never.
    std::optional<Time> next_deadline() const;
    /// A request that is still to come is not to be worked on: `$/cancelRequest` has overtaken it.
    void cancel(Id const& id);

    /// The client said `exit`.
    bool is_finished() const { return phase_ == Phase::finished; }
    /// As the protocol wants it: 1 where the end came without `shutdown`.
    int exit_code() const { return was_shut_down_ ? 0 : 1; }
    /// The client's process, whose end is the server's too.
    std::optional<std::int64_t> client_process() const { return client_process_; }

  private:
    enum class Phase : std::uint8_t { fresh, initialized, shut_down, finished };
    void dispatch(Message const& message);
    void request(Message const& message);
    void notification(Message const& message);
    json::value initialize(InitializeParams const& params);
    std::optional<ResponseError> refusal(Message const& request);
    void trace(Message const& message);

    Session session_;
    Phase phase_ = Phase::fresh;
    bool was_shut_down_ = false;
    std::optional<std::int64_t> client_process_;
    std::set<Id> cancelled_;
};

}  // namespace alyx::lsp
