// The file system and the steady clock.
#include "lsp/session/environment.hpp"

#include <cstdlib>
#include <filesystem>

#include "analyzer/analyze/file_text.hpp"
#include "analyzer/workspace/documentation.hpp"
#include "analyzer/workspace/files.hpp"
#include "analyzer/workspace/write.hpp"
#include "lsp/session/uri.hpp"

namespace alyx::lsp {
namespace {

/// `$XDG_CACHE_HOME/alyxls` or `~/.cache/alyxls`; empty where neither is known.
std::string page_folder() {
    auto const *cache = std::getenv("XDG_CACHE_HOME"), *home = std::getenv("HOME");
    if (cache && *cache == '/') return std::string(cache) + "/alyxls";
    return home && *home == '/' ? std::string(home) + "/.cache/alyxls" : "";
}

Uri publish(std::string const& folder, std::string const& name, std::string const& text) {
    if (folder.empty()) return {};
    auto path = folder + "/" + name + ".md";
    auto before = analyzer::read_file(path);
    if (before && *before == text) return file_uri(path);
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (analyzer::write_file(path, text)) return {};
    return file_uri(path);
}

}  // namespace

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
    environment.publish = [folder = page_folder()](std::string const& name, std::string const& text) {
        return publish(folder, name, text);
    };
    environment.clock = [] { return std::chrono::steady_clock::now(); };
    return environment;
}

}  // namespace alyx::lsp
