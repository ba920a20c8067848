// TCP and local sockets.
#include <unistd.h>

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <boost/asio/signal_set.hpp>
#include <cstdio>

#include "lsp/transport/socket.hpp"
#include "lsp/transport/transport.hpp"

namespace alyx::lsp {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using local = asio::local::stream_protocol;
using boost::system::error_code;

int complain(std::string const& where, error_code error) {
    std::fprintf(stderr, "alyxls: %s: %s\n", where.c_str(), error.message().c_str());
    return 1;
}

/// Serves one client, whose process is watched, and then ends.
template <class Socket>
int serve_one(asio::io_context& context, Socket socket, TransportOptions const& options) {
    int exit_code = 1;
    auto end = [&](int code) {
        exit_code = code;
        context.stop();
    };
    std::make_shared<SocketClient<Socket>>(context, std::move(socket), options.environment(), end)
        ->start(options.parent, true);
    context.run();
    return exit_code;
}

class Listener {
  public:
    Listener(asio::io_context& context, tcp::acceptor acceptor, TransportOptions const& options)
        : context_(context), acceptor_(std::move(acceptor)), options_(options) {}

    void accept() {
        acceptor_.async_accept([this](error_code error, tcp::socket socket) {
            if (error == asio::error::operation_aborted) return;
            // Answers are small and awaited: none is to wait for more of them.
            if (!error) {
                error_code ignored;
                socket.set_option(tcp::no_delay(true), ignored);
                std::make_shared<SocketClient<tcp::socket>>(context_, std::move(socket), options_.environment(),
                                                            nullptr)
                    ->start(std::nullopt, false);
            }
            accept();
        });
    }

  private:
    asio::io_context& context_;
    tcp::acceptor acceptor_;
    TransportOptions const& options_;
};

}  // namespace

int serve_tcp(TransportOptions const& options, std::string const& host, std::uint16_t port) {
    asio::io_context context(1);
    error_code error;
    tcp::resolver resolver(context);
    auto found = resolver.resolve(host, std::to_string(port), tcp::resolver::passive, error);
    if (error) return complain(host, error);
    auto endpoint = found.begin()->endpoint();
    tcp::acceptor acceptor(context);
    acceptor.open(endpoint.protocol(), error);
    if (!error) acceptor.set_option(tcp::acceptor::reuse_address(true), error);
    if (!error) acceptor.bind(endpoint, error);
    if (!error) acceptor.listen(asio::socket_base::max_listen_connections, error);
    if (error) return complain(host + ":" + std::to_string(port), error);
    std::fprintf(stderr, "alyxls: listening on %s:%d\n", host.c_str(), acceptor.local_endpoint().port());
    asio::signal_set signals(context, SIGINT, SIGTERM);
    signals.async_wait([&](error_code, int) { context.stop(); });
    Listener listener(context, std::move(acceptor), options);
    listener.accept();
    context.run();
    return 0;
}

int serve_socket(TransportOptions const& options, std::uint16_t port) {
    asio::io_context context(1);
    tcp::socket socket(context);
    error_code error;
    socket.connect({asio::ip::address_v4::loopback(), port}, error);
    if (error) return complain("port " + std::to_string(port), error);
    socket.set_option(tcp::no_delay(true), error);
    return serve_one(context, std::move(socket), options);
}

int serve_pipe(TransportOptions const& options, std::string const& name) {
    asio::io_context context(1);
    if (name.size() >= 108) return complain(name, make_error_code(boost::system::errc::filename_too_long));
    local::endpoint endpoint(name);
    local::socket socket(context);
    error_code error;
    socket.connect(endpoint, error);
    if (!error) return serve_one(context, std::move(socket), options);
    // What a server that was killed has left behind.
    if (error == asio::error::connection_refused) unlink(name.c_str());
    error_code unused;
    socket.close(unused);
    local::acceptor acceptor(context);
    error = {};
    acceptor.open(endpoint.protocol(), error);
    if (!error) acceptor.bind(endpoint, error);
    if (error) return complain(name, error);
    acceptor.listen(1, error);
    if (!error) acceptor.accept(socket, error);
    acceptor.close(unused);
    unlink(name.c_str());
    if (error) return complain(name, error);
    return serve_one(context, std::move(socket), options);
}

}  // namespace alyx::lsp
