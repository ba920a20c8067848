// Tells the client how far a long piece of work has come.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "lsp/protocol/lifecycle.hpp"

namespace alyx::lsp {

class Session;

/// Speaks where the client gave a token for that. Where it gave none but can show progress of the server's own, it is
/// asked for a token, if the work is long. Silent before begin() and after end().
class WorkDone {
  public:
    explicit WorkDone(std::optional<ProgressToken> token = {}) : token_(std::move(token)) {}

    /// `total`: files to look at.
    void begin(Session& session, std::size_t total);
    /// Says so in steps of a hundredth, at least.
    void report(Session& session, std::size_t done);
    void end(Session& session);

  private:
    /// Shared with the client's answer, which may come when the work is over.
    struct State {
        ProgressToken token;
        std::size_t total = 0, shown = 0;
        bool accepted = false, ended = false;
    };
    std::optional<ProgressToken> token_;
    std::shared_ptr<State> state_;

    static void open(Session& session, State& state);
    static void send(Session& session, State const& state, WorkDoneProgress const& value);
};

}  // namespace alyx::lsp
