// The program alyxls: reads the command line and serves a client.
#ifdef __linux__
#include <malloc.h>
#endif
#include <signal.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <cstdio>

#include "lsp/check.hpp"
#include "lsp/transport/transport.hpp"

namespace {

constexpr char about[] =
    "Checks the query strings that scripts and notebooks send to Alyx while one types: a language server for editors,\n"
    "of Python, JavaScript, TypeScript, shell scripts, MATLAB, Markdown, reStructuredText, notebooks and files of "
    "queries.";

constexpr char editors[] =
    "An editor starts it, with nothing but the program's name:\n\n"
    "  Neovim 0.11   vim.lsp.config('alyxls', { cmd = { 'alyxls' }, filetypes = { 'python', 'markdown', 'sh' } })\n"
    "                vim.lsp.enable('alyxls')\n"
    "  Emacs 29      (with-eval-after-load 'eglot\n"
    "                  (add-to-list 'eglot-server-programs '(python-mode . (\"alyxls\"))))\n"
    "  Helix         in languages.toml:\n"
    "                [language-server.alyxls]\n"
    "                command = \"alyxls\"\n"
    "                [[language]]\n"
    "                name = \"python\"\n"
    "                language-servers = [\"pylsp\", \"alyxls\"]\n"
    "  Kate          Settings, Configure Kate, LSP Client, User Server Settings:\n"
    "                {\"servers\": {\"python\": {\"command\": [\"alyxls\"]}}}\n"
    "  Sublime Text  LSP settings: {\"clients\": {\"alyxls\": {\"enabled\": true, \"command\": [\"alyxls\"],\n"
    "                \"selector\": \"source.python | text.html.markdown\"}}}\n"
    "  JupyterLab    jupyterlab-lsp, in jupyter_server_config.json: {\"LanguageServerManager\":\n"
    "                {\"language_servers\": {\"alyxls\": {\"version\": 2, \"argv\": [\"alyxls\"],\n"
    "                \"languages\": [\"python\"], \"mime_types\": [\"text/x-python\"]}}}}";

struct CommandLine {
    bool stdio = false;
    std::optional<std::uint16_t> tcp, socket;
    std::string host = "127.0.0.1", pipe;
    std::optional<std::int64_t> parent;
    std::vector<std::string> check;
};

void add_options(CLI::App& app, CommandLine& line) {
    app.set_version_flag("--version", "alyxls " ALYX_VERSION, "Print the version");
    auto* stdio = app.add_flag("--stdio", line.stdio, "Serve on standard input and output (the default)");
    auto* tcp = app.add_option("--tcp", line.tcp, "Listen on this port; 0 is any free one")->option_text("PORT");
    app.add_option("--host", line.host, "The address to listen on; without it, only this machine can connect")
        ->option_text("ADDRESS")
        ->needs(tcp);
    auto* socket = app.add_option("--socket", line.socket, "Connect to an editor that listens on this port")
                       ->option_text("PORT")
                       ->excludes(tcp);
    app.add_option("--pipe", line.pipe, "Serve on a local socket: an editor's, or a new one where nobody listens")
        ->option_text("NAME")
        ->excludes(tcp)
        ->excludes(socket);
    app.add_option("--clientProcessId", line.parent, "End with this process")->option_text("PID");
    app.add_option("--check", line.check, "Run every feature over every position of files, and say what fails")
        ->option_text("FILE…")
        ->excludes(tcp)
        ->excludes(stdio);
}

int serve(CommandLine const& line) {
    using namespace alyx::lsp;
    // A client that is gone is noticed where it is written to.
    signal(SIGPIPE, SIG_IGN);
    TransportOptions options{[] { return real_environment(ALYX_VERSION); }, line.parent};
    if (line.tcp) return serve_tcp(options, line.host, *line.tcp);
    if (line.socket) return serve_socket(options, *line.socket);
    if (!line.pipe.empty()) return serve_pipe(options, line.pipe);
    if (isatty(STDIN_FILENO))
        std::fputs("alyxls: an editor starts this program and speaks with it; `alyxls --help` says how\n", stderr);
    return serve_stdio(options);
}

}  // namespace

int main(int argc, char** argv) {
#ifdef __GLIBC__
    // Syntax trees are made and given back whole. Small blocks that are kept apart for a time are joined with the
    // others every now and then, all at once, which is felt while one types.
    mallopt(M_MXFAST, 0);
#endif
    CLI::App app(about, "alyxls");
    app.footer(editors);
    CommandLine line;
    add_options(app, line);
    try {
        app.parse(argc, argv);
    } catch (CLI::ParseError const& error) {
        return app.exit(error) == 0 ? 0 : 2;
    }
    if (!line.check.empty()) return alyx::lsp::check_files(line.check, ALYX_VERSION);
    // Not by returning: a thread may still wait for standard input, and uses what would be taken down.
    int code = serve(line);
    std::fflush(stdout);
    _exit(code);
}
