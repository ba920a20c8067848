// Every feature at every position of whole scripts, of all their beginnings, and of bytes that are no script.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <random>

#include "analyzer/assist/completion.hpp"
#include "analyzer/assist/definition.hpp"
#include "analyzer/assist/hints.hpp"
#include "analyzer/assist/hover.hpp"
#include "analyzer/assist/lenses.hpp"
#include "analyzer/assist/ranges.hpp"
#include "analyzer/assist/signature.hpp"
#include "analyzer/assist/symbols.hpp"
#include "analyzer/assist/tokens.hpp"
#include "queries.hpp"

using namespace alyx::analyzer;

namespace {

bool is_within(Analysis const& analysis, Place place) {
    return place.source < analysis.unit->sources.size() && place.span.begin <= place.span.end &&
           place.span.end <= analysis.unit->sources[place.source]->text().size();
}

void at(Analysis const& analysis, Place cursor) {
    for (auto const& item : complete(analysis, cursor)) {
        bool const ends_at_cursor = item.insert.source == cursor.source && item.insert.span.end == cursor.span.begin;
        BOOST_REQUIRE(is_within(analysis, item.insert) && is_within(analysis, item.replace) && ends_at_cursor);
        BOOST_REQUIRE(item.replace.span.begin == item.insert.span.begin);
        BOOST_REQUIRE(item.replace.span.end >= item.insert.span.end);
        auto const text = analysis.unit->sources[cursor.source]->text();
        BOOST_REQUIRE(item.replace.span.of(text).find_first_of("\r\n") == std::string_view::npos);
    }
    if (auto const found = hover(analysis, cursor)) BOOST_REQUIRE(is_within(analysis, found->place));
    if (auto const found = definition(analysis, cursor)) BOOST_REQUIRE(is_within(analysis, found->origin));
    for (auto const& place : selection_ranges(analysis, cursor)) BOOST_REQUIRE(is_within(analysis, place));
    if (auto const found = signature(analysis, cursor))
        for (auto const& parameter : found->parameters) BOOST_REQUIRE(parameter.label.end <= found->label.size());
}

void everywhere(Analysis const& analysis) {
    for (std::uint32_t source = 0; source < analysis.unit->sources.size(); ++source)
        for (std::uint32_t i = 0; i <= analysis.unit->sources[source]->text().size(); ++i)
            at(analysis, {source, {i, i}});
    for (auto const& symbol : symbols(analysis)) BOOST_REQUIRE(is_within(analysis, symbol.place));
    for (auto const& token : tokens(analysis)) BOOST_REQUIRE(is_within(analysis, token.place));
    for (auto const& lens : lenses(analysis)) BOOST_REQUIRE(is_within(analysis, lens.place));
    for (auto const& hint : hints(analysis)) BOOST_REQUIRE(is_within(analysis, hint.place));
    for (auto const& link : schema_links(analysis)) BOOST_REQUIRE(is_within(analysis, link.place));
}

std::string const script =
    "lab = 'cortexlab'\n"
    "query = f'lab__name,{lab},start_time__date__range,[\"2021-01-01\", \"2021-02-01\"]'\n"
    "def f(a, b):\n"
    "    return one.alyx.rest('sessions', 'list', django=[query, '~projects__name,' r\"a\\d\"], qc='PASS',\n"
    "                         extended_qc=\"\"\"task,1,\n"
    "behavior,2\"\"\", **{'number': '3%s' % a})\n"
    "one.alyx.rest('sessions', 'create', data={'subject': 'x', 'qc': [1, {2: f(\"{}\")}]})\n"
    "one.search(query_type='remote', django='nickname\\u00e9,\\x41')  # 'a(\n";

}  // namespace

BOOST_AUTO_TEST_CASE(all_features_at_all_positions_of_the_examples) {
    for (auto const& file : test::code_files("tests/examples"))
        for (auto const& analysis : test::analyze_file(file)) everywhere(*analysis);
}

BOOST_AUTO_TEST_CASE(all_features_at_the_end_of_all_beginnings) {
    for (std::size_t size = 0; size <= script.size(); ++size) {
        auto const analysis = test::analyze_code(script.substr(0, size));
        at(*analysis, {0, make_span(size, size)});
        if (size > 0) at(*analysis, {0, make_span(size - 1, size - 1)});
    }
}

BOOST_AUTO_TEST_CASE(all_features_where_lines_end_as_on_windows) {
    std::string text;
    for (char c : script) text += c == '\n' ? std::string("\r\n") : std::string(1, c);
    everywhere(*test::analyze_code(text));
    for (std::size_t size = 0; size <= text.size(); size += 3)
        at(*test::analyze_code(text.substr(0, size) + "\r\nx = 3\r\n"), {0, make_span(size, size)});
}

BOOST_AUTO_TEST_CASE(all_features_in_scripts_with_missing_and_foreign_bytes) {
    std::mt19937 random(7);
    for (int round = 0; round < 60; ++round) {
        auto text = script;
        for (int edit = 0; edit < 4; ++edit) {
            auto const place = random() % text.size();
            static constexpr std::string_view foreign = "'\"\\([{}])#,_~\n\xC3\xFF\x00 f";
            if (random() % 2)
                text.erase(place, 1 + random() % 3);
            else
                text.insert(place, 1, foreign[random() % foreign.size()]);
        }
        auto const analysis = test::analyze_code(text);
        for (std::uint32_t i = 0; i <= text.size(); i += 3) at(*analysis, {0, {i, i}});
    }
}
