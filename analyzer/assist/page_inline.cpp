// The marks inside a page's texts: `code` and [links](target).
#include "analyzer/assist/page_inline.hpp"

#include <optional>

namespace alyx::analyzer {

namespace {

constexpr auto npos = std::string_view::npos;

struct Found {
    InlinePiece piece;
    std::size_t end;  ///< behind the mark
};

std::optional<Found> code_at(std::string_view text, std::size_t begin) {
    auto end = text.find('`', begin + 1);
    if (end == npos) return std::nullopt;
    return Found{{InlinePiece::Kind::code, text.substr(begin + 1, end - begin - 1), {}}, end + 1};
}

std::optional<Found> link_at(std::string_view text, std::size_t begin) {
    auto middle = text.find("](", begin + 1);
    auto end = middle == npos ? npos : text.find(')', middle);
    if (end == npos) return std::nullopt;
    return Found{{InlinePiece::Kind::link, text.substr(begin + 1, middle - begin - 1),
                  text.substr(middle + 2, end - middle - 2)},
                 end + 1};
}

}  // namespace

std::vector<InlinePiece> inline_pieces(std::string_view text) {
    std::vector<InlinePiece> pieces;
    std::size_t plain = 0;
    for (std::size_t at = 0; at < text.size();) {
        auto found = text[at] == '`' ? code_at(text, at) : text[at] == '[' ? link_at(text, at) : std::nullopt;
        if (!found) {
            ++at;
            continue;
        }
        if (at > plain) pieces.push_back({InlinePiece::Kind::text, text.substr(plain, at - plain), {}});
        pieces.push_back(found->piece);
        plain = at = found->end;
    }
    if (plain < text.size()) pieces.push_back({InlinePiece::Kind::text, text.substr(plain), {}});
    return pieces;
}

std::string plain_text(std::string_view text) {
    std::string plain;
    for (auto const& piece : inline_pieces(text))
        plain += piece.kind == InlinePiece::Kind::link ? plain_text(piece.text) : std::string(piece.text);
    return plain;
}

}  // namespace alyx::analyzer
