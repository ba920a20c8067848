// Immutable text with its name, its lines and, for a notebook's cell, where its bytes stand in the file.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/text/offset_map.hpp"
#include "analyzer/text/span.hpp"

namespace alyx::analyzer {

/// Row and column from 0; the column counts code points.
struct Position {
    std::uint32_t row = 0;
    std::uint32_t column = 0;
    friend constexpr auto operator<=>(Position const&, Position const&) = default;
};

/// What people read and point at: a file, or one cell of a notebook. `text` is UTF-8 as far as the file is.
class Source {
  public:
    Source(std::string name, std::string text);
    /// The cell with number `cell` (from 1, over all cells) of the notebook `name`; `map` leads to the file's bytes.
    Source(std::string name, std::uint32_t cell, Decoded decoded);

    std::string const& name() const { return name_; }
    std::optional<std::uint32_t> cell() const { return cell_; }
    std::string_view text() const { return text_; }
    /// Bytes of the outermost file.
    Span in_file(Span span) const;
    OffsetMap const* map() const { return cell_ ? &map_ : nullptr; }

    Position position(std::uint32_t offset) const;
    bool is_ascii() const { return continuing_.empty(); }
    /// The row of a byte; the last one past the text's end.
    std::uint32_t row(std::uint32_t offset) const;
    /// The line without its end; empty past the last one.
    std::string_view line(std::uint32_t row) const;
    std::uint32_t line_count() const { return static_cast<std::uint32_t>(lines_.size()); }
    std::uint32_t line_begin(std::uint32_t row) const { return lines_[row]; }

  private:
    std::uint32_t continuing_before(std::uint32_t offset) const;

    std::string name_;
    std::string text_;
    std::optional<std::uint32_t> cell_;
    OffsetMap map_;
    std::vector<std::uint32_t> lines_;       ///< where each line begins
    std::vector<std::uint32_t> continuing_;  ///< before each block: bytes that begin no character; of ASCII empty
};

}  // namespace alyx::analyzer
