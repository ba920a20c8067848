// Steps jobs, one after the other, until a slice of time is used up.
#include "lsp/session/background.hpp"

#include <algorithm>

#include "lsp/session/session.hpp"

namespace alyx::lsp {
namespace {

using namespace std::chrono_literals;

/// An edit that comes meanwhile waits no longer than this and one file.
constexpr Duration slice = 2ms;

}  // namespace

void Background::add(std::unique_ptr<Job> job) {
    jobs_.push_back({std::move(job), false});
}

bool Background::is_pending(Id const& id) const {
    return std::any_of(jobs_.begin(), jobs_.end(), [&](Entry const& entry) { return entry.job->id == id; });
}

bool Background::is_busy() const {
    return std::any_of(jobs_.begin(), jobs_.end(), [](Entry const& entry) { return !entry.waits; });
}

bool Background::cancel(Id const& id) {
    auto at = std::find_if(jobs_.begin(), jobs_.end(), [&](Entry const& entry) { return entry.job->id == id; });
    if (at == jobs_.end()) return false;
    at->job->stop(session_);
    jobs_.erase(at);
    session_.fail(id, {ErrorCode::RequestCancelled, "cancelled"});
    return true;
}

void Background::cancel_all() {
    for (auto const& entry : jobs_) {
        entry.job->stop(session_);
        session_.fail(entry.job->id, {ErrorCode::RequestCancelled, "the server is shut down"});
    }
    jobs_.clear();
}

void Background::wake() {
    for (auto& entry : jobs_) {
        entry.job->wake();
        entry.waits = false;
    }
}

void Background::advance(Time) {
    if (!is_busy()) return;
    auto const begin = session_.environment.clock();
    do {
        auto at = std::find_if(jobs_.begin(), jobs_.end(), [](Entry const& entry) { return !entry.waits; });
        if (at == jobs_.end()) return;
        auto state = at->job->step(session_);
        if (state == Job::State::done) jobs_.erase(at);
        if (state == Job::State::waiting) at->waits = true;
    } while (session_.environment.clock() - begin < slice);
}

}  // namespace alyx::lsp
