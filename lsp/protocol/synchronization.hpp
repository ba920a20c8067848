// Opening, changing and closing of text documents and notebooks.
#pragma once

#include "lsp/protocol/base.hpp"

namespace alyx::lsp {

struct TextDocumentItem {
    Uri uri;
    std::string languageId;
    std::int32_t version = 0;
    std::string text;
};
BOOST_DESCRIBE_STRUCT(TextDocumentItem, (), (uri, languageId, version, text))

struct DidOpenTextDocumentParams {
    TextDocumentItem textDocument;
};
BOOST_DESCRIBE_STRUCT(DidOpenTextDocumentParams, (), (textDocument))

/// Without a range: the whole text.
struct TextDocumentContentChangeEvent {
    std::optional<Range> range;
    std::string text;
};
BOOST_DESCRIBE_STRUCT(TextDocumentContentChangeEvent, (), (range, text))

struct DidChangeTextDocumentParams {
    VersionedTextDocumentIdentifier textDocument;
    std::vector<TextDocumentContentChangeEvent> contentChanges;
};
BOOST_DESCRIBE_STRUCT(DidChangeTextDocumentParams, (), (textDocument, contentChanges))

/// For `didClose` and `didSave`.
struct TextDocumentParams {
    TextDocumentIdentifier textDocument;
};
BOOST_DESCRIBE_STRUCT(TextDocumentParams, (), (textDocument))

struct NotebookCell {
    std::int32_t kind = 2;  ///< 1 markup, 2 code
    Uri document;
};
BOOST_DESCRIBE_STRUCT(NotebookCell, (), (kind, document))

struct NotebookDocument {
    Uri uri;
    std::string notebookType;
    std::int32_t version = 0;
    std::vector<NotebookCell> cells;
};
BOOST_DESCRIBE_STRUCT(NotebookDocument, (), (uri, notebookType, version, cells))

struct DidOpenNotebookDocumentParams {
    NotebookDocument notebookDocument;
    std::vector<TextDocumentItem> cellTextDocuments;
};
BOOST_DESCRIBE_STRUCT(DidOpenNotebookDocumentParams, (), (notebookDocument, cellTextDocuments))

struct NotebookCellArrayChange {
    std::uint32_t start = 0;
    std::uint32_t deleteCount = 0;
    std::optional<std::vector<NotebookCell>> cells;
};
BOOST_DESCRIBE_STRUCT(NotebookCellArrayChange, (), (start, deleteCount, cells))

struct NotebookStructureChange {
    NotebookCellArrayChange array;
    std::optional<std::vector<TextDocumentItem>> didOpen;
    std::optional<std::vector<TextDocumentIdentifier>> didClose;
};
BOOST_DESCRIBE_STRUCT(NotebookStructureChange, (), (array, didOpen, didClose))

struct NotebookTextContent {
    VersionedTextDocumentIdentifier document;
    std::vector<TextDocumentContentChangeEvent> changes;
};
BOOST_DESCRIBE_STRUCT(NotebookTextContent, (), (document, changes))

struct NotebookCellChanges {
    std::optional<NotebookStructureChange> structure;
    std::optional<std::vector<NotebookCell>> data;
    std::optional<std::vector<NotebookTextContent>> textContent;
};
BOOST_DESCRIBE_STRUCT(NotebookCellChanges, (), (structure, data, textContent))

struct NotebookDocumentChangeEvent {
    std::optional<NotebookCellChanges> cells;
};
BOOST_DESCRIBE_STRUCT(NotebookDocumentChangeEvent, (), (cells))

struct DidChangeNotebookDocumentParams {
    VersionedTextDocumentIdentifier notebookDocument;
    NotebookDocumentChangeEvent change;
};
BOOST_DESCRIBE_STRUCT(DidChangeNotebookDocumentParams, (), (notebookDocument, change))

struct DidCloseNotebookDocumentParams {
    TextDocumentIdentifier notebookDocument;
    std::optional<std::vector<TextDocumentIdentifier>> cellTextDocuments;
};
BOOST_DESCRIBE_STRUCT(DidCloseNotebookDocumentParams, (), (notebookDocument, cellTextDocuments))

}  // namespace alyx::lsp
