// Completion and hover.
#pragma once

#include "lsp/protocol/base.hpp"

namespace alyx::lsp {

struct CompletionContext {
    std::int32_t triggerKind = 1;  ///< 1 asked for, 2 after a character, 3 again for an incomplete list
    std::optional<std::string> triggerCharacter;
};
BOOST_DESCRIBE_STRUCT(CompletionContext, (), (triggerKind, triggerCharacter))

struct CompletionParams {
    TextDocumentIdentifier textDocument;
    Position position;
    std::optional<CompletionContext> context;
};
BOOST_DESCRIBE_STRUCT(CompletionParams, (), (textDocument, position, context))

struct CompletionItemLabelDetails {
    std::optional<std::string> detail;
    std::optional<std::string> description;
};
BOOST_DESCRIBE_STRUCT(CompletionItemLabelDetails, (), (detail, description))

struct InsertReplaceEdit {
    std::string newText;
    Range insert;
    Range replace;
};
BOOST_DESCRIBE_STRUCT(InsertReplaceEdit, (), (newText, insert, replace))

enum class CompletionItemKind : std::int32_t {
    Method = 2,
    Function = 3,
    Field = 5,
    Module = 9,
    Property = 10,
    Value = 12,
    Reference = 18,
    EnumMember = 20,
    Operator = 24,
};
enum class InsertTextFormat : std::int32_t { PlainText = 1, Snippet = 2 };

struct CompletionItem {
    std::string label;
    std::optional<CompletionItemLabelDetails> labelDetails;
    std::optional<CompletionItemKind> kind;
    std::optional<std::string> detail;
    std::optional<MarkupContent> documentation;
    std::optional<std::string> sortText;
    std::optional<std::string> filterText;
    std::optional<std::string> insertText;
    std::optional<InsertTextFormat> insertTextFormat;
    std::optional<std::variant<TextEdit, InsertReplaceEdit>> textEdit;
    std::optional<Command> command;
    std::optional<json::value> data;
};
BOOST_DESCRIBE_STRUCT(CompletionItem, (),
                      (label, labelDetails, kind, detail, documentation, sortText, filterText, insertText,
                       insertTextFormat, textEdit, command, data))

struct CompletionList {
    bool isIncomplete = false;
    std::vector<CompletionItem> items;
};
BOOST_DESCRIBE_STRUCT(CompletionList, (), (isIncomplete, items))

struct Hover {
    MarkupContent contents;
    std::optional<Range> range;
};
BOOST_DESCRIBE_STRUCT(Hover, (), (contents, range))

}  // namespace alyx::lsp
