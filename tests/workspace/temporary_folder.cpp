// Folders under the system's temporary one.
#include "tests/workspace/temporary_folder.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <utility>

namespace alyx::analyzer::testing {
namespace {

namespace fs = std::filesystem;

constexpr uid_t nobody = 65534;

void require(bool done, char const* what) {
    if (!done) throw std::runtime_error(what);
}

}  // namespace

TemporaryFolder::TemporaryFolder() {
    auto name = (fs::canonical(fs::temp_directory_path()) / "alyx-test-XXXXXX").native();
    require(::mkdtemp(name.data()) != nullptr, "mkdtemp");
    path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code error;
    for (fs::recursive_directory_iterator at(path_, error), end; !error && at != end; at.increment(error))
        if (!at->is_symlink(error) && at->is_directory(error)) fs::permissions(at->path(), fs::perms::owner_all, error);
    fs::remove_all(path_, error);
}

void TemporaryFolder::make_folder(std::string const& name) const {
    fs::create_directories(*this / name);
}

void TemporaryFolder::write(std::string const& name, std::string_view bytes) const {
    fs::path path = *this / name;
    fs::create_directories(path.parent_path());
    std::ofstream out(path, std::ios::binary);
    out << bytes;
    require(static_cast<bool>(out.flush()), "write");
}

void TemporaryFolder::link(std::string const& name, std::string const& target) const {
    fs::create_symlink(target, *this / name);
}

void TemporaryFolder::set_mode(std::string const& name, unsigned mode) const {
    require(::chmod((*this / name).c_str(), static_cast<mode_t>(mode)) == 0, "chmod");
}

std::string TemporaryFolder::read(std::string const& name) const {
    std::ifstream in(*this / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<std::string> TemporaryFolder::names(std::string const& name) const {
    std::vector<std::string> found;
    for (auto const& entry : fs::directory_iterator(*this / name)) found.push_back(entry.path().filename().native());
    std::sort(found.begin(), found.end());
    return found;
}

CurrentFolder::CurrentFolder(std::string const& path) : before_(fs::current_path().native()) {
    fs::current_path(path);
}

CurrentFolder::~CurrentFolder() {
    fs::current_path(before_);
}

WithoutPrivileges::WithoutPrivileges(TemporaryFolder const& folder) : root_(::geteuid() == 0) {
    if (!root_) return;
    require(::chown(folder.path().c_str(), nobody, nobody) == 0, "chown");
    for (auto const& entry : fs::recursive_directory_iterator(folder.path()))
        require(::lchown(entry.path().c_str(), nobody, nobody) == 0, "chown");
    require(::seteuid(nobody) == 0, "seteuid");
}

WithoutPrivileges::~WithoutPrivileges() {
    if (root_ && ::seteuid(0) != 0) std::terminate();
}

}  // namespace alyx::analyzer::testing
