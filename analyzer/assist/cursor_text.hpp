// A folded text with a cursor in it, and the way back from its bytes to those of the source.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "analyzer/fold/folded_text.hpp"
#include "analyzer/text/span.hpp"

namespace alyx::analyzer {

/// Invariant: `within` holds the cursor; its bytes stand in one literal, or in the code itself.
class CursorText {
  public:
    /// A name in the code, or none yet: its bytes are those of the source.
    static CursorText in_code(std::string_view name, Place place, std::uint32_t cursor);
    /// `text` with the cursor where the source has `cursor`; nothing where that is in none of its literals.
    static std::optional<CursorText> in_literal(FoldedText text, Place cursor);
    /// An empty text: nothing stands in the literal.
    static CursorText in_empty(Literal const& literal);

    std::string_view text() const { return folded_->text; }
    FoldedText const& folded() const { return *folded_; }
    std::uint32_t offset() const { return offset_; }
    /// In the source; within an escape it lies behind the place of `offset`.
    std::uint32_t in_source() const { return in_source_; }
    /// The bytes of the text that stand in the same literal as the cursor.
    Span within() const { return within_; }
    bool is_code() const { return !literal_; }
    /// In the text, for the place is only known of those within.
    Place place(Span span) const;
    /// As it must be written in the literal; nothing where that cannot be.
    std::optional<std::string> encoded(std::string_view text) const;
    /// Without the bytes of `span`: those of a marker that stood at the cursor.
    void remove(Span span);

  private:
    std::shared_ptr<FoldedText const> folded_;
    std::uint32_t offset_ = 0;
    std::uint32_t in_source_ = 0;
    Span within_;
    Literal const* literal_ = nullptr;
    std::uint32_t base_ = 0;  ///< of `within_.begin`: in the literal's text, or in the source
    std::uint32_t source_ = 0;
};

}  // namespace alyx::analyzer
