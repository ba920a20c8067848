// The words of queries with what they are, for colours.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "analyzer/analyze/analysis.hpp"

namespace alyx::analyzer {

enum class TokenKind : std::uint8_t {
    endpoint,
    action,
    negation,
    relation,
    field,
    key,
    transform,
    lookup,
    number,
    text,
    word,
    separator
};

struct Token {
    Place place;
    TokenKind kind = TokenKind::text;
};

/// In the order of the text, not overlapping, each within a line. What a finding is about is among them as far as it
/// is known to be anything. `word`: True, False, None.
std::vector<Token> tokens(Analysis const& analysis);

}  // namespace alyx::analyzer
