// What is open at a place of code that is being written: strings and brackets, and how they would be closed.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/text/unit.hpp"

namespace alyx::analyzer {

/// A string, bracket or interpolation that began before the place and has not ended there.
struct OpenCode {
    enum class Kind : std::uint8_t { bracket, string, interpolation, comment };
    Kind kind = Kind::bracket;
    char opener = '(';         ///< of a bracket; a blank: the words of a shell's command
    std::string_view end;      ///< what ends it, in static storage; may be empty
    bool spans_lines = false;  ///< of a string
    bool is_format = false;    ///< of a string: something may be interpolated
    std::uint32_t begin = 0;   ///< of the bracket or of the first quote, in the source
    std::uint32_t items = 0;   ///< of a bracket: commas so far
    Span callee{};             ///< of a bracket: the name before it, may be empty
    Span keyword{};            ///< of a bracket: the name before `=` with which the last item begins, may be empty
    bool item_began = false;   ///< of a bracket: something stands behind the last comma, beside `word`
};

struct Unfinished {
    std::vector<OpenCode> open;   ///< from the outside in
    std::uint32_t statement = 0;  ///< where the statement of the top level begins that the place is in
    Span word{};                  ///< the name that ends at the place, in code; may be empty
    bool takes_keywords = false;  ///< calls of the language take arguments as `name=value`

    /// The bracket, or whatever else, that the place is in; null on the top level.
    OpenCode const* innermost() const { return open.empty() ? nullptr : &open.back(); }
    bool in_string() const { return !open.empty() && open.back().kind == OpenCode::Kind::string; }
    bool in_comment() const { return !open.empty() && open.back().kind == OpenCode::Kind::comment; }
};

/// What is open at the place, as the language of its fragment reads the code before it; nothing where no code of the
/// unit stands there. A string that spans no lines ends with its own, and brackets before what begins a statement.
std::optional<Unfinished> unfinished_at(Unit const& unit, Place place);

/// How much of a unit is kept around a place.
enum class AroundCode : std::uint8_t {
    statement,        ///< nothing before its statement of the top level
    before,           ///< all before
    but_end_of_line,  ///< all before, and what stands from the next line on
};

/// The unit with `marker` at the place and behind it what closes all that is open. What is kept before the place is at
/// the same places as in the unit.
Unit closed_at(Unit const& unit, Place place, Unfinished const& unfinished, std::string_view marker, AroundCode around);

}  // namespace alyx::analyzer
