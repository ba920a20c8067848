// Requests that are answered later: their work is done in slices, so that no edit waits for it.
#pragma once

#include <memory>
#include <vector>

#include "lsp/protocol/message.hpp"
#include "lsp/session/bundle.hpp"

namespace alyx::lsp {

class Session;

/// The work for one request. It replies itself, when it is done.
class Job {
  public:
    explicit Job(Id request) : id(std::move(request)) {}
    virtual ~Job() = default;
    Job(Job const&) = delete;
    Job& operator=(Job const&) = delete;

    enum class State : std::uint8_t {
        working,
        waiting,  ///< for something to change
        done,
    };
    /// Does some work: about one file.
    virtual State step(Session& session) = 0;
    /// Something in the workspace has changed: what waits is to look again.
    virtual void wake() {}
    /// It is cancelled, and is not stepped again.
    virtual void stop(Session&) {}

    Id const id;
};

class Background {
  public:
    explicit Background(Session& session) : session_(session) {}

    void add(std::unique_ptr<Job> job);
    bool is_pending(Id const& id) const;
    bool is_busy() const;
    /// Answers that the request is cancelled; false where no such request is being worked on.
    bool cancel(Id const& id);
    void cancel_all();
    void wake();
    /// Works for some milliseconds.
    void advance(Time now);

  private:
    struct Entry {
        std::unique_ptr<Job> job;
        bool waits = false;
    };
    Session& session_;
    std::vector<Entry> jobs_;
};

}  // namespace alyx::lsp
