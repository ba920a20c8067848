// PostgreSQL's character classes, and the names that POSIX gives to ASCII.
#include "analyzer/value/pg_regex_names.hpp"

#include <algorithm>
#include <iterator>

namespace alyx::analyzer {
namespace {

// Both sorted.
constexpr std::string_view class_names[] = {"alnum", "alpha", "ascii", "blank", "cntrl", "digit", "graph",
                                            "lower", "print", "punct", "space", "upper", "word",  "xdigit"};
constexpr std::string_view elements[] = {"ACK",
                                         "BEL",
                                         "BS",
                                         "CAN",
                                         "CR",
                                         "DC1",
                                         "DC2",
                                         "DC3",
                                         "DC4",
                                         "DEL",
                                         "DLE",
                                         "EM",
                                         "ENQ",
                                         "EOT",
                                         "ESC",
                                         "ETB",
                                         "ETX",
                                         "FF",
                                         "FS",
                                         "GS",
                                         "HT",
                                         "IS1",
                                         "IS2",
                                         "IS3",
                                         "IS4",
                                         "LF",
                                         "NAK",
                                         "NUL",
                                         "RS",
                                         "SI",
                                         "SO",
                                         "SOH",
                                         "STX",
                                         "SUB",
                                         "SYN",
                                         "US",
                                         "VT",
                                         "alert",
                                         "ampersand",
                                         "apostrophe",
                                         "asterisk",
                                         "backslash",
                                         "backspace",
                                         "carriage-return",
                                         "circumflex",
                                         "circumflex-accent",
                                         "colon",
                                         "comma",
                                         "commercial-at",
                                         "dollar-sign",
                                         "eight",
                                         "equals-sign",
                                         "exclamation-mark",
                                         "five",
                                         "form-feed",
                                         "four",
                                         "full-stop",
                                         "grave-accent",
                                         "greater-than-sign",
                                         "hyphen",
                                         "hyphen-minus",
                                         "left-brace",
                                         "left-curly-bracket",
                                         "left-parenthesis",
                                         "left-square-bracket",
                                         "less-than-sign",
                                         "low-line",
                                         "newline",
                                         "nine",
                                         "number-sign",
                                         "one",
                                         "percent-sign",
                                         "period",
                                         "plus-sign",
                                         "question-mark",
                                         "quotation-mark",
                                         "reverse-solidus",
                                         "right-brace",
                                         "right-curly-bracket",
                                         "right-parenthesis",
                                         "right-square-bracket",
                                         "semicolon",
                                         "seven",
                                         "six",
                                         "slash",
                                         "solidus",
                                         "space",
                                         "tab",
                                         "three",
                                         "tilde",
                                         "two",
                                         "underscore",
                                         "vertical-line",
                                         "vertical-tab",
                                         "zero"};

}  // namespace

bool is_pg_character_class(std::string_view name) {
    return std::binary_search(std::begin(class_names), std::end(class_names), name);
}

bool is_pg_collating_element(std::string_view name) {
    return std::binary_search(std::begin(elements), std::end(elements), name);
}

}  // namespace alyx::analyzer
