// Queries written one pair a line: what they become, and that they mean the same.
#include <boost/test/unit_test.hpp>

#include "analyzer/assist/rewrites.hpp"
#include "analyzer/edit/apply.hpp"
#include "queries.hpp"

using namespace alyx::analyzer;

namespace {

std::vector<std::string> queries_of(Analysis const& analysis) {
    std::vector<std::string> all;
    for (auto const& site : analysis.sites)
        for (auto const& argument : site.arguments) all.push_back(argument.value.text.text);
    return all;
}

/// The code with the cursor's (`|`) query one pair a line; empty where that is not offered.
std::string rewritten(std::string code) {
    auto const at = code.find('|');
    code.erase(at, 1);
    auto const before = test::analyze_code(code);
    auto const offered = rewrites(*before, {0, make_span(at, at)});
    if (offered.empty()) return "";
    BOOST_TEST(offered[0].title == "one pair a line");
    EditGroup group;
    for (auto const& edit : offered[0].edits) group.push_back({edit.place.span, edit.text});
    auto text = apply_edits(code, {group}).text;
    auto const after = test::analyze_code(text);
    BOOST_TEST(queries_of(*after) == queries_of(*before), boost::test_tools::per_element());
    return text;
}

}  // namespace

BOOST_AUTO_TEST_CASE(pairs_stand_below_each_other) {
    BOOST_TEST(rewritten("one.alyx.rest('sessions', 'list', django='number|,1,~qc__lt,40')\n") ==
               "one.alyx.rest('sessions', 'list', django='number,1,'\n"
               "                                         '~qc__lt,40')\n");
    BOOST_TEST(rewritten("if 1:\n\tone.alyx.rest('sessions', 'list', django=r\"\"\"number,1,qc,10,é|,2\"\"\")\n") ==
               "if 1:\n\tone.alyx.rest('sessions', 'list', django=r\"\"\"number,1,\"\"\"\n"
               "\t                                         r\"\"\"qc,10,\"\"\"\n"
               "\t                                         r\"\"\"é,2\"\"\")\n");
}

BOOST_AUTO_TEST_CASE(outside_of_brackets_some_are_added) {
    BOOST_TEST(rewritten("q = f'number,{n},qc|,10,id,2'\none.alyx.rest('sessions', 'list', django=q)\n") ==
               "q = (f'number,{n},'\n     f'qc,10,'\n     f'id,2')\none.alyx.rest('sessions', 'list', django=q)\n");
    BOOST_TEST(rewritten("q = 'number,%s,|qc,10' % n\none.alyx.rest('sessions', 'list', django=q)\n") ==
               "q = ('number,%s,'\n     'qc,10' % n)\none.alyx.rest('sessions', 'list', django=q)\n");
    BOOST_TEST(rewritten("q = ('number,1,'\n     'qc|,10,id,2')\none.alyx.rest('sessions', 'list', django=q)\n") ==
               "q = ('number,1,'\n     'qc,10,'\n     'id,2')\none.alyx.rest('sessions', 'list', django=q)\n");
}

BOOST_AUTO_TEST_CASE(where_there_is_nothing_to_break_nothing_is_offered) {
    BOOST_TEST(rewritten("one.alyx.rest('sessions', 'list', django='number,|1')\n").empty());
    BOOST_TEST(rewritten("one.alyx.rest('sessions', 'list', django='number,1,'\n 'qc,|10')\n").empty());
    BOOST_TEST(rewritten("one.alyx.rest('ses|sions', 'list', django='number,1,qc,10')\n").empty());
    BOOST_TEST(rewritten("x = 'number,1,qc|,10'\n").empty());
    BOOST_TEST(rewritten("one.alyx.rest('sessions', 'list', django='dataset_type,(1,|2)')\n").empty());
}
