// A client at the other end of a stream socket.
#pragma once

#include <array>
#include <boost/asio/buffer.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/write.hpp>
#include <deque>
#include <functional>
#include <memory>

#include "lsp/transport/loop.hpp"

namespace alyx::lsp {

/// Lives until the connection ends, and all that was to be sent is sent.
template <class Socket>
class SocketClient : public std::enable_shared_from_this<SocketClient<Socket>> {
  public:
    SocketClient(boost::asio::io_context& context, Socket socket, Environment environment, Loop::End end)
        : socket_(std::move(socket)),
          loop_(
              context, std::move(environment), [this](std::string bytes) { send(std::move(bytes)); },
              [this](int code) { finish(code); }),
          end_(std::move(end)) {}

    void start(std::optional<std::int64_t> parent, bool watches) {
        self_ = this->shared_from_this();
        if (watches) loop_.watch(parent);
        read();
    }

  private:
    void read() {
        auto self = this->shared_from_this();
        socket_.async_read_some(boost::asio::buffer(buffer_),
                                [self](boost::system::error_code error, std::size_t count) {
                                    if (error) return self->loop_.bytes_ended();
                                    self->loop_.receive({self->buffer_.data(), count});
                                    self->read();
                                });
    }

    void send(std::string bytes) {
        outgoing_.push_back(std::move(bytes));
        if (outgoing_.size() == 1) write();
    }

    void write() {
        auto self = this->shared_from_this();
        boost::asio::async_write(socket_, boost::asio::buffer(outgoing_.front()),
                                 [self](boost::system::error_code error, std::size_t) {
                                     self->outgoing_.pop_front();
                                     if (error) self->outgoing_.clear();
                                     if (!self->outgoing_.empty()) return self->write();
                                     if (error) return self->loop_.bytes_ended();
                                     if (self->exit_code_) self->close();
                                 });
    }

    void finish(int code) {
        exit_code_ = code;
        if (outgoing_.empty()) close();
    }

    void close() {
        boost::system::error_code ignored;
        socket_.shutdown(Socket::shutdown_both, ignored);
        socket_.close(ignored);
        if (end_) std::exchange(end_, {})(*exit_code_);
        // Called by the loop, which must not be taken down meanwhile.
        boost::asio::post(socket_.get_executor(), [self = std::move(self_)] {});
    }

    Socket socket_;
    std::array<char, 65536> buffer_{};
    std::deque<std::string> outgoing_;
    Loop loop_;
    Loop::End end_;
    std::optional<int> exit_code_;
    std::shared_ptr<SocketClient> self_;  ///< until it is closed
};

}  // namespace alyx::lsp
