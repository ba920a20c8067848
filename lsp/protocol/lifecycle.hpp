// Initialisation, registration, the window's messages and progress.
#pragma once

#include "lsp/protocol/base.hpp"
#include "lsp/protocol/client_capabilities.hpp"
#include "lsp/protocol/server_capabilities.hpp"

namespace alyx::lsp {

/// `clientInfo` and `serverInfo`.
struct PeerInfo {
    std::string name;
    std::optional<std::string> version;
};
BOOST_DESCRIBE_STRUCT(PeerInfo, (), (name, version))

struct WorkspaceFolder {
    Uri uri;
    std::string name;
};
BOOST_DESCRIBE_STRUCT(WorkspaceFolder, (), (uri, name))

struct InitializeParams {
    std::optional<std::int64_t> processId;
    std::optional<PeerInfo> clientInfo;
    std::optional<std::string> rootPath;
    std::optional<Uri> rootUri;
    std::optional<json::value> initializationOptions;
    ClientCapabilities capabilities;
    std::optional<std::string> trace;
    std::optional<std::vector<WorkspaceFolder>> workspaceFolders;
};
BOOST_DESCRIBE_STRUCT(InitializeParams, (),
                      (processId, clientInfo, rootPath, rootUri, initializationOptions, capabilities, trace,
                       workspaceFolders))

struct InitializeResult {
    ServerCapabilities capabilities;
    PeerInfo serverInfo;
};
BOOST_DESCRIBE_STRUCT(InitializeResult, (), (capabilities, serverInfo))

struct SetTraceParams {
    std::string value;  ///< off, messages, verbose
};
BOOST_DESCRIBE_STRUCT(SetTraceParams, (), (value))

struct LogTraceParams {
    std::string message;
    std::optional<std::string> verbose;
};
BOOST_DESCRIBE_STRUCT(LogTraceParams, (), (message, verbose))

struct CancelParams {
    std::variant<std::int32_t, std::string> id;
};
BOOST_DESCRIBE_STRUCT(CancelParams, (), (id))

enum class MessageType : std::int32_t { Error = 1, Warning = 2, Info = 3, Log = 4 };

/// For `window/logMessage` and `window/showMessage`.
struct MessageParams {
    MessageType type = MessageType::Log;
    std::string message;
};
BOOST_DESCRIBE_STRUCT(MessageParams, (), (type, message))

struct ProgressParams {
    ProgressToken token;
    json::value value;
};
BOOST_DESCRIBE_STRUCT(ProgressParams, (), (token, value))

/// `kind`: begin, report or end.
struct WorkDoneProgress {
    std::string kind;
    std::optional<std::string> title;
    std::optional<std::string> message;
    std::optional<std::uint32_t> percentage;
};
BOOST_DESCRIBE_STRUCT(WorkDoneProgress, (), (kind, title, message, percentage))

struct CapabilityRegistration {
    std::string id;
    std::string method;
    std::optional<json::value> registerOptions;
};
BOOST_DESCRIBE_STRUCT(CapabilityRegistration, (), (id, method, registerOptions))

struct RegistrationParams {
    std::vector<CapabilityRegistration> registrations;
};
BOOST_DESCRIBE_STRUCT(RegistrationParams, (), (registrations))

}  // namespace alyx::lsp
