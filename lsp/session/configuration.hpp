// Where settings come from: configuration files, which are watched, and the client's own.
#pragma once

#include <optional>
#include <string>

#include "lsp/protocol/codec.hpp"

namespace alyx::lsp {

class Session;

/// Does this file decide what holds: a configuration, one that a configuration extends, or a pack that one names?
bool is_input(Session const& session, std::string const& path);

/// What the client can do is used: files are watched, settings are asked for.
void register_interests(Session& session);

/// Settings as the client sends them: the value of `alyx`, or an object with it. None: the client wants to be asked.
void configure(Session& session, std::optional<json::value> const& settings);

/// Reads everything again, and has everything shown again.
void reload(Session& session);

}  // namespace alyx::lsp
