// The tokens of MATLAB and Octave. Whether a quote begins a text or transposes, and whether a line is a command with
// words, depends on what stands before.
#pragma once

#include <string_view>
#include <vector>

#include "analyzer/text/unit.hpp"

namespace alyx::analyzer {

struct MatlabToken {
    enum class Kind : std::uint8_t {
        end,      ///< of the text
        newline,  ///< of a statement: a line's end, or a semicolon or comma outside of brackets
        name,
        keyword,
        number,
        text,     ///< '…' or "…"
        command,  ///< the words behind a name that make it a command (`hold on`)
        symbol,   ///< an operator or a bracket
    };
    Kind kind = Kind::end;
    Span span;
    bool spaced = false;  ///< blanks stand before it: in brackets they part items
    bool closed = true;   ///< of a text: its quote ends it on its line

    bool is(std::string_view text, std::string_view symbol) const {
        return (kind == Kind::symbol || kind == Kind::keyword) && span.of(text) == symbol;
    }
};

struct MatlabTokens {
    std::vector<MatlabToken> tokens;  ///< the last is `end`
    std::vector<Span> comments;
    std::vector<Span> continued;  ///< `…` to the line's end, where a statement goes on in the next row
};

/// Of the fragment's ranges. Total.
MatlabTokens matlab_tokens(std::string_view text, std::vector<Span> const& ranges);

}  // namespace alyx::analyzer
