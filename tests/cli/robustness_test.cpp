// What may be wrong with files, folders and disks: a clear message each time, and nothing lost.
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <chrono>
#include <csignal>
#include <set>
#include <thread>

#include "tests/cli/program.hpp"
#include "tests/workspace/temporary_folder.hpp"

namespace {

using namespace alyx::analyzer::testing;
namespace data = boost::unit_test::data;

struct Folder : TemporaryFolder {
    Ran run(std::vector<std::string> arguments, std::string const& output = {}) const {
        return ::run(arguments, {}, path(), output);
    }
    Ran fix(std::string const& name) const { return run({name, "--fix", "--unsafe-fixes"}); }
};

constexpr char wrong[] = "one.alyx.rest('subjects', 'list', django='nickname,022')\n";
constexpr char mended[] = "one.alyx.rest('subjects', 'list', django='nickname,(\"022\")')\n";

bool has(std::string const& text, std::string const& part) {
    return text.find(part) != std::string::npos;
}

std::string replaced(std::string text, std::string const& from, std::string const& to) {
    for (auto at = text.find(from); at != text.npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
    return text;
}

/// A file with `wrong` in it, in some form that must be kept.
struct Form {
    char const* about;
    char const* name;
    std::string before, after;
};
std::ostream& operator<<(std::ostream& out, Form const& form) {
    return out << form.about;
}

Form form(char const* about, char const* name, std::string const& around_begin, std::string const& around_end) {
    return {about, name, around_begin + wrong + around_end, around_begin + mended + around_end};
}

Form notebook(char const* about, std::string const& source, std::string const& fixed) {
    auto cell = [](std::string const& text) {
        return "{\"cells\":[ {\"outputs\": [{\"text\": \"caf\\u00e9 \\/ \\ud83d\\ude00\"}],\t\"cell_type\": \"code\", "
               "\"source\": [" +
               text + "]} ],\n  \"metadata\": {}, \"nbformat\": 4 }";
    };
    return {about, "n.ipynb", cell(source), cell(fixed)};
}

std::vector<Form> forms() {
    std::vector<Form> all{
        form("UTF-8", "a.py", "# caf\xC3\xA9\n", ""),
        form("byte order mark", "a.py", "\xEF\xBB\xBFx = 1\n", "y = 2"),
        form("Latin-1", "a.py", "# coding: latin-1\nx = 'caf\xE9'\n", "# \xFC\n"),
        form("invalid UTF-8", "a.py", "x = 'caf\xE9'\n", "# \xFF\xFE\xC3"),
        form("no line end at the end", "a.py", "", "x = 1"),
        form("old Macintosh line ends", "a.py", "x = 1\r", "y = 2\r"),
        form("form feeds and NEL", "a.py", "\f\nx = '\xC2\x85'\n", "\f"),
        form("Markdown with CRLF around", "a.md", "# caf\xC3\xA9\r\n\r\n```python\r\n", "```\r\nend"),
        notebook("escapes in a notebook",
                 R"raw("q = '\u00e9'\n", "one.alyx.rest('subjects', 'list', django='nickname,022')")raw",
                 R"raw("q = '\u00e9'\n", "one.alyx.rest('subjects', 'list', django='nickname,(\"022\")')")raw"),
    };
    auto crlf = form("CRLF", "a.py", "x = '''a\nb'''\n", "y = 2\n");
    all.push_back({"CRLF", "a.py", replaced(crlf.before, "\n", "\r\n"), replaced(crlf.after, "\n", "\r\n")});
    return all;
}

}  // namespace

BOOST_DATA_TEST_CASE(fixing_keeps_the_bytes_elsewhere_and_is_done_after_once, data::make(forms()), form) {
    Folder folder;
    folder.write(form.name, form.before);
    folder.set_mode(form.name, 0755);
    auto ran = folder.fix(form.name);
    BOOST_TEST(ran.err == "");
    BOOST_TEST(ran.code == 0);
    BOOST_TEST((folder.read(form.name) == form.after), folder.read(form.name));
    struct stat first {
    }, second{};
    BOOST_REQUIRE(::stat((folder / form.name).c_str(), &first) == 0);
    BOOST_TEST((first.st_mode & 07777) == 0755U);
    BOOST_TEST(folder.fix(form.name).code == 0);
    BOOST_REQUIRE(::stat((folder / form.name).c_str(), &second) == 0);
    BOOST_TEST(first.st_ino == second.st_ino);
    BOOST_TEST((folder.read(form.name) == form.after));
    BOOST_TEST(folder.names() == std::vector<std::string>{form.name});
}

BOOST_AUTO_TEST_CASE(a_symbolic_link_stays_one_and_a_hard_link_keeps_the_old_bytes) {
    Folder folder;
    folder.write("real/a.py", wrong);
    folder.link("link.py", "real/a.py");
    BOOST_REQUIRE(::link((folder / "real/a.py").c_str(), (folder / "hard.txt").c_str()) == 0);
    BOOST_TEST(folder.fix("link.py").code == 0);
    struct stat link {};
    BOOST_REQUIRE(::lstat((folder / "link.py").c_str(), &link) == 0);
    BOOST_TEST(S_ISLNK(link.st_mode));
    BOOST_TEST(folder.read("real/a.py") == mended);
    BOOST_TEST(folder.read("hard.txt") == wrong);
}

BOOST_AUTO_TEST_CASE(broken_code_gives_what_can_be_found_in_it) {
    Folder folder;
    for (auto const* broken :
         {"def (:\n", "x = '''open\n", "((((\n", "\\\n", "if x:\n\t  y\n  z\n", "<<<<<<< HEAD\n"}) {
        folder.write("a.py", std::string(wrong) + broken);
        auto ran = folder.run({"a.py"});
        BOOST_TEST(ran.err == "");
        BOOST_TEST(ran.code <= 1);
    }
    folder.write("a.py", std::string(wrong) + "def (:\n");
    BOOST_TEST(folder.run({"a.py"}).code == 1);
}

BOOST_AUTO_TEST_CASE(a_file_that_may_not_be_read_is_named_and_the_others_are_checked) {
    Folder folder;
    folder.write("a.py", wrong);
    folder.write("b.py", wrong);
    folder.write("closed/c.py", wrong);
    folder.set_mode("b.py", 0);
    folder.set_mode("closed", 0);
    WithoutPrivileges somebody(folder);
    auto ran = folder.run({"--output-format", "concise"});
    BOOST_TEST(ran.code == 2);
    BOOST_TEST(has(ran.err, "alyxlint: b.py: Permission denied"));
    BOOST_TEST(has(ran.err, "alyxlint: closed: Permission denied"));
    BOOST_TEST(has(ran.out, "a.py:1:"));
    folder.set_mode("b.py", 0600);
    folder.set_mode("closed", 0700);
}

BOOST_AUTO_TEST_CASE(where_nothing_may_be_written_fixing_says_so_and_leaves_all_as_it_is) {
    Folder folder;
    folder.write("a/a.py", wrong);
    folder.write("b.py", wrong);
    folder.set_mode("a", 0555);
    folder.set_mode("b.py", 0444);
    WithoutPrivileges somebody(folder);
    auto ran = folder.fix(".");
    BOOST_TEST(ran.code == 2);
    BOOST_TEST(has(ran.err, "alyxlint: a/a.py: cannot be written: Permission denied"));
    BOOST_TEST(has(ran.err, "alyxlint: b.py: cannot be written: Permission denied"));
    BOOST_TEST(folder.read("a/a.py") == wrong);
    BOOST_TEST(folder.read("b.py") == wrong);
    BOOST_TEST(folder.names("a") == std::vector<std::string>{"a.py"});
    // What is wrong is said all the same.
    BOOST_TEST(has(ran.out, "nickname"));
}

BOOST_AUTO_TEST_CASE(a_full_disk_leaves_the_file_and_no_other) {
    Folder folder;
    auto text = wrong + std::string(200'000, '#') + "\n";
    folder.write("a.py", text);
    rlimit before{};
    ::getrlimit(RLIMIT_FSIZE, &before);
    rlimit small{100'000, before.rlim_max};
    auto handler = std::signal(SIGXFSZ, SIG_IGN);
    ::setrlimit(RLIMIT_FSIZE, &small);
    auto ran = folder.fix("a.py");
    ::setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, handler);
    BOOST_TEST(ran.code == 2);
    BOOST_TEST(has(ran.err, "alyxlint: a.py: cannot be written: File too large"));
    BOOST_TEST((folder.read("a.py") == text));
    BOOST_TEST(folder.names() == std::vector<std::string>{"a.py"});
}

BOOST_AUTO_TEST_CASE(findings_that_cannot_be_printed_are_a_failure) {
    Folder folder;
    folder.write("a.py", wrong);
    for (auto const* format : {"full", "json"}) {
        auto ran = folder.run({"a.py", "--output-format", format}, "/dev/full");
        BOOST_TEST(ran.code == 2);
        BOOST_TEST(has(ran.err, "alyxlint: standard output cannot be written to"));
    }
}

BOOST_AUTO_TEST_CASE(a_huge_line_is_checked_and_not_shown_whole) {
    Folder folder;
    std::string line = "x = ['" + std::string(20'000'000, 'x') + "', " + wrong;
    line.insert(line.size() - 1, "]");
    folder.write("a.py", line);
    auto ran = folder.run({"a.py"});
    BOOST_TEST(ran.err == "");
    BOOST_TEST(ran.code == 1);
    BOOST_TEST(ran.out.size() < 10'000U);
    BOOST_TEST(has(ran.out, "022"));
}

BOOST_AUTO_TEST_CASE(a_huge_line_may_hold_thousands_of_findings) {
    Folder folder;
    std::string line = "x = '\u00e9'; ";
    for (int i = 0; i < 10'000; ++i) line += std::string(wrong, sizeof wrong - 2) + "; ";
    folder.write("a.py", line + "\n");
    auto begin = std::chrono::steady_clock::now();
    auto ran = folder.run({"a.py"});
    BOOST_TEST((std::chrono::steady_clock::now() - begin < std::chrono::seconds(15)));
    BOOST_TEST(ran.err == "");
    BOOST_TEST(has(ran.out, "10000 warnings in 10000 queries"));
}

BOOST_AUTO_TEST_CASE(links_that_lead_in_a_circle_end_nothing) {
    Folder folder;
    folder.write("a/a.py", wrong);
    folder.link("a/again", "..");
    folder.link("a/self.py", "self.py");
    folder.link("a/one.py", "other.py");
    folder.link("a/other.py", "one.py");
    auto ran = folder.run({"--output-format", "concise"});
    BOOST_TEST(has(ran.out, "a/a.py:1:"));
    BOOST_TEST(!has(ran.out, "again"));
    auto named = folder.run({"a/self.py"});
    BOOST_TEST(named.code == 2);
    BOOST_TEST(has(named.err, "a/self.py: Too many levels of symbolic links"));
}

BOOST_AUTO_TEST_CASE(what_is_no_text_is_left_alone_with_a_message) {
    Folder folder;
    std::string utf16("\xFF\xFEo\0n\0e\0.\0", 10);
    folder.write("utf16.py", utf16);
    folder.write("binary.py", std::string("\x7F"
                                          "ELF\0\0",
                                          6) +
                                  wrong);
    auto ran = folder.fix(".");
    BOOST_TEST(ran.code == 2);
    BOOST_TEST(has(ran.err, "alyxlint: utf16.py: is "));
    BOOST_TEST(has(ran.err, "alyxlint: binary.py: is not text"));
    BOOST_TEST((folder.read("utf16.py") == utf16));
}

BOOST_AUTO_TEST_CASE(a_file_that_changes_meanwhile_is_whole_at_any_time) {
    Folder folder;
    std::string const padding(50'000, '#');
    std::set<std::string> const whole{wrong + padding, mended + padding, padding};
    folder.write("a.py", wrong + padding);
    std::atomic<bool> done = false;
    std::thread editor([&] {
        for (int i = 0; !done; ++i) {
            folder.write("new.txt", i % 2 ? padding : wrong + padding);
            std::ignore = ::rename((folder / "new.txt").c_str(), (folder / "a.py").c_str());
        }
    });
    bool all_whole = true, all_said = true;
    for (int i = 0; i < 20; ++i) {
        auto ran = folder.fix("a.py");
        all_said = all_said && (ran.code == 2) == !ran.err.empty() &&
                   (ran.err.empty() || ran.err == "alyxlint: a.py: has changed since it was read; run again\n");
        all_whole = all_whole && whole.contains(folder.read("a.py"));
    }
    done = true;
    editor.join();
    BOOST_TEST(all_whole);
    BOOST_TEST(all_said);
}
