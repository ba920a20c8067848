// What the server does with notifications.
#pragma once

#include <span>
#include <string_view>

#include "lsp/protocol/codec.hpp"

namespace alyx::lsp {

class Session;

struct Notification {
    std::string_view method;
    void (*handle)(Session& session, std::string_view method, json::value const& params);
};

std::span<Notification const> all_notifications();

}  // namespace alyx::lsp
