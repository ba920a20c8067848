// Lists of files, parts of them, and what git leaves of them.
#include "analyzer/cli/selection.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <cstdio>
#include <thread>

#include "analyzer/cli/git.hpp"
#include "analyzer/cli/input.hpp"
#include "analyzer/cli/shard.hpp"
#include "analyzer/host/host.hpp"
#include "tests/workspace/git.hpp"

namespace {

using namespace alyx::analyzer::testing;
using namespace alyx::cli;
using Names = std::vector<std::string>;

alyx::analyzer::DiscoverOptions discovering() {
    return {.is_supported = alyx::analyzer::is_host_file, .user_excludes = ""};
}

Names selected(SelectionOptions const& options) {
    auto selection = select_files(options, discovering());
    BOOST_TEST_REQUIRE(selection.has_value(), selection.error().to_string());
    BOOST_TEST(selection->failures.empty());
    return selection->files;
}

std::string failure(SelectionOptions const& options) {
    auto selection = select_files(options, discovering());
    return selection ? "none" : selection.error().to_string();
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_list_of_paths_is_cut_at_nuls_or_at_line_ends) {
    BOOST_TEST((split_paths("a.py\nb c.py\r\n\n d.py") == Names{"a.py", "b c.py", " d.py"}));
    BOOST_TEST((split_paths(std::string("a\n.py\0b.py\r\0\0", 14)) == Names{"a\n.py", "b.py\r"}));
    BOOST_TEST(split_paths("").empty());
}

BOOST_AUTO_TEST_CASE(input_may_come_from_pipes_but_not_from_folders) {
    TemporaryFolder folder;
    folder.write("list", "a.py\n");
    BOOST_TEST((*read_input(folder / "list") == "a.py\n"));
    BOOST_REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);
    std::thread writer([&] { folder.write("pipe", "b.py\n"); });
    BOOST_TEST((*read_input(folder / "pipe") == "b.py\n"));
    writer.join();
    BOOST_TEST(read_input(folder / "none").error().to_string() == folder / "none" + ": No such file or directory");
    BOOST_TEST(read_input(folder.path()).error().reason == "Is a directory");
    BOOST_TEST(read_input("/dev/zero").error().reason == "is larger than the limit of 64 MiB");
    auto const refused = read_stdin_as("a.txt").error();
    BOOST_TEST(refused.reason == "is no name of a script, a notebook or a document");
    BOOST_TEST(refused.remedy.starts_with("end it in .py, .pyi, .js, "));
    BOOST_TEST(refused.remedy.ends_with(", .rst or .rest"));
}

BOOST_AUTO_TEST_CASE(each_path_is_in_exactly_one_shard_and_shards_are_even) {
    for (std::uint32_t count : {1U, 2U, 3U, 4U, 7U, 16U}) {
        std::vector<std::size_t> sizes(count);
        for (int i = 0; i < 4000; ++i) {
            auto path = "folder/file_" + std::to_string(i) + ".py";
            std::size_t holders = 0;
            for (std::uint32_t index = 1; index <= count; ++index)
                if (Shard{index, count}.holds(path)) ++holders, ++sizes[index - 1];
            BOOST_TEST_REQUIRE(holders == 1U);
        }
        auto [least, most] = std::minmax_element(sizes.begin(), sizes.end());
        BOOST_TEST(*least * 3 > *most * 2);
    }
    // The same on every machine and in every version: results of parts are put together.
    Names first;
    for (auto const* path : {"a.py", "b.py", "c.py", "sub/d.ipynb", "caf\xC3\xA9.md"})
        if (Shard{1, 2}.holds(path)) first.emplace_back(path);
    BOOST_TEST((first == Names{"b.py", "c.py", "caf\xC3\xA9.md"}));
}

BOOST_AUTO_TEST_CASE(a_shard_that_is_none_is_explained) {
    auto reason = [](char const* text) { return parse_shard(text).error().to_string(); };
    BOOST_TEST(parse_shard("2/4")->index == 2U);
    BOOST_TEST(parse_shard("2/4")->count == 4U);
    for (auto const* bad : {"", "/", "1", "1/", "/2", "a/b", "1/2/3", "-1/2", "1.5/2", " 1/2", "99999999999/2"})
        BOOST_TEST(reason(bad) == "--shard: `" + std::string(bad) +
                                      "` is no pair of numbers; write I/N, with I from 1 to N: --shard 1/4");
    for (auto const* bad : {"0/2", "3/2"})
        BOOST_TEST(reason(bad) == "--shard: `" + std::string(bad) +
                                      "` is no part of so many; write I/N, with I from 1 to N: --shard 1/4");
    BOOST_TEST(reason("1/0") == "--shard: `1/0` makes no parts; write I/N, with I from 1 to N: --shard 1/4");
}

BOOST_AUTO_TEST_CASE(lists_stand_beside_paths_and_an_empty_one_is_not_everything) {
    TemporaryFolder folder;
    for (auto const* name : {"a.py", "b.py", "c.py", "list", "empty"}) folder.write(name);
    folder.write("list", "b.py\na.py\n");
    CurrentFolder in(folder.path());
    BOOST_TEST((selected({}) == Names{"a.py", "b.py", "c.py"}));
    BOOST_TEST((selected({.paths = {"c.py"}, .files_from = "list"}) == Names{"c.py", "b.py", "a.py"}));
    BOOST_TEST(selected({.files_from = "empty"}).empty());
    BOOST_TEST(failure({.files_from = "none"}) == "none: No such file or directory");
    Names all;
    for (auto const* shard : {"1/3", "2/3", "3/3"})
        for (auto const& name : selected({.shard = shard})) all.push_back(name);
    std::sort(all.begin(), all.end());
    BOOST_TEST((all == Names{"a.py", "b.py", "c.py"}));
    BOOST_TEST(failure({.changed = true, .staged = true}).starts_with("command line: of --changed, --staged"));
}

BOOST_AUTO_TEST_CASE(of_what_git_sees_only_what_is_looked_at_anyway_is_taken) {
    TemporaryFolder folder;
    BOOST_REQUIRE((git(folder, "init -q -b main") == Names{}));
    for (auto const* name : {"a.py", "text.txt", "build/b.py", "sub/c.py", "gone.py"}) folder.write(name, "staged");
    BOOST_REQUIRE((git(folder, "add -A -f") == Names{}));
    folder.write("a.py", "later");
    std::remove((folder / "gone.py").c_str());
    CurrentFolder in(folder / "sub");
    BOOST_TEST((selected({.changed = true}) == Names{"c.py"}));
    BOOST_TEST((selected({.paths = {".."}, .changed = true}) == Names{"../a.py", "../sub/c.py"}));
    auto staged = select_files({.paths = {".."}, .staged = true}, discovering());
    BOOST_TEST_REQUIRE(staged.has_value());
    BOOST_TEST((staged->files == Names{"../a.py", "../sub/c.py", "../gone.py"}));
    BOOST_TEST((staged->from_index == Names{"../a.py", "../gone.py"}));
    BOOST_TEST(staged->is_from_index("../a.py"));
    BOOST_TEST(!staged->is_from_index("../sub/c.py"));
    BOOST_TEST((*staged_bytes("../gone.py") == "staged"));
}
