// Sends, receives, and has the meta model look at it.
#include "tests/lsp/client.hpp"

#include <boost/test/unit_test.hpp>

#include "tests/lsp/meta_model.hpp"

namespace alyx::tests {

lsp::Environment World::environment() {
    lsp::Environment environment;
    environment.version = "1.2.3";
    environment.documentation = "https://example.org/rules-of-tests";
    environment.configurations.current_folder = folder;
    environment.configurations.user_folder = "";
    environment.configurations.isolated = folder.empty();
    using Read = boost::system::result<std::string, analyzer::Failure>;
    environment.read = [this](std::string const& path) {
        auto file = files.find(path);
        if (file == files.end()) return Read(analyzer::Failure{path, "", "does not exist", ""});
        return Read(boost::system::in_place_value, file->second);
    };
    environment.discover = [this](std::vector<std::string> const& roots) {
        std::vector<std::string> found;
        for (auto const& [path, text] : files)
            for (auto const& root : roots)
                if (path.rfind(root + "/", 0) == 0) found.push_back(path);
        return found;
    };
    environment.publish = [](std::string const& name, std::string const&) { return "page:" + name; };
    environment.clock = [this] { return now += cost; };
    return environment;
}

json::value parse(std::string_view text) {
    json::error_code error;
    auto value = json::parse(text, error);
    BOOST_TEST_REQUIRE(!error, "no JSON: " << text.substr(0, 200));
    return value;
}

json::value Client::start(json::value capabilities) {
    auto response = request("initialize", {{"processId", nullptr},
                                           {"rootUri", nullptr},
                                           {"workspaceFolders", {{{"uri", "file:///lab"}, {"name", "work"}}}},
                                           {"capabilities", std::move(capabilities)}});
    notify("initialized", json::object());
    return response;
}

json::value Client::request(std::string_view method, json::value params) {
    auto id = ++last_id_;
    asked_[id] = method;
    json::object message{{"jsonrpc", "2.0"}, {"id", id}, {"method", method}};
    if (!params.is_null()) message["params"] = std::move(params);
    send(json::serialize(message));
    for (auto at = received_.begin(); at != received_.end(); ++at) {
        auto const& object = at->as_object();
        if (object.contains("method") || object.at("id") != id) continue;
        auto response = *at;
        received_.erase(at);
        return response;
    }
    return nullptr;
}

void Client::notify(std::string_view method, json::value params) {
    send(json::serialize(json::object{{"jsonrpc", "2.0"}, {"method", method}, {"params", std::move(params)}}));
}

void Client::send(std::string_view bytes) {
    json::error_code error;
    auto value = json::parse(bytes, error);
    auto const* object = error ? nullptr : value.if_object();
    auto const* id = object ? object->if_contains("id") : nullptr;
    auto const* method = object ? object->if_contains("method") : nullptr;
    if (id && id->is_int64() && method && method->is_string()) asked_[id->as_int64()] = method->as_string();
    add(server.handle(bytes));
    work();
}

void Client::wait(lsp::Duration duration) {
    world_.now += duration;
    work();
}

void Client::work() {
    for (auto next = server.next_deadline(); next && *next <= world_.now; next = server.next_deadline())
        add(server.advance(world_.now));
}

void Client::add(lsp::Messages const& messages) {
    for (auto const& text : messages) {
        auto message = parse(text);
        auto problem = check_message(message, asked_);
        BOOST_TEST(problem.empty(), problem << " in " << text.substr(0, 2000));
        received_.push_back(std::move(message));
    }
}

json::value Client::diagnostics(std::string_view uri) {
    json::value newest;
    std::erase_if(received_, [&](json::value const& message) {
        auto const* method = message.as_object().if_contains("method");
        bool is_it =
            method && *method == "textDocument/publishDiagnostics" && message.at("params").at("uri").as_string() == uri;
        if (is_it) newest = message.at("params");
        return is_it;
    });
    return newest;
}

void Client::open(std::string_view uri, std::string_view text, std::string_view language) {
    notify("textDocument/didOpen",
           {{"textDocument", {{"uri", uri}, {"languageId", language}, {"version", version_}, {"text", text}}}});
}

void Client::replace(std::string_view uri, std::string_view text) {
    notify("textDocument/didChange", {{"textDocument", {{"uri", uri}, {"version", ++version_}}},
                                      {"contentChanges", json::array{json::object{{"text", text}}}}});
}

}  // namespace alyx::tests
