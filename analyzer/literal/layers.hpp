// The layers of literals, one file each, and what they share.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "analyzer/text/offset_map.hpp"

namespace alyx::analyzer {

/// Reads a raw text from left to right and appends to a decoded one.
class LiteralReader {
  public:
    LiteralReader(std::string_view raw, std::uint32_t base, Decoded& out) : raw_(raw), base_(base), out_(out) {}

    bool done() const { return at_ >= raw_.size(); }
    /// The byte `ahead` of the current one, 0 past the end.
    char peek(std::size_t ahead = 0) const { return at_ + ahead < raw_.size() ? raw_[at_ + ahead] : '\0'; }
    std::string_view rest() const { return raw_.substr(at_); }
    void keep(std::size_t length = 1);
    /// Keeps everything up to the first of `stops`.
    void keep_until(std::string_view stops);
    /// Replaces the next `length` raw bytes.
    void replace(std::size_t length, std::string_view by);
    void replace_by_code_point(std::size_t length, std::uint32_t code_point);
    /// Keeps a line end as Python's and JSON's readers see it: \r\n and \r are \n.
    void line_end();

  private:
    std::string_view raw_;
    std::uint32_t base_;
    Decoded& out_;
    std::size_t at_ = 0;
};

/// The number that exactly `digits` hexadecimal digits at the begin of `text` spell.
std::optional<std::uint32_t> hex_number(std::string_view text, std::size_t digits);
void append_utf8(std::string& text, std::uint32_t code_point);

void decode_python_text(std::string_view raw, std::uint32_t base, Decoded& out);
void decode_python_bytes(std::string_view raw, std::uint32_t base, Decoded& out);
void decode_python_raw(std::string_view raw, std::uint32_t base, Decoded& out);
void decode_python_format(std::string_view raw, std::uint32_t base, Decoded& out);
void decode_python_raw_format(std::string_view raw, std::uint32_t base, Decoded& out);
void decode_json_string(std::string_view raw, std::uint32_t base, Decoded& out);
void decode_script_text(std::string_view raw, std::uint32_t base, Decoded& out);
void decode_script_template(std::string_view raw, std::uint32_t base, Decoded& out);
void decode_shell_word(std::string_view raw, std::uint32_t base, Decoded& out);
void decode_shell_raw(std::string_view raw, std::uint32_t base, Decoded& out);
void decode_shell_text(std::string_view raw, std::uint32_t base, Decoded& out);
void decode_matlab_char(std::string_view raw, std::uint32_t base, Decoded& out);
void decode_matlab_string(std::string_view raw, std::uint32_t base, Decoded& out);
void decode_plain(std::string_view raw, std::uint32_t base, Decoded& out);

std::optional<std::string> encode_python_text(std::string_view quote, std::string_view text);
std::optional<std::string> encode_python_bytes(std::string_view quote, std::string_view text);
std::optional<std::string> encode_python_raw(std::string_view quote, std::string_view text);
std::optional<std::string> encode_python_format(std::string_view quote, std::string_view text);
std::optional<std::string> encode_python_raw_format(std::string_view quote, std::string_view text);
std::optional<std::string> encode_json_string(std::string_view quote, std::string_view text);
std::optional<std::string> encode_script_text(std::string_view quote, std::string_view text);
std::optional<std::string> encode_script_template(std::string_view quote, std::string_view text);
std::optional<std::string> encode_shell_word(std::string_view quote, std::string_view text);
std::optional<std::string> encode_shell_raw(std::string_view quote, std::string_view text);
std::optional<std::string> encode_shell_text(std::string_view quote, std::string_view text);
std::optional<std::string> encode_matlab_char(std::string_view quote, std::string_view text);
std::optional<std::string> encode_matlab_string(std::string_view quote, std::string_view text);
std::optional<std::string> encode_plain(std::string_view quote, std::string_view text);

/// Reads `\\u00e9`, or two that are halves of a character, with the reader at the backslash. False where it is neither.
bool read_utf16_escape(LiteralReader& reader);
/// Reads one Python escape, with the reader at the backslash.
void read_python_escape(LiteralReader& reader, bool is_bytes);
/// `text` with each brace doubled.
std::string double_braces(std::string_view text);

}  // namespace alyx::analyzer
