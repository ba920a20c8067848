// Columns as editors count them: bytes, UTF-16 code units or code points of a line.
#pragma once

#include <cstdint>
#include <string_view>

#include "analyzer/text/source.hpp"

namespace alyx::analyzer {

enum class PositionEncoding : std::uint8_t { utf8, utf16, utf32 };

/// Row and column from 0; the column counts units of an encoding.
struct EncodedPosition {
    std::uint32_t row = 0;
    std::uint32_t column = 0;
    friend constexpr auto operator<=>(EncodedPosition const&, EncodedPosition const&) = default;
};

/// The place of byte `offset`, which is taken back to the text's end where it lies behind it. An offset between `\r`
/// and `\n` is behind its line's end, as editors cannot stand there.
EncodedPosition encoded_position(Source const& source, std::uint32_t offset, PositionEncoding encoding);

/// The byte at a position. A column behind the line's end is its end, one within a character that character's begin,
/// and a row behind the last one the text's end.
std::uint32_t byte_offset(Source const& source, EncodedPosition position, PositionEncoding encoding);

/// Does the position exist? The line's end is part of it.
bool is_within(Source const& source, EncodedPosition position, PositionEncoding encoding);

}  // namespace alyx::analyzer
