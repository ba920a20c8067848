// The file system and the steady clock.
#include "lsp/session/environment.hpp"

#include <filesystem>

#include "analyzer/analyze/file_text.hpp"
#include "analyzer/workspace/documentation.hpp"

namespace alyx::lsp {

Environment real_environment(std::string version) {
    Environment environment;
    environment.version = std::move(version);
    environment.documentation = analyzer::documentation_base();
    std::error_code none;
    environment.configurations.current_folder = std::filesystem::current_path(none).string();
    environment.read = [](std::string const& path) -> boost::system::result<std::string, analyzer::Failure> {
        auto file = analyzer::read_text(path);
        if (!file) return file.error();
        return {boost::system::in_place_value, std::move(file->text)};
    };
    environment.clock = [] { return std::chrono::steady_clock::now(); };
    return environment;
}

}  // namespace alyx::lsp
