// What pre-commit hands over and the documentation lists are the kinds of files that the program understands.
#include <boost/test/unit_test.hpp>
#include <fstream>
#include <iterator>

#include "analyzer/host/host.hpp"
#include "analyzer/text/concat.hpp"

using namespace alyx::analyzer;

namespace {

std::string text_of(char const* file) {
    std::ifstream in(concat(ALYX_ROOT "/", file));
    return {std::istreambuf_iterator<char>(in), {}};
}

std::string listed(std::string_view before, std::string_view between, std::string_view after) {
    std::string list;
    for (auto extension : host_extensions()) list += concat(list.empty() ? "" : between, before, extension, after);
    return list;
}

}  // namespace

BOOST_AUTO_TEST_CASE(hooks_take_all_kinds_of_files) {
    std::string kinds;
    for (auto extension : host_extensions()) kinds += concat(kinds.empty() ? "" : "|", extension.substr(1));
    auto pattern = concat("files: \\.(", kinds, ")$\n");
    auto hooks = text_of(".pre-commit-hooks.yaml");
    auto first = hooks.find(pattern);
    BOOST_TEST_REQUIRE(first != hooks.npos, "write " << pattern);
    BOOST_TEST(hooks.find(pattern, first + 1) != hooks.npos);
    BOOST_TEST(text_of("docs/ci.md").find(pattern) != std::string::npos);
}

BOOST_AUTO_TEST_CASE(the_documentation_lists_all_kinds_of_files) {
    auto list = listed("`*", ", ", "`");
    auto text = text_of("docs/configuration.md");
    std::replace(text.begin(), text.end(), '\n', ' ');
    BOOST_TEST((text.find(list) != text.npos), "write " << list);
}
