// Structs that many methods of the protocol share.
#pragma once

#include <map>
#include <string>
#include <variant>
#include <vector>

#include "lsp/protocol/codec.hpp"

namespace alyx::lsp {

using Uri = std::string;

struct Position {
    std::uint32_t line = 0;
    std::uint32_t character = 0;  ///< in units of the negotiated encoding
    friend auto operator<=>(Position const&, Position const&) = default;
};
BOOST_DESCRIBE_STRUCT(Position, (), (line, character))

struct Range {
    Position start;
    Position end;
    friend auto operator<=>(Range const&, Range const&) = default;
};
BOOST_DESCRIBE_STRUCT(Range, (), (start, end))

struct Location {
    Uri uri;
    Range range;
};
BOOST_DESCRIBE_STRUCT(Location, (), (uri, range))

struct TextDocumentIdentifier {
    Uri uri;
};
BOOST_DESCRIBE_STRUCT(TextDocumentIdentifier, (), (uri))

struct VersionedTextDocumentIdentifier {
    Uri uri;
    std::int32_t version = 0;
};
BOOST_DESCRIBE_STRUCT(VersionedTextDocumentIdentifier, (), (uri, version))

/// The version is null for a document that is not open.
struct OptionalVersionedTextDocumentIdentifier {
    Uri uri;
    std::variant<std::nullptr_t, std::int32_t> version;
};
BOOST_DESCRIBE_STRUCT(OptionalVersionedTextDocumentIdentifier, (), (uri, version))

struct TextDocumentPositionParams {
    TextDocumentIdentifier textDocument;
    Position position;
};
BOOST_DESCRIBE_STRUCT(TextDocumentPositionParams, (), (textDocument, position))

struct TextEdit {
    Range range;
    std::string newText;
};
BOOST_DESCRIBE_STRUCT(TextEdit, (), (range, newText))

struct TextDocumentEdit {
    OptionalVersionedTextDocumentIdentifier textDocument;
    std::vector<TextEdit> edits;
};
BOOST_DESCRIBE_STRUCT(TextDocumentEdit, (), (textDocument, edits))

/// `documentChanges` for clients that know them, because of the versions; else `changes`.
struct WorkspaceEdit {
    std::optional<std::map<Uri, std::vector<TextEdit>>> changes;
    std::optional<std::vector<TextDocumentEdit>> documentChanges;
};
BOOST_DESCRIBE_STRUCT(WorkspaceEdit, (), (changes, documentChanges))

struct Command {
    std::string title;
    std::string command;
    std::optional<std::vector<json::value>> arguments;
};
BOOST_DESCRIBE_STRUCT(Command, (), (title, command, arguments))

struct MarkupContent {
    std::string kind;  ///< plaintext or markdown
    std::string value;
};
BOOST_DESCRIBE_STRUCT(MarkupContent, (), (kind, value))

using ProgressToken = std::variant<std::int32_t, std::string>;

}  // namespace alyx::lsp
