// The server for JavaScript: texts of messages go in and out through the module's memory. loader.js is the other side.
#include <emscripten.h>

#include <algorithm>

#include "analyzer/workspace/documentation.hpp"
#include "lsp/server/server.hpp"

namespace {

using namespace alyx;
using Milliseconds = std::chrono::duration<double, std::milli>;

/// There is no file system: configuration is what the client gives, documents are what it opens.
lsp::Environment environment_without_files(std::string documentation) {
    lsp::Environment environment;
    environment.version = ALYX_VERSION;
    environment.documentation = std::move(documentation);
    environment.configurations.current_folder = "/";
    environment.configurations.isolated = true;
    using Read = boost::system::result<std::string, analyzer::Failure>;
    environment.read = [](std::string const& path) -> Read {
        return analyzer::Failure{path, "", "cannot be read where there is no file system", "open it in the editor"};
    };
    environment.discover = [](std::vector<std::string> const&) { return std::vector<std::string>(); };
    environment.clock = [] { return std::chrono::steady_clock::now(); };
    return environment;
}

std::optional<lsp::Server> server;
std::string incoming;
lsp::Messages outgoing;

}  // namespace

extern "C" {

/// Where bytes are to be written, before alyxls_start() and alyxls_handle().
EMSCRIPTEN_KEEPALIVE char* alyxls_incoming(std::size_t size) {
    incoming.resize(size);
    return incoming.data();
}

/// Comes first, and once. What came in is the URL of the rules' pages; empty: there are none.
EMSCRIPTEN_KEEPALIVE void alyxls_start() {
    server.emplace(environment_without_files(incoming.empty() ? analyzer::documentation_base() : incoming));
}

/// How many messages came of it: they stay until the next call of this or of alyxls_advance().
EMSCRIPTEN_KEEPALIVE std::size_t alyxls_handle() {
    outgoing = server->handle(incoming);
    return outgoing.size();
}

/// `now`: milliseconds of performance.now(), which is the steady clock here.
EMSCRIPTEN_KEEPALIVE std::size_t alyxls_advance(double now) {
    lsp::Time const time(std::chrono::duration_cast<lsp::Duration>(Milliseconds(now)));
    outgoing = server->advance(time);
    return outgoing.size();
}

EMSCRIPTEN_KEEPALIVE char const* alyxls_message(std::size_t index) {
    return outgoing[index].data();
}

EMSCRIPTEN_KEEPALIVE std::size_t alyxls_message_size(std::size_t index) {
    return outgoing[index].size();
}

/// Milliseconds as of alyxls_advance(): 0 for at once, negative for never.
EMSCRIPTEN_KEEPALIVE double alyxls_next_deadline() {
    auto const next = server->next_deadline();
    if (!next) return -1;
    return std::max(0.0, Milliseconds(next->time_since_epoch()).count());
}

}  // extern "C"
