// Semantic tokens, whole and as differences.
#pragma once

#include "lsp/protocol/base.hpp"

namespace alyx::lsp {

/// Five numbers a token: lines and characters from the one before, length, type, modifiers.
struct SemanticTokens {
    std::optional<std::string> resultId;
    std::vector<std::uint32_t> data;
};
BOOST_DESCRIBE_STRUCT(SemanticTokens, (), (resultId, data))

struct SemanticTokensDeltaParams {
    TextDocumentIdentifier textDocument;
    std::string previousResultId;
};
BOOST_DESCRIBE_STRUCT(SemanticTokensDeltaParams, (), (textDocument, previousResultId))

struct SemanticTokensEdit {
    std::uint32_t start = 0;
    std::uint32_t deleteCount = 0;
    std::vector<std::uint32_t> data;
};
BOOST_DESCRIBE_STRUCT(SemanticTokensEdit, (), (start, deleteCount, data))

struct SemanticTokensDelta {
    std::optional<std::string> resultId;
    std::vector<SemanticTokensEdit> edits;
};
BOOST_DESCRIBE_STRUCT(SemanticTokensDelta, (), (resultId, edits))

struct SemanticTokensLegend {
    std::vector<std::string> tokenTypes, tokenModifiers;
};
BOOST_DESCRIBE_STRUCT(SemanticTokensLegend, (), (tokenTypes, tokenModifiers))

struct SemanticTokensFullOptions {
    bool delta = true;
};
BOOST_DESCRIBE_STRUCT(SemanticTokensFullOptions, (), (delta))

struct SemanticTokensOptions {
    SemanticTokensLegend legend;
    bool range = true;
    SemanticTokensFullOptions full;
};
BOOST_DESCRIBE_STRUCT(SemanticTokensOptions, (), (legend, range, full))

}  // namespace alyx::lsp
