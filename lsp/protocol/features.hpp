// Structs of the smaller methods: symbols, signatures, tokens, hints, lenses, links, ranges.
#pragma once

#include "lsp/protocol/base.hpp"

namespace alyx::lsp {

struct ParameterInformation {
    std::variant<std::string, std::vector<std::uint32_t>> label;  ///< offsets in UTF-16 units, or the text itself
    std::optional<MarkupContent> documentation;
};
BOOST_DESCRIBE_STRUCT(ParameterInformation, (), (label, documentation))

struct SignatureInformation {
    std::string label;
    std::optional<MarkupContent> documentation;
    std::vector<ParameterInformation> parameters;
};
BOOST_DESCRIBE_STRUCT(SignatureInformation, (), (label, documentation, parameters))

struct SignatureHelp {
    std::vector<SignatureInformation> signatures;
    std::uint32_t activeSignature = 0;
    std::optional<std::uint32_t> activeParameter;
};
BOOST_DESCRIBE_STRUCT(SignatureHelp, (), (signatures, activeSignature, activeParameter))

struct DocumentHighlight {
    Range range;
    std::int32_t kind = 1;  ///< text
};
BOOST_DESCRIBE_STRUCT(DocumentHighlight, (), (range, kind))

inline constexpr std::int32_t symbol_kind_function = 12;

struct DocumentSymbol {
    std::string name;
    std::optional<std::string> detail;
    std::int32_t kind = symbol_kind_function;
    Range range;
    Range selectionRange;
};
BOOST_DESCRIBE_STRUCT(DocumentSymbol, (), (name, detail, kind, range, selectionRange))

struct SymbolInformation {
    std::string name;
    std::int32_t kind = symbol_kind_function;
    Location location;
    std::optional<std::string> containerName;
};
BOOST_DESCRIBE_STRUCT(SymbolInformation, (), (name, kind, location, containerName))

struct WorkspaceSymbolParams {
    std::string query;
    std::optional<ProgressToken> workDoneToken;
};
BOOST_DESCRIBE_STRUCT(WorkspaceSymbolParams, (), (query, workDoneToken))

struct ReferenceParams {
    TextDocumentIdentifier textDocument;
    Position position;
    std::optional<ProgressToken> workDoneToken;
};
BOOST_DESCRIBE_STRUCT(ReferenceParams, (), (textDocument, position, workDoneToken))

/// For methods about a document, or a range of it.
struct RangeParams {
    TextDocumentIdentifier textDocument;
    Range range;
};
BOOST_DESCRIBE_STRUCT(RangeParams, (), (textDocument, range))

struct InlayHint {
    Position position;
    std::string label;
    std::optional<MarkupContent> tooltip;
    bool paddingLeft = true;
    std::optional<json::value> data;
};
BOOST_DESCRIBE_STRUCT(InlayHint, (), (position, label, tooltip, paddingLeft, data))

struct CodeLens {
    Range range;
    Command command;
};
BOOST_DESCRIBE_STRUCT(CodeLens, (), (range, command))

struct DocumentLink {
    Range range;
    std::optional<Uri> target;
    std::optional<std::string> tooltip;
    std::optional<json::value> data;
};
BOOST_DESCRIBE_STRUCT(DocumentLink, (), (range, target, tooltip, data))

struct FoldingRange {
    std::uint32_t startLine = 0;
    std::uint32_t endLine = 0;
};
BOOST_DESCRIBE_STRUCT(FoldingRange, (), (startLine, endLine))

struct SelectionRangeParams {
    TextDocumentIdentifier textDocument;
    std::vector<Position> positions;
};
BOOST_DESCRIBE_STRUCT(SelectionRangeParams, (), (textDocument, positions))

}  // namespace alyx::lsp
