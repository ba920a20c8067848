// Reads descriptors to their end, without asking what is behind them.
#include "analyzer/cli/input.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "analyzer/host/host.hpp"
#include "analyzer/text/concat.hpp"
#include "analyzer/workspace/descriptor.hpp"
#include "analyzer/workspace/files.hpp"

namespace alyx::cli {

using namespace analyzer;

namespace {

template <class T>
using Result = boost::system::result<T, Failure>;

Result<std::string> read_all(int descriptor, std::string const& name) {
    constexpr std::size_t block = 1 << 16;
    std::string bytes;
    while (true) {
        auto filled = bytes.size();
        bytes.resize(filled + block);
        auto n = ::read(descriptor, bytes.data() + filled, block);
        int error = errno;
        bytes.resize(filled + static_cast<std::size_t>(std::max<ssize_t>(n, 0)));
        if (n < 0 && error == EINTR) continue;
        if (n < 0) return system_failure(name, error);
        if (n == 0) return {boost::system::in_place_value, std::move(bytes)};
        if (bytes.size() > default_size_limit)
            return Failure{name, "", "is larger than the limit of 64 MiB", "split it or leave it out"};
    }
}

/// `.py, .pyi … or .md`
std::string kinds_of_files() {
    auto const all = host_extensions();
    std::string list;
    for (std::size_t i = 0; i < all.size(); ++i)
        list += concat(i == 0 ? "" : i + 1 < all.size() ? ", " : " or ", all[i]);
    return list;
}

}  // namespace

Result<std::string> read_input(std::string const& path) {
    if (path == "-") return read_all(STDIN_FILENO, "standard input");
    Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY));
    if (!file) return system_failure(path, errno);
    return read_all(file.get(), path);
}

Result<FileText> read_stdin_as(std::string const& name) {
    if (!is_host_file(name))
        return Failure{name, "", "is no name of a script, a notebook or a document",
                       concat("end it in ", kinds_of_files())};
    auto bytes = read_input("-");
    if (!bytes) return bytes.error();
    return text_of(name, std::move(*bytes));
}

std::vector<std::string> split_paths(std::string_view text) {
    bool lines = text.find('\0') == text.npos;
    std::vector<std::string> paths;
    while (!text.empty()) {
        auto end = std::min(text.find(lines ? '\n' : '\0'), text.size());
        auto path = text.substr(0, end);
        if (lines && path.ends_with('\r')) path.remove_suffix(1);
        if (!path.empty()) paths.emplace_back(path);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return paths;
}

}  // namespace alyx::cli
