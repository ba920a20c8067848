// Standard input and output: a thread reads and blocks, so that the process's own descriptors stay as they are.
#include <unistd.h>

#include <array>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>
#include <cerrno>
#include <memory>
#include <thread>

#include "lsp/transport/loop.hpp"
#include "lsp/transport/transport.hpp"

namespace alyx::lsp {
namespace {

struct Stdio {
    boost::asio::io_context context;
    std::unique_ptr<Loop> loop;
    int exit_code = 1;

    void stop(int code) {
        exit_code = code;
        context.stop();
    }
};

bool write_all(std::string_view bytes) {
    while (!bytes.empty()) {
        auto written = write(STDOUT_FILENO, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

/// Nobody can end a blocking read: the thread owns what it needs, and the process does not wait for it.
void read_all(std::shared_ptr<Stdio> const& stdio) {
    std::array<char, 65536> buffer;
    for (;;) {
        auto count = read(STDIN_FILENO, buffer.data(), buffer.size());
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) break;
        boost::asio::post(stdio->context, [stdio, bytes = std::string(buffer.data(), static_cast<std::size_t>(count))] {
            stdio->loop->receive(bytes);
        });
    }
    boost::asio::post(stdio->context, [stdio] { stdio->loop->bytes_ended(); });
}

}  // namespace

int serve_stdio(TransportOptions const& options) {
    auto stdio = std::make_shared<Stdio>();
    auto write = [at = stdio.get()](std::string const& bytes) {
        if (!write_all(bytes)) at->stop(1);
    };
    stdio->loop = std::make_unique<Loop>(stdio->context, options.environment(), write,
                                         [at = stdio.get()](int code) { at->stop(code); });
    stdio->loop->watch(options.parent);
    auto guard = boost::asio::make_work_guard(stdio->context);
    std::thread(read_all, stdio).detach();
    stdio->context.run();
    return stdio->exit_code;
}

}  // namespace alyx::lsp
