// A method of the protocol: when it is offered, and what answers it. A handler's signature tells its types.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <variant>

#include "lsp/protocol/message.hpp"
#include "lsp/protocol/server_capabilities.hpp"
#include "lsp/session/session.hpp"

namespace alyx::lsp {

/// What one request is about.
enum class Scope : std::uint8_t {
    position,
    range,
    document,
    workspace,
    item,  ///< what the feature before it in features.def gave
};

struct Feature {
    std::string_view method;
    Scope scope = Scope::position;
    /// Adds to what the server offers, if the client can use it. Null: offered together with another method. What is as
    /// old as the protocol (completion, signatures, definitions, references, highlights) is always offered: Kate uses
    /// it without saying so.
    void (*advertise)(ClientCapabilities const& client, ServerCapabilities& server);
    /// Replies to the request, now or later.
    void (*handle)(Session& session, Id const& id, json::value const& params);
};

/// All features, in the order of features.def.
std::span<Feature const* const> all_features();

/// A result, or why there is none.
template <class Result>
using Answer = std::variant<Result, ResponseError>;

namespace detail {

template <class Result, class Params>
void answer(Result (*function)(Session&, Params const&), Session& session, Id const& id, json::value const& params) {
    Params decoded;
    Mismatch why;
    if (!decode(params, decoded, why)) return session.fail(id, {ErrorCode::InvalidParams, why.to_string()});
    auto result = function(session, decoded);
    if constexpr (is_a<Result, std::variant>) {
        if (auto const* error = std::get_if<ResponseError>(&result)) return session.fail(id, *error);
        session.reply(id, encode(std::get<0>(result)));
    } else {
        session.reply(id, encode(result));
    }
}

template <class Params>
void notice(void (*function)(Session&, Params const&), Session& session, std::string_view method,
            json::value const& params) {
    Params decoded;
    Mismatch why;
    if (!decode(params, decoded, why))
        return session.log(MessageType::Error, std::string(method) + " is passed over: " + why.to_string());
    function(session, decoded);
}

}  // namespace detail

/// `Result function(Session&, Params const&)` as a handler of requests; the result may be an Answer.
template <auto function>
void answered_by(Session& session, Id const& id, json::value const& params) {
    detail::answer(function, session, id, params);
}

/// `void function(Session&, Params const&)` as a handler of notifications.
template <auto function>
void noticed_by(Session& session, std::string_view method, json::value const& params) {
    detail::notice(function, session, method, params);
}

}  // namespace alyx::lsp
