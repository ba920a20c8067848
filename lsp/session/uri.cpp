// Percent encoding of paths.
#include "lsp/session/uri.hpp"

#include <algorithm>

namespace alyx::lsp {
namespace {

int hex(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    c = static_cast<char>(c | 0x20);
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_kept(char c) {
    return is_letter(c) || (c >= '0' && c <= '9') || std::string_view("-._~/").find(c) != std::string_view::npos;
}

/// `/c:` at its begin?
bool has_drive(std::string_view path) {
    return path.size() > 2 && path[0] == '/' && is_letter(path[1]) && path[2] == ':';
}

/// At the top of what JupyterLab serves. Its notebooks have addresses in there, and lie outside.
constexpr std::string_view jupyter_folder = "/.virtual_documents";

}  // namespace

std::optional<std::string> path_of(std::string_view uri) {
    auto begins = [](std::string_view text, std::string_view with) {
        return text.size() >= with.size() && std::equal(with.begin(), with.end(), text.begin(), [](char a, char b) {
                   return a == (is_letter(b) ? b | 0x20 : b);
               });
    };
    if (!begins(uri, "file:")) return std::nullopt;
    uri.remove_prefix(5);
    if (uri.starts_with("//")) {
        uri.remove_prefix(2);
        auto authority = uri.substr(0, uri.find('/'));
        if (authority == "localhost" || authority.empty()) uri.remove_prefix(authority.size());
    }
    uri = uri.substr(0, uri.find_first_of("?#"));
    std::string path;
    for (std::size_t i = 0; i < uri.size(); ++i) {
        bool escape = uri[i] == '%' && i + 2 < uri.size() && hex(uri[i + 1]) >= 0 && hex(uri[i + 2]) >= 0;
        path += escape ? static_cast<char>(hex(uri[i + 1]) * 16 + hex(uri[i + 2])) : uri[i];
        if (escape) i += 2;
    }
    if (has_drive(path)) path.erase(0, 1);
    for (auto at = path.find(jupyter_folder); at != path.npos; at = path.find(jupyter_folder, at + 1)) {
        auto end = at + jupyter_folder.size();
        if (end == path.size() || path[end] == '/') return path.erase(at, jupyter_folder.size());
    }
    return path;
}

std::string file_uri(std::string_view path) {
    std::string uri = "file://";
    if (!path.starts_with('/')) uri += '/';
    for (char c : path) {
        if (is_kept(c)) {
            uri += c;
            continue;
        }
        constexpr std::string_view digits = "0123456789ABCDEF";
        auto byte = static_cast<unsigned char>(c);
        uri += {'%', digits[byte >> 4], digits[byte & 15]};
    }
    return uri;
}

}  // namespace alyx::lsp
