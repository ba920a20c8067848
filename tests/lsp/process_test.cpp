// Each transport of the program: a whole session, and its end.
#include "tests/lsp/process.hpp"

#include <arpa/inet.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include <boost/test/unit_test.hpp>
#include <filesystem>

#include "lsp/transport/frame.hpp"

namespace alyx::tests {
namespace {

using lsp::framed;

std::string begin(std::string const& process = "null") {
    return framed(R"({"jsonrpc":"2.0","id":1,"method":"initialize","params":{"rootUri":null,"capabilities":{},)"
                  R"("processId":)" +
                  process + "}}") +
           framed(R"({"jsonrpc":"2.0","method":"initialized","params":{}})") +
           framed(
               R"-({"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":"file:///a.py",)-"
               R"-("languageId":"python","version":1,"text":"one.alyx.rest('weighing', 'list')\n"}}})-");
}

std::string end() {
    return framed(R"({"jsonrpc":"2.0","id":2,"method":"shutdown"})") + framed(R"({"jsonrpc":"2.0","method":"exit"})");
}

/// Says `begin` and `end` over a descriptor, and looks at what comes.
void whole_session(int to, int from) {
    write_all(to, begin());
    auto answer = read_until(from, "AQ520");
    BOOST_TEST(answer.find(R"("name":"alyxls")") != answer.npos, answer);
    BOOST_TEST(answer.find("AQ520") != answer.npos, answer);
    write_all(to, end());
    BOOST_TEST(read_until(from, R"("id":2,"result":null)").find("\"id\":2") != std::string::npos);
}

int connect_to(std::uint16_t port) {
    int descriptor = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    bool connected = connect(descriptor, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
    BOOST_TEST_REQUIRE(connected);
    return descriptor;
}

sockaddr_un local_address(std::string const& name) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    name.copy(address.sun_path, sizeof address.sun_path - 1);
    return address;
}

struct Folder {
    Folder() {
        char pattern[] = "/tmp/alyx-test-XXXXXX";
        path = mkdtemp(pattern);
    }
    ~Folder() { std::filesystem::remove_all(path); }
    std::string path;
};

}  // namespace

BOOST_AUTO_TEST_CASE(standard_streams) {
    Process server({"--stdio"});
    whole_session(server.in(), server.out());
    BOOST_TEST(server.wait() == 0);
}

BOOST_AUTO_TEST_CASE(the_end_of_the_input) {
    Process server({});
    write_all(server.in(), begin());
    server.close_input();
    BOOST_TEST(read_until(server.out(), "\"id\":1").find("\"id\":1") != std::string::npos);
    BOOST_TEST(server.wait() == 1);

    Process polite({});
    write_all(polite.in(), begin() + framed(R"({"jsonrpc":"2.0","id":2,"method":"shutdown"})"));
    polite.close_input();
    BOOST_TEST(polite.wait() == 0);

    Process cut({});
    write_all(cut.in(), "Content-Length: 100\r\n\r\n{");
    cut.close_input();
    BOOST_TEST(cut.wait() == 1);

    Process rude({});
    write_all(rude.in(), begin() + framed(R"({"jsonrpc":"2.0","method":"exit"})"));
    BOOST_TEST(rude.wait() == 1);
}

BOOST_AUTO_TEST_CASE(ends_with_the_process_of_the_client) {
    auto parent = fork();
    if (parent == 0) {
        pause();
        _exit(0);
    }
    Process server({});
    write_all(server.in(), begin(std::to_string(parent)));
    BOOST_TEST(read_until(server.out(), "AQ520").find("AQ520") != std::string::npos);
    kill(parent, SIGKILL);
    waitpid(parent, nullptr, 0);
    BOOST_TEST(server.wait() == 1);
}

BOOST_AUTO_TEST_CASE(tcp_serves_several_clients) {
    Process server({"--tcp", "0"});
    auto said = read_until(server.err(), "\n");
    auto colon = said.rfind(':');
    BOOST_TEST_REQUIRE((said.find("listening on 127.0.0.1:") != said.npos), said);
    auto port = static_cast<std::uint16_t>(std::stoi(said.substr(colon + 1)));
    int first = connect_to(port), second = connect_to(port), third = connect_to(port);
    write_all(third, begin());
    BOOST_TEST(read_until(third, "AQ520").find("AQ520") != std::string::npos);
    close(third);
    whole_session(second, second);
    whole_session(first, first);
    BOOST_TEST(read_until(first, "never").empty());
    close(first);
    close(second);
    int fourth = connect_to(port);
    whole_session(fourth, fourth);
    close(fourth);
    kill(server.id(), SIGTERM);
    BOOST_TEST(server.wait() == 0);
}

BOOST_AUTO_TEST_CASE(a_local_socket_of_the_server) {
    Folder folder;
    auto name = folder.path + "/socket";
    Process server({"--pipe", name});
    auto address = local_address(name);
    int descriptor = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    for (int tries = 0; tries < 1000; ++tries) {
        if (connect(descriptor, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0) break;
        usleep(10000);
    }
    whole_session(descriptor, descriptor);
    close(descriptor);
    BOOST_TEST(server.wait() == 0);
    BOOST_TEST(!std::filesystem::exists(name));
}

BOOST_AUTO_TEST_CASE(a_local_socket_of_the_client) {
    Folder folder;
    auto name = folder.path + "/socket";
    auto address = local_address(name);
    int listener = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    bool listens =
        bind(listener, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0 && listen(listener, 1) == 0;
    BOOST_TEST_REQUIRE(listens);
    Process server({"--pipe=" + name});
    int descriptor = accept4(listener, nullptr, nullptr, SOCK_CLOEXEC);
    whole_session(descriptor, descriptor);
    BOOST_TEST(server.wait() == 0);
    close(descriptor);
    close(listener);
}

BOOST_AUTO_TEST_CASE(the_command_line) {
    Process version({"--version"});
    BOOST_TEST(read_until(version.out(), "\n").rfind("alyxls ", 0) == 0U);
    BOOST_TEST(version.wait() == 0);
    Process help({"--help"});
    auto text = read_until(help.out(), "JupyterLab");
    for (auto const* word : {"--tcp", "--pipe", "--check", "Neovim", "Emacs", "Helix", "JupyterLab"})
        BOOST_TEST(text.find(word) != text.npos, word);
    Process wrong({"--brew"});
    BOOST_TEST(wrong.wait() == 2);
    Process check({"--check", ALYX_ROOT "/tests/examples/colony.py"});
    auto table = read_until(check.out(), "textDocument/signatureHelp");
    BOOST_TEST(table.find("textDocument/completion") != table.npos, table);
    BOOST_TEST(check.wait() == 0);
    Process missing({"--check", "/nowhere/at/all.py"});
    BOOST_TEST(read_until(missing.err(), "\n").find("/nowhere/at/all.py") != std::string::npos);
    BOOST_TEST(missing.wait() == 2);
}

}  // namespace alyx::tests
