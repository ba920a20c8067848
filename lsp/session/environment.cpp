// The file system and the steady clock.
#include "lsp/session/environment.hpp"

#include "analyzer/host/host.hpp"
#include "analyzer/workspace/files.hpp"

namespace alyx::lsp {

Environment real_environment(std::string version) {
    Environment environment;
    environment.version = std::move(version);
    environment.read = [](std::string const& path) { return analyzer::read_file(path); };
    environment.discover = [](std::vector<std::string> const& folders) {
        return analyzer::discover(folders, {.is_supported = analyzer::is_host_file}).files;
    };
    environment.clock = [] { return std::chrono::steady_clock::now(); };
    return environment;
}

}  // namespace alyx::lsp
