// The examples of docs/suppressing.md: what they say is found is found, and nothing else.
#include <boost/test/unit_test.hpp>
#include <fstream>
#include <sstream>

#include "tests/suppress/analysed.hpp"

namespace {

using namespace alyx::analyzer::test;

struct Example {
    std::string mark;  ///< the line in front of it
    std::string code;
};

std::vector<Example> examples() {
    std::ifstream in(std::string(ALYX_ROOT) + "/docs/suppressing.md");
    std::vector<Example> found;
    std::string before;
    for (std::string line; std::getline(in, line); before = line) {
        if (line != "```python") continue;
        found.push_back({before, ""});
        while (std::getline(in, line) && line != "```") found.back().code += line + "\n";
    }
    return found;
}

/// As `found` shows it.
std::string expected(std::string const& code) {
    constexpr std::string_view mark = "# finds: ";
    std::istringstream lines(code);
    std::string list;
    int row = 1;
    for (std::string line; std::getline(lines, line); ++row) {
        auto at = line.find(mark);
        if (at == std::string::npos) continue;
        std::istringstream codes(line.substr(at + mark.size()));
        for (std::string one; codes >> one;) list += (list.empty() ? "" : ", ") + std::to_string(row) + " " + one;
    }
    return list;
}

std::vector<std::string> sorted(std::string const& list) {
    std::vector<std::string> items;
    std::istringstream in(list);
    for (std::string item; std::getline(in >> std::ws, item, ',');) items.push_back(item);
    std::sort(items.begin(), items.end());
    return items;
}

}  // namespace

BOOST_AUTO_TEST_CASE(examples_find_what_they_say) {
    auto all = examples();
    BOOST_TEST(all.size() >= 8U);
    for (auto const& example : all)
        if (example.mark != "<!-- before -->")
            BOOST_TEST(sorted(found(example.code)) == sorted(expected(example.code)),
                       example.code << found(example.code));
}

BOOST_AUTO_TEST_CASE(comments_are_added_as_shown) {
    std::string const after = "<!-- after: ";
    std::size_t shown = 0;
    std::string before;
    for (auto const& example : examples()) {
        if (example.mark == "<!-- before -->") before = example.code;
        if (example.mark.rfind(after, 0) != 0) continue;
        auto reason = example.mark.substr(after.size(), example.mark.find(" -->") - after.size());
        BOOST_TEST(added(before, "a.py", reason) == example.code);
        ++shown;
    }
    BOOST_TEST(shown == 1U);
}
