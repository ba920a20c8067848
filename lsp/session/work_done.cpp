// `$/progress`, with the client's token or one of our own.
#include "lsp/session/work_done.hpp"

#include <algorithm>

#include "analyzer/text/concat.hpp"
#include "lsp/session/session.hpp"

namespace alyx::lsp {
namespace {

/// Fewer files are looked through before one has read that it is being done.
constexpr std::size_t many = 200;

struct CreateParams {
    ProgressToken token;
};
BOOST_DESCRIBE_STRUCT(CreateParams, (), (token))

}  // namespace

void WorkDone::begin(Session& session, std::size_t total) {
    if (state_) return;
    bool can_ask =
        is_supported(session.client, &ClientCapabilities::window, &WindowClientCapabilities::workDoneProgress);
    if (!token_ && (!can_ask || total < many)) return;
    state_ = std::make_shared<State>();
    state_->total = std::max<std::size_t>(total, 1);
    if (token_) {
        state_->token = *token_;
        return open(session, *state_);
    }
    state_->token = analyzer::concat("alyxls-", std::to_string(++session.last_progress));
    session.request("window/workDoneProgress/create", encode(CreateParams{state_->token}),
                    [state = state_](Session& answered, json::value const* result) {
                        if (result && !state->ended) open(answered, *state);
                    });
}

void WorkDone::open(Session& session, State& state) {
    state.accepted = true;
    send(session, state,
         {"begin", analyzer::concat("alyxls: checking ", std::to_string(state.total), " files"), {}, 0});
}

void WorkDone::report(Session& session, std::size_t done) {
    if (!state_ || !state_->accepted || state_->ended) return;
    auto percent = done * 100 / state_->total;
    if (percent <= state_->shown || percent > 100) return;
    state_->shown = percent;
    send(session, *state_, {"report", {}, {}, static_cast<std::uint32_t>(percent)});
}

void WorkDone::end(Session& session) {
    if (!state_ || state_->ended) return;
    state_->ended = true;
    if (state_->accepted) send(session, *state_, {"end", {}, {}, {}});
}

void WorkDone::send(Session& session, State const& state, WorkDoneProgress const& value) {
    session.notify("$/progress", ProgressParams{state.token, encode(value)});
}

}  // namespace alyx::lsp
