// Reads and writes JSON-RPC messages.
#include "lsp/protocol/message.hpp"

namespace alyx::lsp {
namespace {

/// Deeper than any message of the protocol: selection ranges are nested, one level each.
constexpr std::size_t max_depth = 256;

json::value parse(std::string_view bytes, json::error_code& error) {
    json::parse_options options;
    options.max_depth = max_depth;
    return json::parse(bytes, error, {}, options);
}

std::optional<unsigned> escaped_unit(std::string_view bytes, std::size_t at) {
    if (bytes.size() < at + 6 || bytes[at] != '\\' || bytes[at + 1] != 'u') return std::nullopt;
    unsigned unit = 0;
    for (char c : bytes.substr(at + 2, 4)) {
        bool digit = c >= '0' && c <= '9', letter = (c | 0x20) >= 'a' && (c | 0x20) <= 'f';
        if (!digit && !letter) return std::nullopt;
        unit = unit * 16 + static_cast<unsigned>(digit ? c - '0' : (c | 0x20) - 'a' + 10);
    }
    return unit;
}

std::string without_lone_surrogates(std::string_view bytes) {
    std::string mended(bytes);
    for (std::size_t at = mended.find('\\'); at != mended.npos; at = mended.find('\\', at)) {
        auto unit = escaped_unit(mended, at);
        if (!unit) {
            at += 2;
            continue;
        }
        auto next = escaped_unit(mended, at + 6);
        bool high = *unit >= 0xD800 && *unit < 0xDC00, low = *unit >= 0xDC00 && *unit < 0xE000;
        bool pair = high && next && *next >= 0xDC00 && *next < 0xE000;
        if ((high || low) && !pair) mended.replace(at, 6, "\\ufffd");
        at += pair ? 12 : 6;
    }
    return mended;
}

Received refuse(std::optional<Id> id, std::string message) {
    return {std::move(id), ResponseError{ErrorCode::InvalidRequest, std::move(message)}};
}

std::string write(json::object object) {
    object.emplace("jsonrpc", "2.0");
    return json::serialize(object);
}

}  // namespace

Received read_message(std::string_view bytes) {
    json::error_code error;
    auto value = parse(bytes, error);
    if (error && bytes.find("\\u") != bytes.npos) {
        error = {};
        value = parse(without_lone_surrogates(bytes), error);
    }
    if (error) return {{}, ResponseError{ErrorCode::ParseError, "the message is not JSON: " + error.message()}};
    auto* object = value.if_object();
    if (!object) return refuse({}, "a message is a JSON object");

    Message message;
    Mismatch why;
    auto* id = object->if_contains("id");
    if (id && !id->is_null() && !decode(*id, message.id.emplace(), why))
        return refuse({}, "`id` is neither a whole number of 32 bits nor a string");
    if (auto* params = object->if_contains("params")) message.params = std::move(*params);
    if (auto* method = object->if_contains("method")) {
        if (!method->is_string()) return refuse(message.id, "`method` is no string");
        message.method = method->get_string();
        bool structured = message.params.is_null() || message.params.is_structured();
        if (!structured) return refuse(message.id, "`params` is neither an object nor an array");
        return {message.id, std::move(message)};
    }
    if (!message.id && !object->contains("error")) return refuse({}, "a message has a `method` or is a response");
    if (auto* result = object->if_contains("result")) message.result = std::move(*result);
    auto* failure = object->if_contains("error");
    if (failure && !failure->is_null() && !decode(*failure, message.error.emplace(), why))
        message.error->message = "the error is malformed: " + why.to_string();
    return {message.id, std::move(message)};
}

std::string write_result(Id const& id, json::value result) {
    return write({{"id", encode(id)}, {"result", std::move(result)}});
}

std::string write_error(std::optional<Id> const& id, ResponseError const& error) {
    return write({{"id", encode(id)}, {"error", encode(error)}});
}

std::string write_notification(std::string_view method, json::value params) {
    json::object object{{"method", method}};
    if (!params.is_null()) object.emplace("params", std::move(params));
    return write(std::move(object));
}

std::string write_request(Id const& id, std::string_view method, json::value params) {
    json::object object{{"id", encode(id)}, {"method", method}};
    if (!params.is_null()) object.emplace("params", std::move(params));
    return write(std::move(object));
}

}  // namespace alyx::lsp
