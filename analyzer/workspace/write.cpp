// Temporary file, fsync, rename.
#include "analyzer/workspace/write.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <limits>
#include <tuple>
#include <utility>

#include "analyzer/text/concat.hpp"
#include "analyzer/workspace/descriptor.hpp"
#include "analyzer/workspace/files.hpp"

namespace alyx::analyzer {
namespace {

/// False with errno.
bool write_all(int file, std::string_view bytes) {
    while (!bytes.empty()) {
        auto written = ::write(file, bytes.data(), bytes.size());
        if (written < 0 && errno != EINTR) return false;
        if (written > 0) bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

/// A new file in a folder (whose path ends in a slash), removed again unless it is put in another's place.
class TemporaryFile {
  public:
    /// `mode` is cut by the process's umask.
    explicit TemporaryFile(std::string const& folder, mode_t mode = 0600) : file_(create(folder, mode, path_)) {}
    TemporaryFile(TemporaryFile const&) = delete;
    TemporaryFile& operator=(TemporaryFile const&) = delete;
    ~TemporaryFile() {
        if (created_) ::unlink(path_.c_str());
    }

    /// All of these: false with errno.
    bool write(std::string_view bytes) { return created_ && write_all(file_.get(), bytes); }
    bool take_attributes(struct stat const& from) {
        // Owners can't always be given away; the group alone often can. The bits that lend an owner's rights are only
        // for the right owner. Mode comes last: changing owners clears bits.
        constexpr auto same_owner = std::numeric_limits<uid_t>::max();
        bool kept = ::fchown(file_.get(), from.st_uid, from.st_gid) == 0;
        if (!kept) std::ignore = ::fchown(file_.get(), same_owner, from.st_gid);
        return ::fchmod(file_.get(), from.st_mode & (kept ? 07777 : 0777)) == 0;
    }
    bool finish() { return ::fsync(file_.get()) == 0 && file_.close(); }
    bool replace(std::string const& target) {
        if (::rename(path_.c_str(), target.c_str()) != 0) return false;
        created_ = false;
        return true;
    }

  private:
    std::string path_;
    Descriptor file_;
    bool created_ = static_cast<bool>(file_);

    /// mkstemp without its mode of 0600: a process with threads cannot ask for its umask.
    static int create(std::string const& folder, mode_t mode, std::string& path) {
        static std::atomic<unsigned> count = 0;
        constexpr int attempts = 1000;  // names that a killed process may have left
        for (int i = 0; i < attempts; ++i) {
            path = concat(folder, ".alyxlint-", std::to_string(::getpid()), "-", std::to_string(count++));
            int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, mode);
            if (file >= 0 || errno != EEXIST) return file;
        }
        return -1;
    }
};

bool same(struct timespec const& a, struct timespec const& b) {
    return a.tv_sec == b.tv_sec && a.tv_nsec == b.tv_nsec;
}

bool same_state(struct stat const& a, struct stat const& b) {
    return a.st_dev == b.st_dev && a.st_ino == b.st_ino && a.st_size == b.st_size && same(a.st_mtim, b.st_mtim) &&
           same(a.st_ctim, b.st_ctim);
}

Failure changed(std::string const& path) {
    return {path, "", "has changed since it was read", "run again"};
}

Failure not_written(std::string const& path, int error) {
    auto failure = system_failure(path, error);
    failure.reason.insert(0, "cannot be written: ");
    return failure;
}

/// The name lives in the folder; without this a crash of the machine may bring the old file back.
void sync_folder(std::string const& folder) {
    Descriptor opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (opened) ::fsync(opened.get());
}

}  // namespace

std::optional<Failure> replace_file(std::string const& path, std::string_view old_bytes, std::string_view new_bytes) {
    std::error_code error;
    auto target = std::filesystem::canonical(path, error).native();
    struct stat before {};
    if (error) return not_written(path, error.value());
    if (::stat(target.c_str(), &before) != 0) return not_written(path, errno);
    if (auto failure = not_regular(path, before)) return failure;
    if (static_cast<std::size_t>(before.st_size) != old_bytes.size()) return changed(path);
    auto now = read_file(target, old_bytes.size());
    if (!now) return now.error();
    if (*now != old_bytes) return changed(path);
    if (old_bytes == new_bytes) return std::nullopt;
    // Renaming asks for the folder's permission only; a file that says no means it.
    if (::faccessat(AT_FDCWD, target.c_str(), W_OK, AT_EACCESS) != 0) return not_written(path, errno);

    auto folder = target.substr(0, target.rfind('/') + 1);
    TemporaryFile temporary(folder);
    if (!temporary.write(new_bytes) || !temporary.take_attributes(before) || !temporary.finish())
        return not_written(path, errno);
    struct stat after {};
    if (::stat(target.c_str(), &after) != 0 || !same_state(before, after)) return changed(path);
    if (!temporary.replace(target)) return not_written(path, errno);
    sync_folder(folder);
    return std::nullopt;
}

std::optional<Failure> write_file(std::string const& path, std::string_view bytes) {
    struct stat before {};
    bool exists = ::stat(path.c_str(), &before) == 0;
    if (!exists && errno != ENOENT) return not_written(path, errno);
    if (exists && S_ISDIR(before.st_mode)) return not_regular(path, before);
    struct stat link {};
    bool dangles = !exists && ::lstat(path.c_str(), &link) == 0;
    if (dangles || (exists && !S_ISREG(before.st_mode))) {
        Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC | O_NOCTTY, 0666));
        if (!file || !write_all(file.get(), bytes) || !file.close()) return not_written(path, errno);
        return std::nullopt;
    }
    std::error_code error;
    auto target = exists ? std::filesystem::canonical(path, error).native() : path;
    if (error) return not_written(path, error.value());
    if (exists && ::faccessat(AT_FDCWD, target.c_str(), W_OK, AT_EACCESS) != 0) return not_written(path, errno);
    auto folder = target.substr(0, target.rfind('/') + 1);  // npos + 1 is 0
    TemporaryFile temporary(folder, exists ? 0600 : 0666);
    if (!temporary.write(bytes) || (exists && !temporary.take_attributes(before)) || !temporary.finish() ||
        !temporary.replace(target))
        return not_written(path, errno);
    sync_folder(folder.empty() ? "." : folder);
    return std::nullopt;
}

std::optional<Failure> create_file(std::string const& path, std::string_view bytes) {
    Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
    if (!file) return system_failure(path, errno);
    if (write_all(file.get(), bytes) && file.close()) return std::nullopt;
    auto failure = not_written(path, errno);
    ::unlink(path.c_str());
    return failure;
}

}  // namespace alyx::analyzer
