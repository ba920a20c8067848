// Replacing files: all or nothing, and only what was read.
#include "analyzer/workspace/write.hpp"

#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <boost/test/unit_test.hpp>
#include <csignal>

#include "tests/workspace/temporary_folder.hpp"

using namespace alyx::analyzer;
using namespace alyx::analyzer::testing;

namespace {

std::string reason(std::optional<Failure> const& failure) {
    return failure ? failure->to_string() : "none";
}

struct stat status(std::string const& path) {
    struct stat status {};
    BOOST_REQUIRE(::stat(path.c_str(), &status) == 0);
    return status;
}

/// No file of this process grows past `bytes` as long as this lives: the nearest thing to a full disk.
class FullDisk {
  public:
    explicit FullDisk(rlim_t bytes) : signal_(std::signal(SIGXFSZ, SIG_IGN)) {
        ::getrlimit(RLIMIT_FSIZE, &before_);
        rlimit now{bytes, before_.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &now);
    }
    FullDisk(FullDisk const&) = delete;
    FullDisk& operator=(FullDisk const&) = delete;
    ~FullDisk() {
        ::setrlimit(RLIMIT_FSIZE, &before_);
        std::signal(SIGXFSZ, signal_);
    }

  private:
    rlimit before_{};
    void (*signal_)(int);
};

}  // namespace

BOOST_AUTO_TEST_CASE(new_bytes_take_the_place_of_the_old_with_the_same_mode) {
    TemporaryFolder folder;
    folder.write("a.py", "old");
    for (unsigned mode : {0755U, 0600U, 0664U}) {
        folder.set_mode("a.py", mode);
        std::string text = "new\r\n\xFF" + std::to_string(mode);
        BOOST_TEST(reason(replace_file(folder / "a.py", folder.read("a.py"), text)) == "none");
        BOOST_TEST(folder.read("a.py") == text);
        BOOST_TEST((status(folder / "a.py").st_mode & 07777) == mode);
    }
    BOOST_TEST(folder.names() == std::vector<std::string>{"a.py"});
}

BOOST_AUTO_TEST_CASE(the_owner_stays) {
    TemporaryFolder folder;
    folder.write("a.py", "old");
    bool root = ::geteuid() == 0;
    if (root) BOOST_REQUIRE(::chown((folder / "a.py").c_str(), 1234, 4321) == 0);
    auto before = status(folder / "a.py");
    BOOST_TEST(reason(replace_file(folder / "a.py", "old", "new")) == "none");
    auto after = status(folder / "a.py");
    BOOST_TEST(after.st_uid == before.st_uid);
    BOOST_TEST(after.st_gid == before.st_gid);
}

BOOST_AUTO_TEST_CASE(of_a_symbolic_link_the_file_is_replaced_and_the_link_stays) {
    TemporaryFolder folder;
    folder.write("real/a.py", "old");
    folder.link("b.py", "real/a.py");
    folder.link("c.py", "b.py");
    CurrentFolder current(folder.path());
    BOOST_TEST(reason(replace_file("c.py", "old", "new")) == "none");
    BOOST_TEST(folder.read("real/a.py") == "new");
    struct stat link {};
    BOOST_REQUIRE(::lstat("c.py", &link) == 0);
    BOOST_TEST(S_ISLNK(link.st_mode));
    BOOST_TEST(folder.names("real") == std::vector<std::string>{"a.py"});
}

BOOST_AUTO_TEST_CASE(a_file_that_has_changed_is_not_touched) {
    TemporaryFolder folder;
    for (auto const* now : {"odd", "older", ""}) {
        folder.write("a.py", now);
        BOOST_TEST(reason(replace_file(folder / "a.py", "old", "new")) ==
                   folder / "a.py" + ": has changed since it was read; run again");
        BOOST_TEST(folder.read("a.py") == now);
    }
    BOOST_TEST(folder.names() == std::vector<std::string>{"a.py"});
}

BOOST_AUTO_TEST_CASE(the_same_bytes_are_not_written_again) {
    TemporaryFolder folder;
    folder.write("a.py", "old");
    auto before = status(folder / "a.py");
    BOOST_TEST(reason(replace_file(folder / "a.py", "old", "old")) == "none");
    BOOST_TEST(status(folder / "a.py").st_ino == before.st_ino);
}

BOOST_AUTO_TEST_CASE(what_is_no_file_is_not_replaced) {
    TemporaryFolder folder;
    BOOST_REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);
    BOOST_TEST(replace_file(folder / "none", "", "new")->reason == "cannot be written: No such file or directory");
    BOOST_TEST(replace_file(folder.path(), "", "new")->reason == "Is a directory");
    BOOST_TEST(replace_file(folder / "pipe", "", "new")->reason == "is a pipe, a socket or a device, not a file");
    BOOST_TEST(folder.names() == std::vector<std::string>{"pipe"});
}

BOOST_AUTO_TEST_CASE(permissions_of_the_file_and_of_its_folder_are_respected) {
    TemporaryFolder folder;
    for (auto const* name : {"a/file.py", "b/file.py", "c/file.py"}) folder.write(name, "old");
    folder.set_mode("a/file.py", 0444);
    folder.set_mode("b", 0555);
    folder.set_mode("c/file.py", 0200);
    WithoutPrivileges somebody(folder);
    BOOST_TEST(replace_file(folder / "a/file.py", "old", "new")->reason == "cannot be written: Permission denied");
    BOOST_TEST(replace_file(folder / "b/file.py", "old", "new")->reason == "cannot be written: Permission denied");
    BOOST_TEST(replace_file(folder / "c/file.py", "old", "new")->reason == "Permission denied");
    folder.set_mode("c/file.py", 0600);
    for (auto const* in : {"a", "b", "c"}) {
        BOOST_TEST(folder.read(in + std::string("/file.py")) == "old");
        BOOST_TEST(folder.names(in) == std::vector<std::string>{"file.py"});
    }
}

BOOST_AUTO_TEST_CASE(a_full_disk_leaves_the_old_bytes_and_nothing_else) {
    TemporaryFolder folder;
    folder.write("a.py", "old");
    // Nothing is checked meanwhile: reports might go to a file, too.
    auto failure = [&] {
        FullDisk full(1000);
        return replace_file(folder / "a.py", "old", std::string(5000, 'x'));
    }();
    BOOST_TEST(failure.value().reason == "cannot be written: File too large");
    BOOST_TEST(folder.read("a.py") == "old");
    BOOST_TEST(folder.names() == std::vector<std::string>{"a.py"});
}

BOOST_AUTO_TEST_CASE(a_file_is_made_with_the_mode_that_the_umask_leaves) {
    TemporaryFolder folder;
    auto umask_before = ::umask(027);
    auto failure = write_file(folder / "report.xml", "<a/>");
    ::umask(umask_before);
    BOOST_TEST(reason(failure) == "none");
    BOOST_TEST(folder.read("report.xml") == "<a/>");
    BOOST_TEST((status(folder / "report.xml").st_mode & 07777) == 0640U);
    BOOST_TEST(folder.names().size() == 1U);
}

BOOST_AUTO_TEST_CASE(what_a_file_held_is_replaced_and_links_stay_links) {
    TemporaryFolder folder;
    folder.write("real", "a long text that was there before");
    folder.set_mode("real", 0604);
    folder.link("link", "real");
    folder.link("dangling", "made");
    BOOST_TEST(reason(write_file(folder / "link", "new")) == "none");
    BOOST_TEST(reason(write_file(folder / "dangling", "made")) == "none");
    BOOST_TEST(folder.read("real") == "new");
    BOOST_TEST(folder.read("made") == "made");
    BOOST_TEST((status(folder / "real").st_mode & 07777) == 0604U);
    struct stat link {};
    BOOST_TEST(::lstat((folder / "link").c_str(), &link) == 0);
    BOOST_TEST(S_ISLNK(link.st_mode));
    BOOST_TEST(reason(write_file("/dev/null", "gone")) == "none");
}

BOOST_AUTO_TEST_CASE(a_file_that_cannot_be_made_says_why_and_leaves_nothing) {
    TemporaryFolder folder;
    folder.make_folder("f");
    folder.write("old", "old");
    BOOST_TEST(reason(write_file(folder / "f", "x")).find("directory") != std::string::npos);
    BOOST_TEST(reason(write_file(folder / "no/report", "x")).find("cannot be written: ") != std::string::npos);
    {
        FullDisk full(1000);
        BOOST_TEST(reason(write_file(folder / "old", std::string(5000, 'x'))).find("cannot be written: ") !=
                   std::string::npos);
        BOOST_TEST(reason(write_file(folder / "new", std::string(5000, 'x'))).find("cannot be written: ") !=
                   std::string::npos);
    }
    BOOST_TEST(folder.read("old") == "old");
    BOOST_TEST(folder.names().size() == 2U);
}
