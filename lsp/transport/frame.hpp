// Frames of the base protocol: headers with Content-Length, and that many bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace alyx::lsp {

inline constexpr std::size_t default_frame_limit = std::size_t{64} << 20;

/// What a frame came to: its bytes, or what is wrong with it.
struct Frame {
    std::string body;
    std::string problem;  ///< empty: the frame is whole
};

/// Cuts any bytes into frames. What cannot be understood is named once and passed over, up to the next
/// `Content-Length`. Holds no more than one frame of `limit` bytes and one header.
class FrameReader {
  public:
    explicit FrameReader(std::size_t limit = default_frame_limit) : limit_(limit) {}

    void feed(std::string_view bytes);
    /// The next frame of those fed; nothing where more bytes are needed.
    std::optional<Frame> next();
    /// Do the bytes end within a frame?
    bool is_within_frame() const { return state_ != State::header || at_ < buffer_.size(); }

  private:
    enum class State : std::uint8_t { header, body, skipping, lost };
    std::optional<Frame> header();
    std::optional<Frame> lose(std::string problem);
    bool find_header();
    std::string_view remaining() const { return std::string_view(buffer_).substr(at_); }

    std::size_t limit_;
    State state_ = State::header;
    std::string buffer_;
    std::size_t at_ = 0;      ///< before it all is done
    std::size_t length_ = 0;  ///< of the body, or of what is still to be skipped
};

/// With its header.
std::string framed(std::string_view body);

}  // namespace alyx::lsp
