// A TOML text as a tree of values, each with the place where it stands. Keeps the parser's headers out of the rest.
#pragma once

#include <boost/system/result.hpp>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/text/failure.hpp"

namespace alyx::analyzer {

/// Line and column from 1; the column counts code points.
struct Mark {
    std::uint32_t line = 0;
    std::uint32_t column = 0;

    std::string to_string() const;
    friend constexpr auto operator<=>(Mark, Mark) = default;
};

struct TomlMember;

struct TomlValue {
    enum class Kind : std::uint8_t { table, array, text, integer, boolean, other };
    Kind kind = Kind::table;
    Mark mark;
    std::string text;
    std::int64_t integer = 0;
    bool boolean = false;
    std::vector<TomlValue> items;
    std::vector<TomlMember> members;  ///< in the order of the text

    /// Null where there is none, or this is no table.
    TomlValue const* find(std::string_view key) const;
    /// `a table`, `an array` ….
    std::string_view what() const;
};

struct TomlMember {
    std::string key;
    Mark mark;  ///< of the key
    TomlValue value;
};

/// The root table, or where and why the text is no TOML. `file` is for the failure.
boost::system::result<TomlValue, Failure> parse_toml(std::string_view file, std::string_view text);

/// As a TOML string, quoted.
std::string toml_quoted(std::string_view text);

}  // namespace alyx::analyzer
