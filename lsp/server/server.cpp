// Dispatches messages, and keeps the order of a session: initialize, work, shutdown, exit.
#include "lsp/server/server.hpp"

#include <algorithm>
#include <array>

#include "analyzer/host/host.hpp"
#include "analyzer/text/concat.hpp"
#include "lsp/features/feature.hpp"
#include "lsp/server/notifications.hpp"
#include "lsp/session/configuration.hpp"

namespace alyx::lsp {

using analyzer::concat;

namespace {

struct Encoding {
    std::string_view name;
    PositionEncoding encoding;
};
constexpr std::array<Encoding, 3> encodings{{
    {"utf-8", PositionEncoding::utf8},
    {"utf-32", PositionEncoding::utf32},
    {"utf-16", PositionEncoding::utf16},
}};

/// The client's first choice. All clients know UTF-16, which is also what holds where nothing is said.
Encoding const& negotiate(ClientCapabilities const& client) {
    auto const* offered = find(client, &ClientCapabilities::general, &GeneralClientCapabilities::positionEncodings);
    if (offered)
        for (auto const& name : *offered)
            for (auto const& known : encodings)
                if (known.name == name) return known;
    return encodings.back();
}

std::vector<NotebookCellLanguage> cells() {
    std::vector<NotebookCellLanguage> all;
    for (auto language : analyzer::cell_languages()) all.push_back({std::string(language)});
    return all;
}

ServerCapabilities capabilities(ClientCapabilities const& client) {
    ServerCapabilities server;
    server.positionEncoding = negotiate(client).name;
    server.textDocumentSync.save = SaveOptions{false};
    if (client.notebookDocument) server.notebookDocumentSync = NotebookDocumentSyncOptions{{{"*", cells()}}};
    if (is_supported(client, &ClientCapabilities::workspace, &WorkspaceClientCapabilities::workspaceFolders))
        server.workspace = WorkspaceOptions{WorkspaceFoldersServerCapabilities{}};
    for (auto const* feature : all_features())
        if (feature->advertise) feature->advertise(client, server);
    return server;
}

}  // namespace

Server::Server(Environment environment) : session_(std::move(environment)) {}

Messages Server::handle(std::string_view bytes) {
    if (phase_ == Phase::finished) return {};
    auto received = read_message(bytes);
    auto const* message = std::get_if<Message>(&received.content);
    // A bug of ours must not cost the user the session.
    try {
        if (message)
            dispatch(*message);
        else
            session_.fail(received.id, std::get<ResponseError>(received.content));
    } catch (std::exception const& bug) {
        auto text = concat("an error of alyxls itself, please report it: ", bug.what());
        if (message && message->id && !message->method.empty())
            session_.fail(message->id, {ErrorCode::InternalError, text});
        else
            session_.log(MessageType::Error, text);
    }
    return session_.take_messages();
}

Messages Server::advance(Time now) {
    if (phase_ != Phase::initialized) return {};
    try {
        session_.diagnostics.advance(now);
        session_.background.advance(now);
    } catch (std::exception const& bug) {
        session_.log(MessageType::Error, concat("an error of alyxls itself, please report it: ", bug.what()));
    }
    return session_.take_messages();
}

std::optional<Time> Server::next_deadline() const {
    if (phase_ != Phase::initialized) return std::nullopt;
    return session_.background.is_busy() ? Time::min() : session_.diagnostics.next_deadline();
}

void Server::cancel(Id const& id) {
    cancelled_.insert(id);
}

void Server::dispatch(Message const& message) {
    if (message.method.empty()) return session_.answered(message);
    trace(message);
    if (message.id)
        request(message);
    else
        notification(message);
}

std::optional<ResponseError> Server::refusal(Message const& request) {
    if (cancelled_.erase(*request.id) > 0) return ResponseError{ErrorCode::RequestCancelled, "cancelled"};
    bool initializes = request.method == "initialize";
    if (phase_ == Phase::fresh && !initializes)
        return ResponseError{ErrorCode::ServerNotInitialized, "the first request must be `initialize`"};
    if (phase_ == Phase::initialized && initializes)
        return ResponseError{ErrorCode::InvalidRequest, "the server is initialized already"};
    if (phase_ == Phase::shut_down)
        return ResponseError{ErrorCode::InvalidRequest, "the server is shut down: only `exit` may follow"};
    if (session_.background.is_pending(*request.id))
        return ResponseError{ErrorCode::InvalidRequest, "a request with this id waits for its answer"};
    return std::nullopt;
}

void Server::request(Message const& message) {
    auto const& id = *message.id;
    if (auto error = refusal(message)) return session_.fail(id, *error);
    if (message.method == "initialize") {
        InitializeParams params;
        Mismatch why;
        if (!decode(message.params, params, why)) return session_.fail(id, {ErrorCode::InvalidParams, why.to_string()});
        return session_.reply(id, initialize(params));
    }
    if (message.method == "shutdown") {
        phase_ = Phase::shut_down;
        was_shut_down_ = true;
        session_.background.cancel_all();
        return session_.reply(id, nullptr);
    }
    auto features = all_features();
    auto feature = std::find_if(features.begin(), features.end(),
                                [&](Feature const* known) { return known->method == message.method; });
    if (feature == features.end())
        return session_.fail(id, {ErrorCode::MethodNotFound, concat("`", message.method, "` is no method of alyxls")});
    (*feature)->handle(session_, id, message.params);
}

void Server::notification(Message const& message) {
    if (message.method == "exit") {
        phase_ = Phase::finished;
        return;
    }
    if (message.method == "$/cancelRequest") {
        // What waits outside was cancelled before it came in; the rest has its answer, but for work in the background.
        CancelParams params;
        Mismatch why;
        if (decode(message.params, params, why)) session_.background.cancel(params.id);
        return;
    }
    if (phase_ != Phase::initialized) return;
    if (message.method == "initialized") return register_interests(session_);
    auto known = all_notifications();
    auto found =
        std::find_if(known.begin(), known.end(), [&](Notification const& one) { return one.method == message.method; });
    if (found != known.end()) return found->handle(session_, message.method, message.params);
    if (!message.method.starts_with("$/"))
        session_.log(MessageType::Log, concat("`", message.method, "` is passed over"));
}

json::value Server::initialize(InitializeParams const& params) {
    phase_ = Phase::initialized;
    client_process_ = params.processId;
    session_.client = params.capabilities;
    session_.encoding = negotiate(params.capabilities).encoding;
    // Editors built on this one name it too.
    auto name = params.clientInfo ? params.clientInfo->name : std::string();
    session_.client_retriggers = name.find("Code") != std::string::npos || name == "Cursor" || name == "Windsurf";
    if (params.trace) session_.trace = *params.trace;
    if (params.workspaceFolders)
        for (auto const& folder : *params.workspaceFolders) session_.workspace.add(folder);
    else if (params.rootUri)
        session_.workspace.add({*params.rootUri, ""});
    if (params.initializationOptions) session_.workspace.configure(*params.initializationOptions);
    return encode(InitializeResult{capabilities(params.capabilities), {"alyxls", session_.environment.version}});
}

void Server::trace(Message const& message) {
    if (session_.trace != "messages" && session_.trace != "verbose") return;
    LogTraceParams params{concat("received ", message.id ? "request" : "notification", " ", message.method), {}};
    if (session_.trace == "verbose") params.verbose = json::serialize(message.params);
    session_.notify("$/logTrace", params);
}

}  // namespace alyx::lsp
