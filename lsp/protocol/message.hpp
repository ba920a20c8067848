// JSON-RPC: requests, notifications and responses, and the errors the protocol knows.
#pragma once

#include <boost/json/object.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "lsp/protocol/codec.hpp"

namespace alyx::lsp {

enum class ErrorCode : std::int32_t {
    ParseError = -32700,
    InvalidRequest = -32600,
    MethodNotFound = -32601,
    InvalidParams = -32602,
    InternalError = -32603,
    ServerNotInitialized = -32002,
    RequestFailed = -32803,
    ServerCancelled = -32802,
    ContentModified = -32801,
    RequestCancelled = -32800,
};

struct ResponseError {
    ErrorCode code = ErrorCode::InternalError;
    std::string message;
    std::optional<json::value> data = {};
};
BOOST_DESCRIBE_STRUCT(ResponseError, (), (code, message, data))

using Id = std::variant<std::int32_t, std::string>;

/// A request has an id and a method, a notification a method, a response an id.
struct Message {
    std::optional<Id> id;
    std::string method;
    json::value params;
    json::value result;
    std::optional<ResponseError> error;
};

/// A message that came in, or the error to answer; `id` is that of the message as far as it has one.
struct Received {
    std::optional<Id> id;
    std::variant<Message, ResponseError> content;
};
/// Takes any bytes. Escapes of half a surrogate pair, which editors written in JavaScript send, become U+FFFD, of the
/// same length in UTF-16.
Received read_message(std::string_view bytes);

/// Without an id: the answer to what could not be read.
std::string write_result(Id const& id, json::value result);
std::string write_error(std::optional<Id> const& id, ResponseError const& error);
std::string write_notification(std::string_view method, json::value params);
std::string write_request(Id const& id, std::string_view method, json::value params);

}  // namespace alyx::lsp
