// Finds the pages that ship with the program.
#include "analyzer/workspace/documentation.hpp"

#include <filesystem>

#include "analyzer/text/concat.hpp"

#ifndef ALYX_DOCS_URL
#define ALYX_DOCS_URL ""
#endif

namespace alyx::analyzer {

namespace fs = std::filesystem;

namespace {

bool stands_for_itself(char c) {
    bool is_word = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    return is_word || std::string_view("/-._~").find(c) != std::string_view::npos;
}

std::string lookup() {
    std::string configured = ALYX_DOCS_URL;
    while (configured.ends_with('/')) configured.pop_back();
    if (!configured.empty()) return configured;
    std::error_code failed;
    auto program = fs::read_symlink("/proc/self/exe", failed);
    return failed ? std::string() : documentation_beside(program.string());
}

}  // namespace

std::string file_url(std::string_view path) {
    std::string url = "file://";
    constexpr char digits[] = "0123456789ABCDEF";
    for (char c : path) {
        auto byte = static_cast<unsigned char>(c);
        if (stands_for_itself(c))
            url += c;
        else
            url += {'%', digits[byte >> 4], digits[byte & 15]};
    }
    return url;
}

std::string documentation_beside(std::string const& program) {
    auto folder = fs::path(program).parent_path();
    for (char const* way : {"../share/doc/alyxlint", "../../site"}) {
        auto site = (folder / way).lexically_normal();
        std::error_code failed;
        if (fs::is_regular_file(site / "index.html", failed)) return file_url(site.string());
    }
    return {};
}

std::string const& documentation_base() {
    static std::string const base = lookup();
    return base;
}

}  // namespace alyx::analyzer
