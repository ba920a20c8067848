// docs/rules holds what the rules say today, and nothing else.
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>

#include "analyzer/assist/site.hpp"
#include "analyzer/schema/pack.hpp"

namespace {

namespace fs = std::filesystem;

std::map<std::string, std::string> committed() {
    std::map<std::string, std::string> pages;
    for (auto const& entry : fs::directory_iterator(fs::path(ALYX_ROOT) / "docs/rules")) {
        std::ifstream in(entry.path(), std::ios::binary);
        pages[entry.path().filename().string()] = {std::istreambuf_iterator<char>(in), {}};
    }
    return pages;
}

}  // namespace

BOOST_AUTO_TEST_CASE(the_rules_pages_are_up_to_date) {
    auto pages = committed();
    auto const wanted = alyx::analyzer::markdown_rules(alyx::analyzer::built_in_schema("alyx"));
    BOOST_TEST(pages.size() == wanted.size(), "./dev docs writes them");
    for (auto const& file : wanted)
        BOOST_TEST(pages[file.path] == file.text, "docs/rules/" << file.path << " is not up to date: run ./dev docs");
}
