// Diagnostics, pushed and pulled.
#pragma once

#include "lsp/protocol/base.hpp"

namespace alyx::lsp {

enum class DiagnosticSeverity : std::int32_t { Error = 1, Warning = 2, Information = 3, Hint = 4 };
enum class DiagnosticTag : std::int32_t { Unnecessary = 1, Deprecated = 2 };

struct DiagnosticRelatedInformation {
    Location location;
    std::string message;
};
BOOST_DESCRIBE_STRUCT(DiagnosticRelatedInformation, (), (location, message))

struct CodeDescription {
    Uri href;
};
BOOST_DESCRIBE_STRUCT(CodeDescription, (), (href))

struct Diagnostic {
    Range range;
    std::optional<DiagnosticSeverity> severity;
    std::optional<std::string> code;
    std::optional<CodeDescription> codeDescription;
    std::optional<std::string> source;
    std::string message;
    std::optional<std::vector<DiagnosticTag>> tags;
    std::optional<std::vector<DiagnosticRelatedInformation>> relatedInformation;
    std::optional<json::value> data;
};
BOOST_DESCRIBE_STRUCT(Diagnostic, (),
                      (range, severity, code, codeDescription, source, message, tags, relatedInformation, data))

struct PublishDiagnosticsParams {
    Uri uri;
    std::optional<std::int32_t> version;
    std::vector<Diagnostic> diagnostics;
};
BOOST_DESCRIBE_STRUCT(PublishDiagnosticsParams, (), (uri, version, diagnostics))

struct DocumentDiagnosticParams {
    TextDocumentIdentifier textDocument;
    std::optional<std::string> previousResultId;
};
BOOST_DESCRIBE_STRUCT(DocumentDiagnosticParams, (), (textDocument, previousResultId))

/// `kind`: full, or unchanged and then without items.
struct DocumentDiagnosticReport {
    std::string kind;
    std::optional<std::string> resultId;
    std::optional<std::vector<Diagnostic>> items;
};
BOOST_DESCRIBE_STRUCT(DocumentDiagnosticReport, (), (kind, resultId, items))

struct PreviousResultId {
    Uri uri;
    std::string value;
};
BOOST_DESCRIBE_STRUCT(PreviousResultId, (), (uri, value))

struct WorkspaceDiagnosticParams {
    std::vector<PreviousResultId> previousResultIds;
    std::optional<ProgressToken> workDoneToken;
    std::optional<ProgressToken> partialResultToken;
};
BOOST_DESCRIBE_STRUCT(WorkspaceDiagnosticParams, (), (previousResultIds, workDoneToken, partialResultToken))

struct WorkspaceDocumentDiagnosticReport {
    Uri uri;
    std::variant<std::nullptr_t, std::int32_t> version;
    std::string kind;
    std::optional<std::string> resultId;
    std::optional<std::vector<Diagnostic>> items;
};
BOOST_DESCRIBE_STRUCT(WorkspaceDocumentDiagnosticReport, (), (uri, version, kind, resultId, items))

struct WorkspaceDiagnosticReport {
    std::vector<WorkspaceDocumentDiagnosticReport> items;
};
BOOST_DESCRIBE_STRUCT(WorkspaceDiagnosticReport, (), (items))

}  // namespace alyx::lsp
