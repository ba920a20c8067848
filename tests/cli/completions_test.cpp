// Completions in real shells, and the manual page.
#include <boost/test/unit_test.hpp>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

#include "tests/cli/program.hpp"

namespace {

namespace fs = std::filesystem;

/// What the command of a shell prints.
std::string output(std::string const& command) {
    std::string text;
    auto* pipe = popen(command.c_str(), "r");
    BOOST_TEST_REQUIRE(pipe);
    char buffer[4096];
    for (std::size_t n; (n = fread(buffer, 1, sizeof buffer, pipe)) > 0;) text.append(buffer, n);
    pclose(pipe);
    return text;
}

bool is_installed(std::string const& program) {
    return !output("command -v " + program).empty();
}

/// A folder with the scripts, and with files to complete.
struct Shells {
    fs::path folder = fs::temp_directory_path() / ("alyx-completions-" + std::to_string(getpid()));
    Shells() {
        fs::create_directories(folder / "work" / "some folder");
        std::ofstream(folder / "work" / "a script.py");
        for (char const* shell : {"bash", "zsh", "fish"}) {
            auto ran = run({"completions", shell});
            BOOST_TEST(ran.code == 0);
            std::ofstream(folder / shell, std::ios::binary) << ran.out;
        }
    }
    ~Shells() { fs::remove_all(folder); }

    /// What bash offers for the last of the words, a line each.
    std::string bash(std::string const& words) const {
        auto script = "cd '" + (folder / "work").string() + "'; source '" + (folder / "bash").string() +
                      "'; COMP_WORDS=(" + words +
                      "); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _alyxlint; printf '%s\\n' \"${COMPREPLY[@]}\"";
        std::ofstream(folder / "run.bash") << script;
        return output("bash --norc '" + (folder / "run.bash").string() + "' 2>&1");
    }
};

bool offers(std::string const& lines, std::string const& word) {
    std::istringstream in(lines);
    for (std::string line; std::getline(in, line);)
        if (line == word) return true;
    return false;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(completions, Shells)

BOOST_AUTO_TEST_CASE(bash_offers_commands_files_and_options) {
    auto first = bash("alyxlint ''");
    for (char const* word : {"check", "explain", "schema", "completions", "a script.py", "some folder"})
        BOOST_TEST(offers(first, word), word);
    BOOST_TEST(!offers(first, "man"));
    BOOST_TEST(bash("alyxlint exp") == "explain\n");
    BOOST_TEST(offers(bash("alyxlint --"), "--fix"));
    BOOST_TEST(offers(bash("alyxlint --"), "--version"));
    BOOST_TEST(offers(bash("alyxlint a.py --un"), "--unsafe-fixes"));
    BOOST_TEST(bash("alyxlint check 'a s'") == "a script.py\n");
    BOOST_TEST(bash("alyxlint write-docs ''") == "some folder\n");
    BOOST_TEST(bash("alyxlint schema ''") == "show\ncheck\n");
}

BOOST_AUTO_TEST_CASE(bash_offers_rules_endpoints_and_values) {
    BOOST_TEST(bash("alyxlint explain unknown-f") == "unknown-field\nunknown-format\n");
    BOOST_TEST(bash("alyxlint explain AQ203") == "AQ203\n");
    BOOST_TEST(bash("alyxlint check --select unknown-fi") == "unknown-field\n");
    BOOST_TEST(bash("alyxlint --select unknown-fi") == "unknown-field\n");
    BOOST_TEST(bash("alyxlint check --select AQ101,unknown-fi") == "AQ101,unknown-field\n");
    BOOST_TEST(bash("alyxlint check --select = unknown-fi") == "unknown-field\n");
    BOOST_TEST(bash("alyxlint check --select AQ101 --fail-on w") == "warning\n");
    BOOST_TEST(bash("alyxlint query sess") == "sessions\n");
    BOOST_TEST(bash("alyxlint query --color auto sess") == "sessions\n");
    BOOST_TEST(bash("alyxlint schema show Subj").find("Subject\n") != std::string::npos);
    BOOST_TEST(offers(bash("alyxlint query --output-format ''"), "json"));
    BOOST_TEST(bash("alyxlint completions z") == "zsh\n");
    BOOST_TEST(bash("alyxlint query sessions sess") == "\n");
}

BOOST_AUTO_TEST_CASE(scripts_are_well_formed) {
    for (std::string shell : {"bash", "zsh", "fish"}) {
        if (!is_installed(shell)) continue;
        BOOST_TEST(output(shell + " -n '" + (folder / shell).string() + "' 2>&1") == "");
    }
    BOOST_TEST(run({"completions", "csh"}).code == 2);
}

BOOST_AUTO_TEST_CASE(fish_offers_the_same) {
    if (!is_installed("fish")) return;
    auto fish = [&](std::string const& line) {
        return output("HOME='" + folder.string() + "' fish --no-config -c \"source '" + (folder / "fish").string() +
                      "'; complete -C '" + line + "'\" 2>&1");
    };
    BOOST_TEST(fish("alyxlint exp").rfind("explain\t", 0) == 0U);
    BOOST_TEST(offers(fish("alyxlint explain unknown-fi"), "unknown-field"));
    BOOST_TEST(offers(fish("alyxlint query sess"), "sessions"));
    BOOST_TEST(fish("alyxlint check --unsafe").rfind("--unsafe-fixes\t", 0) == 0U);
    BOOST_TEST(fish("alyxlint a.py --unsafe").rfind("--unsafe-fixes\t", 0) == 0U);
    BOOST_TEST(fish("alyxlint check --select unknown-fi").rfind("unknown-field\t", 0) == 0U);
    BOOST_TEST(fish("alyxlint check --select AQ101,unknown-fi").rfind("AQ101,unknown-field\t", 0) == 0U);
    BOOST_TEST(fish("alyxlint schema sh").rfind("show\t", 0) == 0U);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_CASE(the_manual_page_names_every_command_and_option) {
    auto ran = run({"man"});
    BOOST_TEST(ran.code == 0);
    BOOST_TEST(ran.out.find(".TH ALYXLINT 1") != std::string::npos);
    for (char const* part : {".SS \\fBalyxlint check\\fR", ".SS \\fBalyxlint schema show\\fR",
                             "\\fB\\-\\-unsafe\\-fixes", ".SH EXIT STATUS", "\\fB\\-\\-output\\-format\\fR"})
        BOOST_TEST(ran.out.find(part) != std::string::npos, part);
    if (!is_installed("groff")) return;
    auto path = fs::temp_directory_path() / ("alyxlint-" + std::to_string(getpid()) + ".1");
    std::ofstream(path, std::ios::binary) << ran.out;
    BOOST_TEST(output("groff -man -Tutf8 -Kutf8 -wmac -wdelim -z '" + path.string() + "' 2>&1") == "");
    fs::remove(path);
}
