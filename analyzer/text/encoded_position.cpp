// Counts units of UTF-8, UTF-16 and UTF-32 along a line.
#include "analyzer/text/encoded_position.hpp"

#include <algorithm>

#include "analyzer/text/utf8.hpp"

namespace alyx::analyzer {
namespace {

/// The character at `at`; a byte that is no UTF-8 counts as one.
std::size_t length_at(std::string_view text, std::size_t at) {
    return std::max<std::size_t>(utf8_length(text, at), 1);
}

std::uint32_t units_of(std::size_t length, PositionEncoding encoding) {
    switch (encoding) {
        case PositionEncoding::utf8:
            return static_cast<std::uint32_t>(length);
        case PositionEncoding::utf16:
            return length == 4 ? 2 : 1;
        case PositionEncoding::utf32:
            return 1;
    }
    return 1;
}

std::uint32_t width(std::string_view text, PositionEncoding encoding) {
    std::uint32_t units = 0;
    for (std::size_t at = 0; at < text.size();) {
        auto length = length_at(text, at);
        units += units_of(length, encoding);
        at += length;
    }
    return units;
}

}  // namespace

EncodedPosition encoded_position(Source const& source, std::uint32_t offset, PositionEncoding encoding) {
    auto row = source.row(offset);
    auto line = source.line(row);
    if (source.is_ascii())
        return {row, static_cast<std::uint32_t>(std::min<std::size_t>(offset - source.line_begin(row), line.size()))};
    return {row, width(line.substr(0, offset - source.line_begin(row)), encoding)};
}

std::uint32_t byte_offset(Source const& source, EncodedPosition position, PositionEncoding encoding) {
    if (position.row >= source.line_count()) return static_cast<std::uint32_t>(source.text().size());
    auto line = source.line(position.row);
    std::size_t at = 0;
    for (std::uint32_t column = 0; at < line.size();) {
        auto length = length_at(line, at);
        column += units_of(length, encoding);
        if (column > position.column) break;
        at += length;
    }
    return source.line_begin(position.row) + static_cast<std::uint32_t>(at);
}

bool is_within(Source const& source, EncodedPosition position, PositionEncoding encoding) {
    return position.row < source.line_count() && position.column <= width(source.line(position.row), encoding);
}

}  // namespace alyx::analyzer
