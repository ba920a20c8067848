// Outlines, signatures, definitions, tokens, hints, lenses, mentions and ranges of small scripts.
#include <algorithm>
#include <boost/test/unit_test.hpp>

#include "analyzer/assist/completion.hpp"
#include "analyzer/assist/definition.hpp"
#include "analyzer/assist/hints.hpp"
#include "analyzer/assist/lenses.hpp"
#include "analyzer/assist/ranges.hpp"
#include "analyzer/assist/references.hpp"
#include "analyzer/assist/schema_page.hpp"
#include "analyzer/assist/signature.hpp"
#include "analyzer/assist/symbols.hpp"
#include "analyzer/assist/tokens.hpp"
#include "analyzer/host/host.hpp"
#include "analyzer/schema/pack.hpp"
#include "queries.hpp"

using namespace alyx::analyzer;

namespace {

/// A script with a cursor, `|`.
struct Script {
    std::shared_ptr<Analysis const> analysis;
    Place cursor;

    explicit Script(std::string code) {
        if (auto const at = code.find('|'); at != code.npos) {
            code.erase(at, 1);
            cursor = {0, make_span(at, at)};
        }
        analysis = test::analyze_code(std::move(code));
    }
    std::string text(Place place) const {
        return std::string(place.span.of(analysis->unit->sources[place.source]->text()));
    }
};

std::string const two_calls =
    "sessions = one.alyx.rest('sessions', 'list', django='subject__nickname__icontains,ks,~qc__lt,40')\n"
    "x = 3\n"
    "read = one.alyx.rest('subjects', 'read',\n"
    "                     id='KS022')\n";

std::string active_of(Signature const& signature) {
    if (!signature.active) return "none";
    return std::string(signature.parameters[*signature.active].label.of(signature.label));
}

std::string active_in(std::string code) {
    Script const script(std::move(code));
    auto const found = signature(*script.analysis, script.cursor);
    return found ? active_of(*found) : "no signature";
}

}  // namespace

BOOST_AUTO_TEST_CASE(an_outline_names_requests) {
    Script const script(two_calls);
    auto const found = symbols(*script.analysis);
    BOOST_REQUIRE(found.size() == 2);
    BOOST_TEST(found[0].name == "sessions: subject__nickname__icontains, ~qc__lt");
    BOOST_TEST(found[0].detail == "list");
    BOOST_TEST(script.text(found[0].selection) == "sessions");
    BOOST_TEST(script.text(found[0].place).starts_with("one.alyx.rest('sessions'"));
    BOOST_TEST(found[1].name == "subjects");
    BOOST_TEST(found[1].detail == "read");
    for (auto const& symbol : found) BOOST_TEST(symbol.place.span.covers(symbol.selection.span));
}

BOOST_AUTO_TEST_CASE(fences_of_markdown_are_completed_within_their_lines) {
    for (std::string const open : {"')\n", "\n"}) {
        std::string const before =
            "# Title\n\n- an item\n\n  ```python\n  x = 3\n  one.alyx.rest('sessions', 'list', django='subject__";
        auto units = units_of("page.md", before + open + "  y = 4\n  ```\n").units;
        auto const analysis = analyze(std::make_shared<Unit const>(std::move(units.front())),
                                      std::make_shared<Snapshot const>(std::vector{built_in_schema("alyx")}));
        auto const items = complete(*analysis, {0, make_span(before.size(), before.size())});
        BOOST_TEST_REQUIRE(!items.empty(), "in a quote that is followed by: " << open);
        BOOST_TEST(items[0].label == "nickname");
    }
}

BOOST_AUTO_TEST_CASE(several_ways_of_a_call_are_one_symbol_and_one_lens) {
    Script const script("query = 'qc,10' if good else 'number,1'\none.alyx.rest('sessions', 'list', django=query)\n");
    BOOST_TEST(symbols(*script.analysis).size() == 1);
    BOOST_TEST(lenses(*script.analysis).size() == 1);
}

BOOST_AUTO_TEST_CASE(a_signature_follows_the_cursor) {
    BOOST_TEST(active_in("one.alyx.rest(|)") == "url");
    BOOST_TEST(active_in("one.alyx.rest('sessions', '|')") == "action");
    BOOST_TEST(active_in("one.alyx.rest('sessions', 'list', django='qc,1|0')") == "django");
    BOOST_TEST(active_in("one.alyx.rest('sessions', 'list', django='qc,10', histology=|)") == "histology");
    BOOST_TEST(active_in("one.alyx.rest('sessions', 'list', datasets=['a', '|'])") == "datasets");
    BOOST_TEST(active_in("one.alyx.rest('sessions', 'list', django='qc|") == "django");
    BOOST_TEST(active_in("one.search(subject=|)") == "subject");
    BOOST_TEST(active_in("one.alyx.rest('sessions', 'list')|") == "no signature");
    BOOST_TEST(active_in("print(|)") == "no signature");
    BOOST_TEST(active_in("someone.rest(|)") == "no signature");
}

BOOST_AUTO_TEST_CASE(a_signature_lists_what_the_endpoint_takes) {
    Script const script("one.alyx.rest('sessions', 'list', |)");
    auto const found = signature(*script.analysis, script.cursor);
    BOOST_REQUIRE(found);
    BOOST_TEST(found->label.starts_with("rest(url, action, id, data, files, no_cache, django, "));
    BOOST_TEST(found->documentation.find("lists Session") != std::string::npos);
    for (auto const& parameter : found->parameters)
        BOOST_TEST(found->label.find(parameter.label.of(found->label)) != std::string::npos);
    Script const reads("one.alyx.rest('sessions', 'read', |)");
    BOOST_TEST(signature(*reads.analysis, reads.cursor)->label.find("django") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_definition_is_a_row_of_a_page) {
    Script const script("one.alyx.rest('sessions', 'list', django='subject__nick|name,KS022')");
    auto const found = definition(*script.analysis, script.cursor);
    BOOST_REQUIRE(found);
    BOOST_TEST(found->page == "subjects.Subject");
    BOOST_TEST(script.text(found->origin) == "nickname");
    auto const page = schema_page(*found->schema, found->page)->render(PageFormat::markdown);
    Source const source("page.md", page);
    BOOST_TEST(source.line(found->row).starts_with("| `nickname` |"));
    Script const endpoint("one.alyx.rest('sess|ions', 'list')");
    auto const of_endpoint = definition(*endpoint.analysis, endpoint.cursor);
    BOOST_REQUIRE(of_endpoint);
    BOOST_TEST(of_endpoint->page == "sessions");
    BOOST_TEST(of_endpoint->row == 0);
    Script const nothing("x = |3\none.alyx.rest('sessions', 'list')");
    BOOST_TEST(!definition(*nothing.analysis, nothing.cursor));
}

BOOST_AUTO_TEST_CASE(tokens_say_what_words_are) {
    Script const script(two_calls);
    std::string shown;
    for (auto const& token : tokens(*script.analysis))
        shown += std::to_string(static_cast<int>(token.kind)) + ":" + script.text(token.place) + " ";
    BOOST_TEST(shown ==
               "0:sessions 1:list 3:subject 11:__ 4:nickname 11:__ 7:icontains 11:, 9:ks 2:~ 4:qc 11:__ 7:lt 11:, 8:40 "
               "0:subjects 1:read ");
}

BOOST_AUTO_TEST_CASE(tokens_stay_while_a_pair_is_being_written) {
    Script const script("one.alyx.rest('sessions', 'list', django='qc,10,subj')");
    auto const found = tokens(*script.analysis);
    auto const is_qc = [&](Token const& token) { return script.text(token.place) == "qc"; };
    BOOST_TEST((std::find_if(found.begin(), found.end(), is_qc) != found.end()));
}

BOOST_AUTO_TEST_CASE(tokens_are_in_order_and_do_not_overlap) {
    for (auto folder : {"tests/fixtures", "tests/examples"})
        for (auto const& file : test::code_files(folder))
            for (auto const& analysis : test::analyze_file(file)) {
                auto const found = tokens(*analysis);
                for (std::size_t i = 1; i < found.size(); ++i) {
                    auto const &before = found[i - 1].place, &place = found[i].place;
                    BOOST_TEST((before.source < place.source ||
                                (before.source == place.source && before.span.end <= place.span.begin)));
                }
            }
}

BOOST_AUTO_TEST_CASE(hints_say_what_is_not_written) {
    Script const script("one.alyx.rest('sessions', 'list', django='qc__lt,40,subject__nickname,022,number__gt,3')");
    auto const found = hints(*script.analysis);
    std::string shown;
    for (auto const& hint : found) {
        auto const code = script.analysis->unit->sources[0]->text();
        shown += std::string(code.substr(hint.place.span.begin - 2, 2)) + "[" + hint.label + "] ";
        BOOST_TEST(!hint_documentation(*script.analysis, hint).empty());
    }
    BOOST_TEST(shown == "40[= FAIL] me[__exact] 22[→ '22.0'] ");
}

BOOST_AUTO_TEST_CASE(a_lens_counts) {
    Script const script(
        "one.alyx.rest('sessions', 'list', django='tasks__status,40,projects__name,a,number,1')\n"
        "one.alyx.rest('sessions', 'list')\n"
        "one.alyx.rest('sessions', 'read', id=eid)\n");
    auto const found = lenses(*script.analysis);
    BOOST_REQUIRE(found.size() == 2);
    BOOST_TEST(found[0].title == "sessions · 3 conditions · 2 joins to many rows");
    BOOST_TEST(found[1].title == "sessions · all rows");
}

BOOST_AUTO_TEST_CASE(mentions_are_of_models_not_of_spellings) {
    Script const script(
        "one.alyx.rest('sessions', 'list', django='sub|ject__nickname,KS022')\n"
        "one.alyx.rest('insertions', 'list', django='session__subject__nickname,KS022')\n"
        "one.alyx.rest('sessions', 'list', django='subject_id,x')\n");
    auto const at = mention_at(*script.analysis, script.cursor);
    BOOST_REQUIRE(at);
    BOOST_TEST(at->what.owner == "actions.Session");
    BOOST_TEST(at->what.name == "subject");
    auto const places = mentions_of(*script.analysis, at->what);
    BOOST_REQUIRE(places.size() == 2);
    BOOST_TEST(script.text(places[0]) == "subject");
    BOOST_TEST(script.text(places[1]) == "subject_id");
    Mentioned const nickname{"alyx", "subjects.Subject", "nickname"};
    BOOST_TEST(mentions_of(*script.analysis, nickname).size() == 2);
}

BOOST_AUTO_TEST_CASE(long_calls_fold) {
    Script const script(two_calls);
    auto const found = folding_ranges(*script.analysis);
    BOOST_REQUIRE(found.size() == 1);
    BOOST_TEST(script.text(found[0]).starts_with("one.alyx.rest('subjects'"));
}

BOOST_AUTO_TEST_CASE(a_selection_grows) {
    Script const script("one.alyx.rest('sessions', 'list', django='qc,10,~subject__nick|name,KS022')");
    std::vector<std::string> shown;
    for (auto const& place : selection_ranges(*script.analysis, script.cursor)) shown.push_back(script.text(place));
    std::vector<std::string> const wanted{"nickname", "subject__nickname", "~subject__nickname,KS022",
                                          "qc,10,~subject__nickname,KS022"};
    BOOST_TEST(shown == wanted, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(endpoints_lead_to_their_pages) {
    Script const script(two_calls);
    auto const found = schema_links(*script.analysis);
    BOOST_REQUIRE(found.size() == 2);
    BOOST_TEST(script.text(found[0].place) == "sessions");
    BOOST_TEST(found[1].page == "subjects");
    BOOST_TEST(schema_page(*found[1].schema, found[1].page).has_value());
}
