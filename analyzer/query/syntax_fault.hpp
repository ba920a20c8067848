// What is wrong with how a statement is written: the tree has a hole there, and this says why.
#pragma once

#include <cstdint>
#include <string_view>

#include "analyzer/text/span.hpp"

namespace alyx::analyzer {

struct SyntaxFault {
    enum class Kind : std::uint8_t {
        missing,           ///< at `span`, which is empty, `expected` is due
        unexpected,        ///< `span` has no business there
        unclosed_quote,    ///< opened at the begin of `span`
        foreign_operator,  ///< of another language; `expected` is what is written here, where there is such a thing
        letter_case,       ///< a keyword that is not in lower case; `expected` is
        star,              ///< `select *`
        repeated_clause,
        clause_order,     ///< `span` is the keyword of a clause that belongs in front of one before it
        key_in_brackets,  ///< `custom_attributes["fps"]`
        nested_too_deep,
    };
    Kind kind = Kind::missing;
    Span span;
    std::string_view expected;  ///< lives as long as the program
    Span before;                ///< the word in front, which may have swallowed a keyword; may be empty
};

}  // namespace alyx::analyzer
