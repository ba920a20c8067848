// What settings change: rules that are off, severities, runs that ask for some rules only.
#include <algorithm>
#include <boost/test/unit_test.hpp>

#include "tests/suppress/analysed.hpp"

namespace {

using namespace alyx::analyzer;
using namespace alyx::analyzer::test;

std::size_t index_of(std::string_view code) {
    auto rules = all_rules();
    return static_cast<std::size_t>(
        std::find_if(rules.begin(), rules.end(), [&](Rule const* rule) { return rule->code == code; }) - rules.begin());
}

std::string found_with(Settings settings, std::string const& text) {
    auto shared = std::make_shared<Settings const>(std::move(settings));
    auto with = std::make_shared<Snapshot const>(std::vector{built_in_schema("alyx")}, shared);
    std::string list;
    auto file = units_of("a.py", text);
    for (auto& unit : file.units) {
        auto analysis = analyze(std::make_shared<Unit>(std::move(unit)), with);
        for (auto const& f : analysis->findings)
            list += (list.empty() ? "" : ", ") + shown(*analysis, f) + " " + std::string(name_of(f.severity()));
    }
    return list;
}

#define BAD "one.alyx.rest('sessions', 'list', django='labb,x')"

}  // namespace

BOOST_AUTO_TEST_CASE(a_run_that_asks_for_some_rules_calls_no_comment_useless) {
    std::string const text = BAD "  # alyxlint: ignore[AQ203, AQ401]\n# alyxlint: ignore\nx = 1  # noqa: AQ101\n";
    BOOST_TEST(found_with(*default_settings(), text) ==
               "1 AQ001 information, 2 AQ001 information, 3 AQ001 information");
    auto narrowed = *default_settings();
    narrowed.narrowed = true;
    BOOST_TEST(found_with(narrowed, text) == "");
    BOOST_TEST(found_with(narrowed, "x = 1  # alyxlint: ignore[nonsense]\n") == "1 AQ002 warning");
}

BOOST_AUTO_TEST_CASE(code_in_comments_is_read_where_it_is_asked_for) {
    std::string const text =
        "x = 'KS022'\n# " BAD "\n# one.alyx.rest('sessions', 'list', django=f'labb,{x}')\n# use " BAD "\n\n# " BAD
        "  # alyxlint: ignore[AQ203]\n# prose\n";
    BOOST_TEST(found_with(*default_settings(), text) == "");
    auto with_comments = *default_settings();
    with_comments.include_comments = true;
    BOOST_TEST(found_with(with_comments, text) == "2 AQ203 error, 3 AQ203 error");
    BOOST_TEST(found_with(with_comments, "# " BAD "\n# alyxlint: ignore[AQ203]\n# " BAD "\n") == "1 AQ203 error");
    BOOST_TEST(found_with(with_comments, "x = 1\n# alyxlint: disable\n# " BAD "\n# alyxlint: enable\n") == "");
}

BOOST_AUTO_TEST_CASE(a_comment_for_a_rule_that_is_off_may_be_of_use_elsewhere) {
    auto settings = *default_settings();
    settings.levels[index_of("AQ203")] = std::nullopt;
    BOOST_TEST(found_with(settings, BAD "  # alyxlint: ignore[AQ203]\n") == "");
    BOOST_TEST(found_with(settings, BAD "  # alyxlint: ignore[AQ203, AQ401]\n") == "1 AQ001 information");
}

BOOST_AUTO_TEST_CASE(rules_about_comments_can_be_off_and_have_other_severities) {
    auto settings = *default_settings();
    settings.levels[index_of("AQ001")] = std::nullopt;
    settings.levels[index_of("AQ002")] = Severity::error;
    BOOST_TEST(found_with(settings, "x = 1  # alyxlint: ignore[AQ203, nonsense]\n") == "1 AQ002 error");
}
