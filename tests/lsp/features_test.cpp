// What transcripts cannot say well: waiting requests, mending in rounds, configuration in the file system.
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>

#include "tests/lsp/client.hpp"

namespace alyx::tests {
namespace {

using namespace std::chrono_literals;

std::string uri_at(json::value const& message, std::size_t index) {
    return std::string(message.at("result").at("items").as_array().at(index).at("uri").as_string());
}

struct Folder {
    Folder() {
        char pattern[] = "/tmp/alyx-test-XXXXXX";
        path = std::filesystem::canonical(mkdtemp(pattern)).string();
    }
    ~Folder() { std::filesystem::remove_all(path); }
    void write(std::string const& name, std::string_view text) const { std::ofstream(path + "/" + name) << text; }
    std::string path;
};

constexpr std::string_view digits = "one.alyx.rest('subjects', 'list', django='nickname,022')\n";

}  // namespace

BOOST_AUTO_TEST_CASE(a_workspace_without_news_waits) {
    World world;
    world.files["/lab/a.py"] = "one.alyx.rest('weighing', 'list')\n";
    Client client(world);
    client.start(parse(R"({"textDocument": {"diagnostic": {}}})"));
    auto first = client.request("workspace/diagnostic", {{"previousResultIds", json::array()}});
    json::object known{{"uri", uri_at(first, 0)}, {"value", first.at("result").at("items").at(0).at("resultId")}};
    json::object params{{"previousResultIds", json::array{known}}};
    BOOST_TEST(client.request("workspace/diagnostic", params).is_null());
    client.notify("workspace/didChangeWatchedFiles", parse(R"({"changes": [{"uri": "file:///lab/b.py", "type": 1}]})"));
    BOOST_TEST(client.take().empty());
    world.files["/lab/a.py"] = "";
    client.notify("workspace/didChangeWatchedFiles", parse(R"({"changes": [{"uri": "file:///lab/a.py", "type": 2}]})"));
    auto messages = client.take();
    BOOST_TEST_REQUIRE(messages.size() == 1U);
    BOOST_TEST(messages[0].at("result").at("items").at(0).at("items").as_array().empty());

    // What waits can be cancelled, and ends with the session.
    json::object empty{{"uri", "file:///lab/a.py"},
                       {"value", messages[0].at("result").at("items").at(0).at("resultId")}};
    json::object again{{"previousResultIds", json::array{empty}}};
    BOOST_TEST(client.request("workspace/diagnostic", again).is_null());
    client.send(R"({"jsonrpc": "2.0", "method": "$/cancelRequest", "params": {"id": 4}})");
    messages = client.take();
    BOOST_TEST_REQUIRE(messages.size() == 1U);
    BOOST_TEST(messages[0].at("error").at("code").as_int64() == -32800);
    BOOST_TEST(client.request("workspace/diagnostic", again).is_null());
    client.request("shutdown");
    messages = client.take();
    BOOST_TEST_REQUIRE(messages.size() == 1U);
    BOOST_TEST(messages[0].at("error").at("code").as_int64() == -32800);
}

BOOST_AUTO_TEST_CASE(completions_fit_clients_that_look_at_words) {
    World world;
    Client client(world);
    client.start(parse(R"({"textDocument": {"completion": {}}})"));
    client.open("file:///a.py", "one.alyx.rest('sessions', 'list', django='subject__nick");
    auto response =
        client.request("textDocument/completion",
                       parse(R"({"textDocument": {"uri": "file:///a.py"}, "position": {"line": 0, "character": 55}})"));
    auto const& first = response.at("result").at("items").at(0).as_object();
    BOOST_TEST(first.at("label") == "nickname");
    BOOST_TEST(!first.contains("filterText"));
    BOOST_TEST(first.at("insertText") == "subject__nickname");
    BOOST_TEST(first.at("textEdit").at("newText") == "nickname");
}

BOOST_AUTO_TEST_CASE(slow_analyses_wait_for_a_pause) {
    World world;
    world.cost = 300ms;
    Client client(world);
    client.start();
    client.open("file:///a.py", digits);
    BOOST_TEST(client.diagnostics("file:///a.py").is_object());
    for (int i = 0; i < 3; ++i) {
        client.replace("file:///a.py", digits);
        BOOST_TEST(client.diagnostics("file:///a.py").is_null());
        client.wait(5ms);
    }
    client.wait(100ms);
    auto shown = client.diagnostics("file:///a.py");
    BOOST_TEST_REQUIRE(shown.is_object());
    BOOST_TEST(shown.at("version").as_int64() == 4);
}

BOOST_AUTO_TEST_CASE(mending_a_notebook_mends_all_cells) {
    World world;
    Client client(world);
    client.start(parse(R"({"notebookDocument": {"synchronization": {}},
        "textDocument": {"codeAction": {"codeActionLiteralSupport": {"codeActionKind": {"valueSet": []}}}}})"));
    client.notify("notebookDocument/didOpen", parse(R"-({
        "notebookDocument": {"uri": "file:///n.ipynb", "notebookType": "jupyter-notebook", "version": 1,
                             "cells": [{"kind": 2, "document": "cell:a"}, {"kind": 2, "document": "cell:b"}]},
        "cellTextDocuments": [
            {"uri": "cell:a", "languageId": "python", "version": 1, "text": "query = 'nickname ,KS022'"},
            {"uri": "cell:b", "languageId": "python", "version": 1,
             "text": "one.alyx.rest('subjects', 'list', django=query)\none.alyx.rest('subjects', 'list', django='nickname ,KS023')"}]})-"));
    auto actions = client.request("textDocument/codeAction", parse(R"({"textDocument": {"uri": "cell:b"},
        "range": {"start": {"line": 0, "character": 0}, "end": {"line": 0, "character": 0}},
        "context": {"diagnostics": [], "only": ["source.fixAll.alyxlint"]}})"));
    auto const& changes = actions.at("result").at(0).at("edit").at("changes").as_object();
    BOOST_TEST(changes.size() == 2U);
    for (auto const* cell : {"cell:a", "cell:b"}) {
        auto const& edit = changes.at(cell).at(0);
        BOOST_TEST(edit.at("newText").as_string() == "");
        auto begin = edit.at("range").at("start").at("character").as_int64();
        BOOST_TEST(edit.at("range").at("end").at("character").as_int64() == begin + 1);
    }
}

BOOST_AUTO_TEST_CASE(notebooks_of_jupyterlab_have_the_configuration_of_their_folder) {
    Folder folder;
    std::filesystem::create_directory(folder.path + "/lab");
    folder.write("lab/alyxlint.toml", "ignore = [\"AQ401\"]\n");
    World world;
    world.folder = folder.path;
    Client client(world);
    client.start();
    auto shown_for = [&](std::string const& name) {
        auto uri = "file://" + folder.path + name;
        client.open(uri, digits);
        return client.diagnostics(uri).at("diagnostics").as_array().size();
    };
    BOOST_TEST(shown_for("/.virtual_documents/lab/a.ipynb") == 0U);
    BOOST_TEST(shown_for("/.virtual_documents/a.ipynb") == 1U);
    BOOST_TEST(shown_for("/.virtual_documents_of_mine/lab/a.ipynb") == 1U);
}

BOOST_AUTO_TEST_CASE(configuration_files_and_settings) {
    Folder folder;
    folder.write("alyxlint.toml", "ignore = [\"AQ401\"]\n");
    World world;
    world.folder = folder.path;
    Client client(world);
    auto uri = "file://" + folder.path + "/a.py";
    client.start(parse(R"({"workspace": {"didChangeConfiguration": {"dynamicRegistration": true}}})"));
    auto codes = [&] {
        auto shown = client.diagnostics(uri);
        BOOST_TEST_REQUIRE(shown.is_object());
        return shown.at("diagnostics").as_array().size();
    };
    client.open(uri, digits);
    BOOST_TEST(codes() == 0U);

    folder.write("alyxlint.toml", "severity = {AQ401 = \"information\"}\n");
    client.notify("workspace/didChangeWatchedFiles",
                  json::object{{"changes", json::array{json::object{{"uri", "file://" + folder.path + "/alyxlint.toml"},
                                                                    {"type", 2}}}}});
    auto shown = client.diagnostics(uri);
    BOOST_TEST_REQUIRE(shown.is_object());
    BOOST_TEST(shown.at("diagnostics").at(0).at("severity").as_int64() == 3);

    client.notify("workspace/didChangeConfiguration", parse(R"({"settings": {"alyx": {"ignore": ["AQ4"]}}})"));
    BOOST_TEST(codes() == 0U);

    client.take();
    client.notify("workspace/didChangeConfiguration", parse(R"({"settings": {"alyx": {"ignore": 5}}})"));
    bool told = false;
    for (auto const& message : client.take())
        if (auto const* method = message.as_object().if_contains("method"))
            told |= *method == "window/showMessage" &&
                    message.at("params").at("message").as_string().find("alyx.ignore") != json::string::npos;
    BOOST_TEST(told);
}

BOOST_AUTO_TEST_CASE(progress_of_long_work_asks_for_a_token) {
    World world;
    for (int i = 0; i < 250; ++i) world.files["/lab/" + std::to_string(i) + ".py"] = "x = 1\n";
    world.cost = 1ms;
    Client client(world);
    client.start(parse(R"({"window": {"workDoneProgress": true}})"));
    auto ask = [&](int id) {
        auto messages = client.server.handle("{\"jsonrpc\": \"2.0\", \"id\": " + std::to_string(id) +
                                             ", \"method\": \"workspace/symbol\", \"params\": {\"query\": \"\"}}");
        while (messages.empty()) messages = client.server.advance(world.now);
        BOOST_TEST_REQUIRE(messages.size() == 1U);
        return parse(messages[0]);
    };
    auto answer = [](json::value const& request, char const* result) {
        return "{\"jsonrpc\": \"2.0\", \"id\": " + json::serialize(request.at("id")) + ", " + result + "}";
    };
    auto rest = [&] {
        std::vector<json::value> all;
        while (client.server.next_deadline())
            for (auto const& message : client.server.advance(world.now)) all.push_back(parse(message));
        return all;
    };
    // Accepted: begin, at most a hundred reports, end, and the answer.
    auto create = ask(50);
    BOOST_TEST(create.at("method") == "window/workDoneProgress/create");
    auto messages = client.server.handle(answer(create, "\"result\": null"));
    BOOST_TEST_REQUIRE(messages.size() == 1U);
    BOOST_TEST(parse(messages[0]).at("params").at("value").at("kind") == "begin");
    BOOST_TEST(parse(messages[0]).at("params").at("token") == create.at("params").at("token"));
    auto all = rest();
    BOOST_TEST_REQUIRE(all.size() > 50U);
    BOOST_TEST(all.size() <= 102U);
    BOOST_TEST(all[all.size() - 2].at("params").at("value").at("kind") == "end");
    BOOST_TEST(all.back().at("id").as_int64() == 50);
    // Cancelled: it ends.
    create = ask(51);
    client.server.handle(answer(create, "\"result\": null"));
    messages = client.server.handle(R"({"jsonrpc": "2.0", "method": "$/cancelRequest", "params": {"id": 51}})");
    BOOST_TEST_REQUIRE(messages.size() == 2U);
    BOOST_TEST(parse(messages[0]).at("params").at("value").at("kind") == "end");
    // Refused, or accepted when all is over: not a word.
    create = ask(52);
    client.server.handle(answer(create, R"("error": {"code": -1, "message": "no"})"));
    BOOST_TEST(rest().size() == 1U);
    create = ask(53);
    BOOST_TEST(rest().size() == 1U);
    BOOST_TEST(client.server.handle(answer(create, "\"result\": null")).empty());
}

}  // namespace alyx::tests
