// A client of the tests' own: speaks with a synchronous server, or with any that is given messages.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "lsp/server/server.hpp"

namespace alyx::tests {

namespace json = boost::json;

/// Files in memory, and a clock that stands still unless `cost` makes each look at it take that long.
struct World {
    std::map<std::string, std::string> files;
    std::string folder;  ///< in the file system, where configurations are looked for; empty: there are none
    lsp::Duration cost{};
    lsp::Time now{};

    lsp::Environment environment();
};

json::value parse(std::string_view text);

/// Has every message that the server sends checked against the meta model, where that is there.
class Client {
  public:
    explicit Client(World& world) : server(world.environment()), world_(world) {}

    /// `initialize` and `initialized`. The result of the first.
    json::value start(json::value capabilities = json::object());
    /// The response to the request, whose result is under `result`; what else came is kept.
    json::value request(std::string_view method, json::value params = nullptr);
    void notify(std::string_view method, json::value params);
    /// Sends any bytes, and works off what is due until nothing is.
    void send(std::string_view bytes);
    /// Makes time pass.
    void wait(lsp::Duration duration);

    /// What came, in order, and is forgotten by being asked for.
    std::vector<json::value> take() { return std::exchange(received_, {}); }
    /// The newest diagnostics of a document; null where none came since the last question.
    json::value diagnostics(std::string_view uri);

    void open(std::string_view uri, std::string_view text, std::string_view language = "python");
    void replace(std::string_view uri, std::string_view text);

    lsp::Server server;

  private:
    void work();
    void add(lsp::Messages const& messages);

    World& world_;
    std::vector<json::value> received_;
    std::map<std::int64_t, std::string> asked_;  ///< methods by ids
    std::int64_t last_id_ = 0;
    std::int32_t version_ = 1;
};

}  // namespace alyx::tests
