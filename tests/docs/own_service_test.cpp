// What docs/own-service.md tells people to write does what it says there.
#include <boost/test/unit_test.hpp>
#include <fstream>
#include <sstream>

#include "tests/cli/folder.hpp"

namespace {

/// As a shell parts a line: none of the words in quotes here has blanks.
std::vector<std::string> words(std::string const& line) {
    std::istringstream in(line);
    std::vector<std::string> found;
    for (std::string word; in >> word;) {
        std::erase(word, '\'');
        found.push_back(word);
    }
    return found;
}

std::string block(std::istream& in) {
    std::string text, line;
    while (std::getline(in, line) && line != "```") text += line + "\n";
    return text;
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_service_of_your_own_takes_one_pack_and_no_code) {
    std::ifstream in(std::string(ALYX_ROOT) + "/docs/own-service.md");
    Folder folder;
    std::size_t files = 0, runs = 0;
    for (std::string line; std::getline(in, line);) {
        if (line.rfind("```", 0) != 0) continue;
        auto const info = words(line.substr(3));
        if (info.size() == 2) {
            folder.write(info[1], block(in));
            ++files;
            continue;
        }
        BOOST_TEST_REQUIRE(info.front() == "console");
        std::getline(in, line);
        auto command = words(line);
        BOOST_TEST_REQUIRE((command[0] == "$" && command[1] == "alyxlint"));
        auto const ran = folder.run({command.begin() + 2, command.end()});
        auto const shown = block(in);
        BOOST_TEST(ran.out + ran.err == shown, line << " prints:\n" << ran.out << ran.err);
        ++runs;
    }
    BOOST_TEST(files == 3U);
    BOOST_TEST(runs == 3U);
}
