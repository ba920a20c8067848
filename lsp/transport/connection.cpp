// Queues frames, and hands them to the server.
#include "lsp/transport/connection.hpp"

#include <algorithm>

namespace alyx::lsp {

namespace {

/// The request that a `$/cancelRequest` is about.
std::optional<Id> cancelled_by(Frame const& frame) {
    if (frame.body.find("$/cancelRequest") == std::string::npos) return std::nullopt;
    auto received = read_message(frame.body);
    auto const* message = std::get_if<Message>(&received.content);
    CancelParams params;
    Mismatch why;
    bool cancels = message && !message->id && message->method == "$/cancelRequest";
    return cancels && decode(message->params, params, why) ? std::optional(params.id) : std::nullopt;
}

bool is_request(Frame const& frame, Id const& id) {
    auto received = read_message(frame.body);
    auto const* message = std::get_if<Message>(&received.content);
    return message && message->id == id && !message->method.empty();
}

}  // namespace

void Connection::receive(std::string_view bytes) {
    reader_.feed(bytes);
    while (auto frame = reader_.next()) {
        auto id = cancelled_by(*frame);
        bool waits = id && std::any_of(inbox_.begin(), inbox_.end(),
                                       [&](Frame const& queued) { return is_request(queued, *id); });
        if (waits)
            server_.cancel(*id);
        else
            inbox_.push_back(std::move(*frame));
    }
}

std::string Connection::work(Time now) {
    Messages messages;
    if (inbox_.empty()) {
        messages = server_.advance(now);
    } else {
        auto frame = std::move(inbox_.front());
        inbox_.pop_front();
        if (frame.problem.empty())
            messages = server_.handle(frame.body);
        else
            messages.push_back(write_error({}, {ErrorCode::ParseError, frame.problem}));
    }
    std::string bytes;
    for (auto const& message : messages) bytes += framed(message);
    return bytes;
}

std::optional<Time> Connection::next_deadline() const {
    return inbox_.empty() ? server_.next_deadline() : Time::min();
}

}  // namespace alyx::lsp
