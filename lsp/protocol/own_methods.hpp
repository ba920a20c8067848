// Methods that are no part of the protocol: what a client of our own shows beside what editors show by themselves.
#pragma once

#include <string>
#include <vector>

#include "lsp/protocol/base.hpp"

namespace alyx::lsp {

/// `alyx/queries`: of the document, or of all cells of its notebook.
struct QueriesParams {
    TextDocumentIdentifier textDocument;
};
BOOST_DESCRIBE_STRUCT(QueriesParams, (), (textDocument))

struct QueryItem {
    Uri uri;
    Range range;           ///< of the call, or of the text that a comment declares a query
    std::string endpoint;  ///< empty: not known
    std::string text;      ///< the code, on one line
};
BOOST_DESCRIBE_STRUCT(QueryItem, (), (uri, range, endpoint, text))

/// `alyx/fixWorkspace`.
struct FixWorkspaceParams {
    std::optional<ProgressToken> workDoneToken;
};
BOOST_DESCRIBE_STRUCT(FixWorkspaceParams, (), (workDoneToken))

/// Its answer: what all fixes that are certain lead to, in all files, for the client to apply.
struct WorkspaceFixes {
    std::uint32_t files = 0;
    WorkspaceEdit edit;
};
BOOST_DESCRIBE_STRUCT(WorkspaceFixes, (), (files, edit))

/// `alyx/explain`: a rule's page as Markdown, or null where no rule has this code or name.
struct ExplainParams {
    std::string rule;
};
BOOST_DESCRIBE_STRUCT(ExplainParams, (), (rule))

/// `alyx/schema`: the schemas that hold for the document, or for the workspace where there is none.
struct SchemaParams {
    std::optional<TextDocumentIdentifier> textDocument;
};
BOOST_DESCRIBE_STRUCT(SchemaParams, (), (textDocument))

struct SchemaField {
    std::string name;
    std::string type;                   ///< the class of the field, as the server names it
    std::optional<std::string> target;  ///< of a relation: the label of the model it leads to
    bool isReverse = false;             ///< a relation of the other model, seen from its end
    std::string help;
};
BOOST_DESCRIBE_STRUCT(SchemaField, (), (name, type, target, isReverse, help))

struct SchemaModel {
    std::string label;
    std::string name;
    std::vector<SchemaField> fields;
};
BOOST_DESCRIBE_STRUCT(SchemaModel, (), (label, name, fields))

struct SchemaParameter {
    std::string name;
    std::string detail;
};
BOOST_DESCRIBE_STRUCT(SchemaParameter, (), (name, detail))

struct SchemaEndpoint {
    std::string name;
    std::optional<std::string> model;  ///< the label of what it lists
    std::vector<SchemaParameter> parameters;
};
BOOST_DESCRIBE_STRUCT(SchemaEndpoint, (), (name, model, parameters))

struct SchemaItem {
    std::string title;
    std::string version;
    std::vector<SchemaEndpoint> endpoints;
    std::vector<SchemaModel> models;
};
BOOST_DESCRIBE_STRUCT(SchemaItem, (), (title, version, endpoints, models))

}  // namespace alyx::lsp
