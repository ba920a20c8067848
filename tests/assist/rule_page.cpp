// Pages of rules say what is true: each example gives its finding, and fixes are as the page says.
#include "analyzer/assist/rule_page.hpp"

#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "analyzer/analyze/analysis.hpp"
#include "analyzer/assist/rule_url.hpp"
#include "analyzer/assist/site.hpp"
#include "analyzer/config/configurations.hpp"
#include "analyzer/host/host.hpp"
#include "analyzer/schema/pack.hpp"
#include "tests/workspace/temporary_folder.hpp"

using namespace alyx::analyzer;
using alyx::analyzer::testing::TemporaryFolder;

namespace {

namespace fs = std::filesystem;

std::shared_ptr<Schema const> alyx_schema() {
    return built_in_schema("alyx");
}

bool has(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

bool allows(FixKind fixes, Fix::Safety safety) {
    if (fixes == FixKind::both) return true;
    return fixes == (safety == Fix::Safety::safe ? FixKind::safe : FixKind::unsafe);
}

/// Calls `f` with each finding in the scripts of a folder of the tests.
template <class F>
void for_findings(char const* folder, F&& f) {
    auto snapshot = std::make_shared<Snapshot const>(std::vector{alyx_schema()});
    for (auto const& entry : fs::recursive_directory_iterator(fs::path(ALYX_ROOT) / "tests" / folder)) {
        if (!entry.is_regular_file() || !is_host_file(entry.path().string())) continue;
        std::ifstream in(entry.path(), std::ios::binary);
        auto units = units_of(entry.path().string(), {std::istreambuf_iterator<char>(in), {}});
        for (auto& unit : units.units) {
            auto const analysis = analyze(std::make_shared<Unit>(std::move(unit)), snapshot);
            for (auto const& finding : analysis->findings) f(finding, entry.path().filename().string());
        }
    }
}

SiteFile const& find(std::vector<SiteFile> const& files, std::string_view path) {
    for (auto const& file : files)
        if (file.path == path) return file;
    BOOST_FAIL("there is no page " << path);
    return files.front();
}

/// What stands between `begin` and the next `"`, again and again.
std::vector<std::string> attributes(std::string const& html, std::string_view begin) {
    std::vector<std::string> values;
    for (auto at = html.find(begin); at != std::string::npos; at = html.find(begin, at)) {
        at += begin.size();
        values.push_back(html.substr(at, html.find('"', at) - at));
    }
    return values;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(rule_pages)

BOOST_AUTO_TEST_CASE(show_an_example_of_each_rule_that_gives_its_finding) {
    for (auto const* rule : all_rules()) {
        auto const about = document(*rule, alyx_schema());
        BOOST_TEST(!about.examples.empty(), rule->name);
        for (auto const& example : about.examples) {
            BOOST_TEST(!example.message.empty(), rule->name << " says nothing about " << example.wrong);
            BOOST_TEST((!example.server || rule->effect == Effect::refused), rule->name);
        }
    }
}

BOOST_AUTO_TEST_CASE(say_of_fixes_what_is_true_of_all_scripts_of_the_tests) {
    std::size_t fixes = 0;
    for (char const* folder : {"fixtures", "examples"})
        for_findings(folder, [&](Finding const& finding, std::string const& file) {
            if (!finding.fix) return;
            ++fixes;
            auto kind = document(*finding.rule, alyx_schema()).fixes;
            BOOST_TEST(allows(kind, finding.fix->safety),
                       file << ": " << finding.rule->name << " says of its fixes: " << name_of(kind));
        });
    BOOST_TEST(fixes > 50U);
}

BOOST_AUTO_TEST_CASE(hold_all_that_one_asks_of_a_rule) {
    auto const page = rule_page(document(*find_rule("unknown-field"), alyx_schema())).render(PageFormat::markdown);
    BOOST_TEST(page.starts_with("# unknown-field (AQ203)\n\nA path that begins with"));
    BOOST_TEST(has(page, "| refused | error | unsafe |"));
    BOOST_TEST(has(page, "## Why is this bad?\n\nA path begins at"));
    BOOST_TEST(
        has(page, "```python\none.alyx.rest('datasets', 'list', django='lab__name,mainenlab')\n```\n\n- Finding: "));
    BOOST_TEST(has(page, "- Server: HTTP 500 FieldError\n"));
    BOOST_TEST(has(page, "- Fix (unsafe): "));
    BOOST_TEST(has(page, "Use instead:\n\n```python\none.alyx.rest('datasets', 'list', django='session__lab__name,"));
    BOOST_TEST(has(page, "# alyxlint: ignore[unknown-field]"));
}

BOOST_AUTO_TEST_CASE(show_configurations_that_do_what_they_say) {
    TemporaryFolder folder;
    for (auto const* rule : all_rules()) {
        auto const page = rule_page(document(*rule, alyx_schema())).render(PageFormat::markdown);
        std::size_t blocks = 0;
        for (auto at = page.find("```toml\n"); at != std::string::npos; at = page.find("```toml\n", at + 1)) {
            auto const begin = at + 8;
            folder.write("alyxlint.toml", page.substr(begin, page.find("```", begin) - begin));
            auto settings = Configurations({.current_folder = folder.path()}).of_folder(folder.path());
            BOOST_TEST_REQUIRE(settings.has_value(), rule->name);
            auto severity = (*settings)->level(*rule, {});
            BOOST_TEST((!severity || severity == Severity::information), rule->name);
            ++blocks;
        }
        BOOST_TEST(blocks == (rule->effect == Effect::advice ? 1U : 2U));
    }
}

BOOST_AUTO_TEST_CASE(show_a_request_where_no_call_can_send_it) {
    auto const about = document(*find_rule("unknown-endpoint"), alyx_schema());
    BOOST_TEST(about.examples.at(0).language == "http");
    BOOST_TEST(about.examples.at(0).wrong.starts_with("GET /"));
    BOOST_TEST(about.examples.at(0).server->status == 404);
}

BOOST_AUTO_TEST_CASE(are_listed_by_family) {
    auto const page = rule_index(".md").render(PageFormat::markdown);
    for (auto const* rule : all_rules()) {
        BOOST_TEST(has(page, std::string("[") + std::string(rule->name) + "](" + std::string(rule->name) + ".md)"));
        BOOST_TEST(!family_of(*rule).prefix.empty(), rule->code << " belongs to no family");
    }
}

BOOST_AUTO_TEST_CASE(have_an_address_where_a_site_is_known) {
    auto const& rule = *find_rule("AQ203");
    BOOST_TEST(rule_url(rule, "https://example.org/alyx") == "https://example.org/alyx/rules/unknown-field.html");
    BOOST_TEST(rule_url(rule, "") == "");
}

BOOST_AUTO_TEST_CASE(make_a_site_whose_links_lead_somewhere) {
    auto const files = html_site(alyx_schema());
    std::size_t links = 0;
    for (auto const& file : files) {
        if (!file.path.ends_with(".html")) continue;
        for (auto const& target : attributes(file.text, "href=\"")) {
            auto const path = (fs::path(file.path).parent_path() / target).lexically_normal().string();
            find(files, path);
            ++links;
        }
        BOOST_TEST(!has(file.text, "<script"));
        // Examples may show addresses; nothing is fetched from one.
        BOOST_TEST(!has(file.text, "=\"http:"));
        BOOST_TEST(!has(file.text, "=\"https:"));
        BOOST_TEST(!has(file.text, "url("));
    }
    BOOST_TEST(links > 1000U);
    BOOST_TEST(has(find(files, "rules/unknown-field.html").text, "<h1>unknown-field (AQ203)</h1>"));
    BOOST_TEST(has(find(files, "index.html").text, "<a href=\"rules/unknown-field.html\">"));
}

BOOST_AUTO_TEST_SUITE_END()
