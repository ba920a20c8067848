// Any bytes on the wire give an answer or a clean end.
#include <boost/test/unit_test.hpp>
#include <random>

#include "lsp/transport/connection.hpp"
#include "tests/lsp/client.hpp"

namespace alyx::tests {
namespace {

using lsp::framed;

/// All that a connection answers to these bytes, fed in pieces of `step` bytes.
std::string answers(std::string_view bytes, std::size_t step = 65536, std::size_t limit = 1000) {
    World world;
    lsp::Connection connection(world.environment(), limit);
    std::string out;
    for (std::size_t at = 0; at < bytes.size(); at += step) {
        connection.receive(bytes.substr(at, step));
        while (connection.has_messages()) out += connection.work({});
    }
    return out;
}

std::size_t count(std::string_view text, std::string_view part) {
    std::size_t found = 0;
    for (auto at = text.find(part); at != text.npos; at = text.find(part, at + part.size())) ++found;
    return found;
}

constexpr std::string_view ping = R"({"jsonrpc": "2.0", "id": 7, "method": "ping"})";

struct Wire {
    std::string bytes;
    std::size_t errors, pongs;  ///< parse errors without an id, and answers to the ping
};

}  // namespace

BOOST_AUTO_TEST_CASE(malformed_frames) {
    std::string body(ping), length = std::to_string(ping.size());
    std::vector<Wire> const wires{
        {framed(ping), 0, 1},
        {"content-LENGTH:" + length + "\r\nContent-Type: application/vscode-jsonrpc; charset=utf8\r\n\r\n" + body, 0,
         1},
        {"Content-Length: " + length + "\n\n" + body, 0, 1},
        {"Content-Length: -5\r\n\r\n" + framed(ping), 1, 1},
        {"hello world\n" + framed(ping), 1, 1},
        {"Content-Length: 12x\r\n\r\n{}" + framed(ping), 1, 1},
        {"Content-Length: 99999999999999999999999\r\n\r\n" + framed(ping), 1, 1},
        {"Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}" + framed(ping), 1, 1},
        {"GET / HTTP/1.1\r\nHost: x\r\n\r\n" + framed(ping), 1, 1},
        {"\r\n\r\n" + framed(ping), 1, 1},
        {std::string(10000, 'x') + framed(ping), 1, 1},
        {std::string(10000, '\0') + framed(ping) + framed(ping), 1, 2},
        {"Content-Length: 2000\r\n\r\n" + std::string(2000, 'x') + framed(ping), 1, 1},
        {"Content-Type: text; charset=utf-16\r\nContent-Length: 2\r\n\r\n{}" + framed(ping), 1, 1},
        {framed("") + framed(ping), 1, 1},
        {framed("{") + framed(ping), 1, 1},
        {framed("\xff\xfe{}") + framed(ping), 1, 1},
        {framed(std::string(900, '[')) + framed(ping), 1, 1},
        {"Content-Length: " + std::to_string(ping.size() - 9) + "\r\n\r\n" + body + framed(ping), 2, 1},
    };
    for (auto const& wire : wires)
        for (std::size_t step : {1, 7, 65536}) {
            auto out = answers(wire.bytes, step);
            BOOST_TEST(count(out, R"("id":null)") == wire.errors, wire.bytes.substr(0, 100) << " gives " << out);
            BOOST_TEST(count(out, R"("id":7)") == wire.pongs, wire.bytes.substr(0, 100) << " gives " << out);
        }
}

BOOST_AUTO_TEST_CASE(random_bytes) {
    std::mt19937 random(5);
    std::vector<std::string> const pieces{"Content-Length: ", "\r\n", "\r\n\r\n", "{",     "}", "\"method\":",
                                          "\"id\":1,",        "\xff", "12\r\n",   "0\r\n", "[", "Content-Length:"};
    for (int round = 0; round < 2000; ++round) {
        std::string bytes;
        for (auto n = random() % 30; n > 0; --n) bytes += pieces[random() % pieces.size()];
        auto whole = answers(bytes), cut = answers(bytes, 3);
        BOOST_TEST(whole == cut);
        // Whatever it was: the next whole frames are found again, at the latest the second.
        auto out = answers(bytes + std::string(5000, ' ') + framed(ping) + framed(ping));
        BOOST_TEST(count(out, R"("id":7)") > 0U, bytes);
    }
}

BOOST_AUTO_TEST_CASE(messages_that_are_none) {
    World world;
    Client client(world);
    client.start();
    auto error = [&](std::string_view text) {
        client.take();
        client.send(text);
        auto messages = client.take();
        BOOST_TEST_REQUIRE(messages.size() == 1U, text);
        return messages[0].at("error").at("code").as_int64();
    };
    BOOST_TEST(error("[]") == -32600);
    BOOST_TEST(error("[{\"jsonrpc\": \"2.0\", \"method\": \"exit\"}]") == -32600);
    BOOST_TEST(error("7") == -32600);
    BOOST_TEST(error("{}") == -32600);
    BOOST_TEST(error("{\"id\": 1.5, \"method\": \"shutdown\"}") == -32600);
    BOOST_TEST(error("{\"id\": 1, \"method\": 5}") == -32600);
    BOOST_TEST(error("{\"id\": 1, \"method\": \"shutdown\", \"params\": 3}") == -32600);
    BOOST_TEST(error("{\"id\": 1, \"method\": \"\\u0000\"}") == -32601);
    BOOST_TEST(error("nonsense") == -32700);
}

BOOST_AUTO_TEST_CASE(parameters_of_wrong_types) {
    World world;
    Client client(world);
    client.start(parse(R"({"textDocument": {"diagnostic": {}}})"));
    std::vector<std::string> const values{"null", "5", "-1", "1e99", "\"x\"", "[]", "{}", "[[[]]]", "true"};
    std::vector<std::string> methods{"textDocument/diagnostic",
                                     "textDocument/didOpen",
                                     "textDocument/didChange",
                                     "textDocument/didClose",
                                     "textDocument/didSave",
                                     "notebookDocument/didOpen",
                                     "notebookDocument/didChange",
                                     "notebookDocument/didClose",
                                     "$/setTrace",
                                     "workspace/didChangeWatchedFiles",
                                     "workspace/didChangeWorkspaceFolders",
                                     "workspace/didChangeConfiguration",
                                     "$/cancelRequest",
                                     "initialized"};
    for (auto const& method : methods)
        for (auto const& value : values)
            for (auto const* shape : {"{\"textDocument\": %}", "{\"textDocument\": {\"uri\": %}}", "{\"position\": %}",
                                      "{\"textDocument\": {\"uri\": \"a\", \"version\": %}, \"contentChanges\": [%]}",
                                      "{\"value\": %}", "{\"changes\": %}", "{\"event\": %}", "{\"settings\": %}",
                                      "{\"notebookDocument\": %, \"cellTextDocuments\": %}", "{\"id\": %}"}) {
                std::string params(shape);
                for (auto at = params.find('%'); at != params.npos; at = params.find('%')) params.replace(at, 1, value);
                client.send("{\"jsonrpc\": \"2.0\", \"method\": \"" + method + "\", \"params\": " + params + "}");
                client.take();
                client.send("{\"jsonrpc\": \"2.0\", \"id\": 900, \"method\": \"" + method +
                            "\", \"params\": " + params + "}");
                BOOST_TEST(client.take().size() >= 1U, method << " " << params);
            }
    BOOST_TEST(client.request("shutdown").as_object().contains("result"));
}

BOOST_AUTO_TEST_CASE(half_a_surrogate_pair_keeps_its_length) {
    World world;
    Client client(world);
    client.start();
    client.send(R"-({"jsonrpc": "2.0", "method": "textDocument/didOpen", "params": {"textDocument": {
        "uri": "file:///a.py", "languageId": "python", "version": 1,
        "text": "x = '\ud83d \\ud83d \ud83d\ude00'; one.alyx.rest('weighing', 'list')"}}})-");
    auto shown = client.diagnostics("file:///a.py");
    BOOST_TEST_REQUIRE(!shown.is_null());
    BOOST_TEST(shown.at("diagnostics").at(0).at("range").at("start").at("character").as_int64() == 34);
}

BOOST_AUTO_TEST_CASE(a_cancellation_overtakes) {
    World world;
    lsp::Connection connection(world.environment());
    connection.receive(framed(R"({"id": 1, "method": "initialize", "params": {"capabilities": {}}})") + framed(ping) +
                       framed(R"({"id": 8, "method": "shutdown"})") +
                       framed(R"({"method": "$/cancelRequest", "params": {"id": 8}})") +
                       framed(R"({"method": "$/cancelRequest", "params": {"id": 999}})"));
    std::string out;
    while (connection.has_messages()) out += connection.work({});
    BOOST_TEST(count(out, "-32800") == 1U, out);
    BOOST_TEST(count(out, "-32601") == 1U, out);
}

}  // namespace alyx::tests
