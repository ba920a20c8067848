// Folders, watched files, settings and commands of the workspace.
#pragma once

#include "lsp/protocol/base.hpp"
#include "lsp/protocol/lifecycle.hpp"

namespace alyx::lsp {

struct WorkspaceFoldersChangeEvent {
    std::vector<WorkspaceFolder> added, removed;
};
BOOST_DESCRIBE_STRUCT(WorkspaceFoldersChangeEvent, (), (added, removed))

struct DidChangeWorkspaceFoldersParams {
    WorkspaceFoldersChangeEvent event;
};
BOOST_DESCRIBE_STRUCT(DidChangeWorkspaceFoldersParams, (), (event))

struct FileEvent {
    Uri uri;
    std::int32_t type = 2;  ///< 1 created, 2 changed, 3 deleted
};
BOOST_DESCRIBE_STRUCT(FileEvent, (), (uri, type))

struct DidChangeWatchedFilesParams {
    std::vector<FileEvent> changes;
};
BOOST_DESCRIBE_STRUCT(DidChangeWatchedFilesParams, (), (changes))

struct FileSystemWatcher {
    std::string globPattern;
};
BOOST_DESCRIBE_STRUCT(FileSystemWatcher, (), (globPattern))

struct WatchedFilesOptions {
    std::vector<FileSystemWatcher> watchers;
};
BOOST_DESCRIBE_STRUCT(WatchedFilesOptions, (), (watchers))

struct DidChangeConfigurationParams {
    std::optional<json::value> settings;
};
BOOST_DESCRIBE_STRUCT(DidChangeConfigurationParams, (), (settings))

struct ConfigurationItem {
    std::optional<Uri> scopeUri;
    std::string section;
};
BOOST_DESCRIBE_STRUCT(ConfigurationItem, (), (scopeUri, section))

struct ConfigurationParams {
    std::vector<ConfigurationItem> items;
};
BOOST_DESCRIBE_STRUCT(ConfigurationParams, (), (items))

struct ApplyWorkspaceEditParams {
    std::optional<std::string> label;
    WorkspaceEdit edit;
};
BOOST_DESCRIBE_STRUCT(ApplyWorkspaceEditParams, (), (label, edit))

struct ExecuteCommandParams {
    std::string command;
    std::optional<std::vector<json::value>> arguments;
    std::optional<ProgressToken> workDoneToken;
};
BOOST_DESCRIBE_STRUCT(ExecuteCommandParams, (), (command, arguments, workDoneToken))

struct ShowDocumentParams {
    Uri uri;
    std::optional<bool> takeFocus;
    std::optional<bool> external;
};
BOOST_DESCRIBE_STRUCT(ShowDocumentParams, (), (uri, takeFocus, external))

}  // namespace alyx::lsp
