// Parses headers, and finds the next one after bytes that are none.
#include "lsp/transport/frame.hpp"

#include <algorithm>
#include <charconv>

#include "analyzer/text/concat.hpp"

namespace alyx::lsp {

using analyzer::concat;

namespace {

constexpr std::size_t header_limit = 4096;
constexpr std::string_view length_name = "content-length";

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
}

std::string lower(std::string_view text) {
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(), [](char c) { return lower(c); });
    return result;
}

std::string_view trimmed(std::string_view text) {
    auto begin = text.find_first_not_of(" \t\r");
    if (begin == text.npos) return {};
    return text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1);
}

/// Where the blank line ends that ends a header; npos where it is not there yet. Bare line feeds do too.
std::size_t header_end(std::string_view text) {
    auto end = std::string_view::npos;
    for (std::string_view blank : {"\r\n\r\n", "\n\n", "\n\r\n"})
        if (auto at = text.substr(0, header_limit).find(blank); at != text.npos) end = std::min(end, at + blank.size());
    return end;
}

struct Header {
    std::optional<std::size_t> length;
    std::string problem;
    bool has_noise = false;  ///< a line that is none of a header, which something else may have printed
};

void read_line(std::string_view line, Header& header) {
    auto colon = line.find(':');
    auto name = lower(trimmed(line.substr(0, colon)));
    auto value = colon == line.npos ? std::string_view() : trimmed(line.substr(colon + 1));
    if (colon == line.npos) {
        header.has_noise = true;
    } else if (name == length_name) {
        std::size_t length = 0;
        auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), length);
        if (error != std::errc() || end != value.data() + value.size() || header.length)
            header.problem = "a Content-Length that is not one number";
        else
            header.length = length;
    } else if (name == "content-type") {
        auto type = lower(value);
        auto charset = type.find("charset=");
        bool is_utf8 =
            charset == type.npos || type.find("utf-8", charset) != type.npos || type.find("utf8", charset) != type.npos;
        if (!is_utf8) header.problem = "a charset other than utf-8";
    }
}

Header read_header(std::string_view text) {
    Header header;
    while (!text.empty()) {
        auto line = trimmed(text.substr(0, text.find('\n')));
        text.remove_prefix(std::min(text.size(), text.find('\n') == text.npos ? text.size() : text.find('\n') + 1));
        if (!line.empty()) read_line(line, header);
    }
    if (!header.length && header.problem.empty())
        header.problem = header.has_noise ? "a header line without a colon" : "a header without Content-Length";
    return header;
}

}  // namespace

void FrameReader::feed(std::string_view bytes) {
    buffer_.erase(0, at_);
    at_ = 0;
    buffer_ += bytes;
}

std::optional<Frame> FrameReader::lose(std::string problem) {
    state_ = State::lost;
    return Frame{{}, concat(problem, "; what follows is passed over, up to the next Content-Length")};
}

std::optional<Frame> FrameReader::header() {
    auto end = header_end(remaining());
    if (end == std::string_view::npos) {
        if (remaining().size() < header_limit) return std::nullopt;
        at_ += header_limit / 2;
        return lose("a header that does not end");
    }
    auto parsed = read_header(remaining().substr(0, end));
    if (!parsed.length) {
        // The rest of a body that was longer than announced may stand before a good header, as one line.
        ++at_;
        return lose(std::move(parsed.problem));
    }
    at_ += end;
    length_ = *parsed.length;
    bool too_long = length_ > limit_;
    state_ = too_long || !parsed.problem.empty() ? State::skipping : State::body;
    if (too_long)
        return Frame{{},
                     concat("a message of ", std::to_string(length_), " bytes is passed over: at most ",
                            std::to_string(limit_), " are taken")};
    if (!parsed.problem.empty()) return Frame{{}, concat(parsed.problem, "; the message is passed over")};
    if (parsed.has_noise) return Frame{{}, "a header line without a colon; it is passed over"};
    return std::nullopt;
}

/// Drops bytes before the next header; false where there is none yet.
bool FrameReader::find_header() {
    auto text = remaining();
    auto found = std::search(text.begin(), text.end(), length_name.begin(), length_name.end(),
                             [](char a, char b) { return lower(a) == b; });
    auto kept = std::min(text.size(), length_name.size() - 1);
    at_ += found == text.end() ? text.size() - kept : static_cast<std::size_t>(found - text.begin());
    if (found == text.end()) return false;
    state_ = State::header;
    return true;
}

std::optional<Frame> FrameReader::next() {
    for (;;) {
        switch (state_) {
            case State::header: {
                auto frame = header();
                if (frame || state_ == State::header) return frame;
                break;
            }
            case State::skipping: {
                auto skipped = std::min(length_, remaining().size());
                at_ += skipped;
                length_ -= skipped;
                if (length_ > 0) return std::nullopt;
                state_ = State::header;
                break;
            }
            case State::body: {
                if (remaining().size() < length_) return std::nullopt;
                Frame frame{std::string(remaining().substr(0, length_)), {}};
                at_ += length_;
                state_ = State::header;
                return frame;
            }
            case State::lost:
                if (!find_header()) return std::nullopt;
                break;
        }
    }
}

std::string framed(std::string_view body) {
    return concat("Content-Length: ", std::to_string(body.size()), "\r\n\r\n", body);
}

}  // namespace alyx::lsp
