// How the text of a file stands in its bytes, where that is not UTF-8.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace alyx::analyzer {

/// An encoding in which the bytes below 0x80 are ASCII and each byte above is one character; or UTF-8, or ASCII, whose
/// texts are their bytes, whatever these are. Decoding never fails, and encoding what was decoded gives the same bytes.
struct Encoding {
    std::string_view name;      ///< as Python's codecs have it
    std::u16string_view upper;  ///< the characters of the bytes from 0x80 on; empty: text is bytes
    bool only_ascii = false;    ///< nothing else may be written

    /// Can all characters of a text (UTF-8) be written?
    bool holds(std::string_view text) const;
    /// The text of a file as UTF-8.
    std::string decode(std::string bytes) const;
    /// The bytes of a text; none where a character cannot be written.
    std::optional<std::string> encode(std::string text) const;
};

Encoding const& utf8_encoding();
Encoding const& ascii_encoding();
/// By a name that Python takes (`latin-1`, `cp1252`, `ISO_8859-15`); null: one that is not known, or has several bytes
/// a character.
Encoding const* find_encoding(std::string_view name);

}  // namespace alyx::analyzer
