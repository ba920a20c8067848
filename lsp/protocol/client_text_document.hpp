// What a client can do with text documents, as far as the server asks.
#pragma once

#include <string>
#include <vector>

#include "lsp/protocol/codec.hpp"

namespace alyx::lsp {

/// A capability of which only matters that it is there.
using Present = std::optional<json::value>;

template <class Item>
struct ValueSet {
    std::optional<std::vector<Item>> valueSet;
    BOOST_DESCRIBE_CLASS(ValueSet, (), (valueSet), (), ())
};

struct Properties {
    std::vector<std::string> properties;
};
BOOST_DESCRIBE_STRUCT(Properties, (), (properties))

struct CompletionItemCapabilities {
    std::optional<bool> snippetSupport;
    std::optional<std::vector<std::string>> documentationFormat;
    std::optional<bool> deprecatedSupport;
    std::optional<ValueSet<std::int32_t>> tagSupport;
    std::optional<bool> insertReplaceSupport;
    std::optional<Properties> resolveSupport;
    std::optional<bool> labelDetailsSupport;
};
BOOST_DESCRIBE_STRUCT(CompletionItemCapabilities, (),
                      (snippetSupport, documentationFormat, deprecatedSupport, tagSupport, insertReplaceSupport,
                       resolveSupport, labelDetailsSupport))

struct CompletionClientCapabilities {
    std::optional<CompletionItemCapabilities> completionItem;
};
BOOST_DESCRIBE_STRUCT(CompletionClientCapabilities, (), (completionItem))

struct HoverClientCapabilities {
    std::optional<std::vector<std::string>> contentFormat;
};
BOOST_DESCRIBE_STRUCT(HoverClientCapabilities, (), (contentFormat))

struct CodeActionLiteralSupport {
    ValueSet<std::string> codeActionKind;
};
BOOST_DESCRIBE_STRUCT(CodeActionLiteralSupport, (), (codeActionKind))

struct CodeActionClientCapabilities {
    std::optional<CodeActionLiteralSupport> codeActionLiteralSupport;
    std::optional<bool> isPreferredSupport;
    std::optional<bool> dataSupport;
    std::optional<Properties> resolveSupport;
};
BOOST_DESCRIBE_STRUCT(CodeActionClientCapabilities, (),
                      (codeActionLiteralSupport, isPreferredSupport, dataSupport, resolveSupport))

struct PublishDiagnosticsClientCapabilities {
    std::optional<bool> relatedInformation;
    std::optional<ValueSet<std::int32_t>> tagSupport;
    std::optional<bool> versionSupport;
    std::optional<bool> codeDescriptionSupport;
    std::optional<bool> dataSupport;
};
BOOST_DESCRIBE_STRUCT(PublishDiagnosticsClientCapabilities, (),
                      (relatedInformation, tagSupport, versionSupport, codeDescriptionSupport, dataSupport))

struct SemanticTokensClientCapabilities {
    std::vector<std::string> tokenTypes;
    std::vector<std::string> tokenModifiers;
};
BOOST_DESCRIBE_STRUCT(SemanticTokensClientCapabilities, (), (tokenTypes, tokenModifiers))

struct DocumentSymbolClientCapabilities {
    std::optional<bool> hierarchicalDocumentSymbolSupport;
};
BOOST_DESCRIBE_STRUCT(DocumentSymbolClientCapabilities, (), (hierarchicalDocumentSymbolSupport))

struct TextDocumentClientCapabilities {
    std::optional<PublishDiagnosticsClientCapabilities> publishDiagnostics;
    Present diagnostic;
    std::optional<CompletionClientCapabilities> completion;
    std::optional<HoverClientCapabilities> hover;
    std::optional<CodeActionClientCapabilities> codeAction;
    std::optional<SemanticTokensClientCapabilities> semanticTokens;
    Present signatureHelp, definition, references, documentHighlight, inlayHint, codeLens, documentLink, foldingRange,
        selectionRange;
    std::optional<DocumentSymbolClientCapabilities> documentSymbol;
};
BOOST_DESCRIBE_STRUCT(TextDocumentClientCapabilities, (),
                      (publishDiagnostics, diagnostic, completion, hover, codeAction, semanticTokens, signatureHelp,
                       definition, references, documentHighlight, documentSymbol, inlayHint, codeLens, documentLink,
                       foldingRange, selectionRange))

}  // namespace alyx::lsp
