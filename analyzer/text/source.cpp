// The line index: rows end at \n, \r\n or \r.
#include "analyzer/text/source.hpp"

#include <algorithm>

namespace alyx::analyzer {
namespace {

std::vector<std::uint32_t> line_begins(std::string_view text) {
    std::vector<std::uint32_t> begins{0};
    for (std::size_t i = 0; i < text.size(); ++i) {
        bool carriage_return = text[i] == '\r';
        if (text[i] != '\n' && !carriage_return) continue;
        if (carriage_return && i + 1 < text.size() && text[i + 1] == '\n') ++i;
        begins.push_back(static_cast<std::uint32_t>(i + 1));
    }
    return begins;
}

bool continues_code_point(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

/// Lines may be as long as the text.
constexpr std::uint32_t block = 1024;

std::uint32_t count_continuing(std::string_view text) {
    return static_cast<std::uint32_t>(std::count_if(text.begin(), text.end(), continues_code_point));
}

std::vector<std::uint32_t> continuing_before_blocks(std::string_view text) {
    std::vector<std::uint32_t> counts;
    if (std::all_of(text.begin(), text.end(), [](char byte) { return static_cast<unsigned char>(byte) < 0x80; }))
        return counts;
    counts.reserve(text.size() / block + 1);
    for (std::uint32_t begin = 0, count = 0; begin <= text.size(); begin += block) {
        counts.push_back(count);
        count += count_continuing(text.substr(begin, block));
    }
    return counts;
}

}  // namespace

Source::Source(std::string name, std::string text)
    : name_(std::move(name)),
      text_(std::move(text)),
      lines_(line_begins(text_)),
      continuing_(continuing_before_blocks(text_)) {}

Source::Source(std::string name, std::uint32_t cell, Decoded decoded)
    : name_(std::move(name)),
      text_(std::move(decoded.text)),
      cell_(cell),
      map_(std::move(decoded.map)),
      lines_(line_begins(text_)),
      continuing_(continuing_before_blocks(text_)) {}

Span Source::in_file(Span span) const {
    return cell_ ? map_.to_raw(span) : span;
}

Position Source::position(std::uint32_t offset) const {
    offset = std::min(offset, static_cast<std::uint32_t>(text_.size()));
    auto at = row(offset);
    return {at, offset - lines_[at] - (continuing_before(offset) - continuing_before(lines_[at]))};
}

std::uint32_t Source::continuing_before(std::uint32_t offset) const {
    if (is_ascii()) return 0;
    auto begin = offset / block * block;
    return continuing_[offset / block] + count_continuing(text().substr(begin, offset - begin));
}

std::uint32_t Source::row(std::uint32_t offset) const {
    auto after = std::upper_bound(lines_.begin(), lines_.end(), offset);
    return static_cast<std::uint32_t>(after - lines_.begin() - 1);
}

std::string_view Source::line(std::uint32_t row) const {
    if (row >= lines_.size()) return {};
    std::uint32_t end = row + 1 < lines_.size() ? lines_[row + 1] : static_cast<std::uint32_t>(text_.size());
    std::string_view line = std::string_view(text_).substr(lines_[row], end - lines_[row]);
    while (!line.empty() && (line.back() == '\n' || line.back() == '\r')) line.remove_suffix(1);
    return line;
}

}  // namespace alyx::analyzer
