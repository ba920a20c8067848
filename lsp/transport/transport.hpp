// Carries bytes between a client and its server until one of them ends. Each function returns the exit status.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "lsp/session/environment.hpp"

namespace alyx::lsp {

struct TransportOptions {
    std::function<Environment()> environment;  ///< for each client
    std::optional<std::int64_t> parent;        ///< a process whose end is the server's too
};

/// Standard input and output.
int serve_stdio(TransportOptions const& options);
/// Listens, and serves any number of clients one beside the other until it is stopped. Port 0 stands for any; which,
/// standard error says.
int serve_tcp(TransportOptions const& options, std::string const& host, std::uint16_t port);
/// Connects to a client that listens on this port of this machine.
int serve_socket(TransportOptions const& options, std::uint16_t port);
/// Connects to a client that listens on this local socket; where nobody does, listens there for one client.
int serve_pipe(TransportOptions const& options, std::string const& name);

}  // namespace alyx::lsp
