// What the README shows is what the program prints.
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "tests/cli/folder.hpp"

namespace {

/// The words of a shell line, as far as the README uses quotes.
std::vector<std::string> words(std::string const& line) {
    std::vector<std::string> found{""};
    bool quoted = false;
    for (char c : line) {
        if (c == '\'')
            quoted = !quoted;
        else if (c == ' ' && !quoted)
            found.emplace_back();
        else
            found.back() += c;
    }
    return found;
}

/// `alyxlint …`, or `echo '…' | alyxlint …`.
Ran run_line(std::string const& line, std::string const& folder) {
    auto all = words(line);
    std::string input;
    if (all[0] == "echo") {
        input = all[1] + "\n";
        all.erase(all.begin(), all.begin() + 3);
    }
    BOOST_TEST_REQUIRE(all[0] == "alyxlint");
    all.erase(all.begin());
    return run(all, input, folder);
}

/// Where blocks `console project` run, one after the other: a repository that holds copies of the examples.
void make_project(Folder const& folder) {
    std::filesystem::copy(std::string(ALYX_ROOT) + "/tests/examples", folder.path);
    folder.write(".git/HEAD", "ref: refs/heads/main\n");
}

}  // namespace

BOOST_AUTO_TEST_CASE(the_readme_shows_what_the_program_prints) {
    std::ifstream in(std::string(ALYX_ROOT) + "/README.md");
    Folder project;
    make_project(project);
    std::size_t blocks = 0, in_project = 0;
    for (std::string line; std::getline(in, line);) {
        bool is_project = line == "```console project";
        if (!is_project && line != "```console") continue;
        std::getline(in, line);
        BOOST_TEST_REQUIRE(line.rfind("$ ", 0) == 0U);
        auto ran = run_line(line.substr(2), is_project ? project.path.string() : ALYX_ROOT);
        std::string shown, text;
        while (std::getline(in, text) && text != "```") shown += text + "\n";
        BOOST_TEST(ran.out + ran.err == shown, line << " prints:\n" << ran.out << ran.err);
        ++(is_project ? in_project : blocks);
    }
    BOOST_TEST(blocks >= 5U);
    BOOST_TEST(in_project >= 4U);
}
