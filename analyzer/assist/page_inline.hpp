// The marks inside a page's texts: `code` and [links](target).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace alyx::analyzer {

struct InlinePiece {
    enum class Kind { text, code, link };
    Kind kind = Kind::text;
    std::string_view text;    ///< without marks; of a link its label, which may hold code
    std::string_view target;  ///< of a link
};

/// What a text is made of. A mark without its end is text.
std::vector<InlinePiece> inline_pieces(std::string_view text);

/// The text without its marks.
std::string plain_text(std::string_view text);

}  // namespace alyx::analyzer
