// The grammar of ftrack's query language: trees, what is missing in them, holes, and that nothing can make it fail.
#include "analyzer/query/ftrack.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <random>
#include <string>
#include <vector>

#include "tests/query/ftrack_shape.hpp"

namespace {

using namespace alyx::analyzer;

struct Row {
    char const* text;
    char const* shape;
};
std::ostream& operator<<(std::ostream& out, Row const& row) {
    return out << row.text;
}

Row const good[] = {
    {"Project", "Project"},
    {"Task where name is a", "Task where name is a"},
    {"Task where bid>=14400", "Task where bid >= #14400"},
    {"Task where id=5671dcb0-66de-11e1-8e6e-f23c91df25eb", "Task where id is 5671dcb0-66de-11e1-8e6e-f23c91df25eb"},
    {"Task where a is 1 and b is 2 or c is 3", "Task where (or (and a is #1 b is #2) c is #3)"},
    {"Task where a is 1 and (b is 2 or c is 3)", "Task where (and a is #1 ((or b is #2 c is #3)))"},
    {"User where not timelogs any ()", "User where (not timelogs any [])"},
    {"Note where author has (first_name is \"Jane\" and last_name is 'Doe')",
     "Note where author has [(and first_name is \"Jane\" last_name is 'Doe')]"},
    {"Project where metadata any (key=some_key and value=some_value)",
     "Project where metadata any [(and key is some_key value is some_value)]"},
    {"A where b is \"x\"and c is \"y\"", "A where (and b is \"x\" c is \"y\")"},
    {"select name, count(id) from Task group by name", "select name count:id from Task group name"},
    {"select from.name, to, from from TypedContextLink", "select from.name to from from TypedContextLink"},
    {"Membership where group.name is a", "Membership where group.name is a"},
    {"Task where id in (select task_id from AssetVersion where version > 3)",
     "Task where id in [select task_id from AssetVersion where version > #3]"},
    {"Task where name in (\"a\", b, 3)", "Task where name in [\"a\", b, #3]"},
    {"Task where name in ()", "Task where name in []"},
    {"Task where parent[Shot].parent[Sequence].name is \"s\"",
     "Task where parent[Shot].parent[Sequence].name is \"s\""},
    {"Task where parent[TypedContext] has (name is a)", "Task where parent[TypedContext] has [name is a]"},
    {"Task order by priority.sort desc, name offset 5 limit 10",
     "Task order priority.sort down order name offset #5 limit #10"},
    {"Task limit 10 offset 5", "Task offset #5 limit #10"},
    {"Task where a is none and b is_not None and c is True",
     "Task where (and a is none:none b is_not none:None c is !True)"},
    {"Task where comment is \"say \\\"hi\\\" (x\" and a after \"2015-01-01\"",
     "Task where (and comment is \"say \\\"hi\\\" (x\" a > \"2015-01-01\")"},
    {"Task\nwhere\tname not_like \"%x\"\n", "Task where name not_like \"%x\""},
    {"Task where not (a is 1 or not b is 2)", "Task where (not ((or a is #1 (not b is #2))))"},
    {"Task where end_date>= 2017-12-11", "Task where end_date >= 2017-12-11"},
};

struct Bad {
    char const* text;
    char const* shape;
    char const* faults;
};
std::ostream& operator<<(std::ostream& out, Bad const& row) {
    return out << row.text;
}

Bad const bad[] = {
    {"", "?", "missing -> an entity type"},
    {"Task where", "Task where ?", "missing -> a condition"},
    {"Task where name", "Task where name ?", "missing -> an operator"},
    {"Task where name is", "Task where name is ?", "missing -> a value"},
    {"Task where name is and b is 1", "Task where (and name is ? b is #1)", "missing -> a value"},
    {"Task where name is a and", "Task where (and name is a ?)", "missing -> a condition"},
    {"Task where (name is a", "Task where (name is a)", "missing -> )"},
    {"Task where name is a)", "Task where name is a", "unexpected )"},
    {"Task where name == \"a\"", "Task where name is \"a\"", "foreign == -> ="},
    {"Task where name is not \"a\"", "Task where name is_not \"a\"", "foreign is not -> is_not"},
    {"Task where name not in (a)", "Task where name not_in [a]", "foreign not in -> not_in"},
    {"Task where name contains \"a\"", "Task where name like \"a\"", "foreign contains -> like \"%\xE2\x80\xA6%\""},
    {"Task where name frob \"a\"", "Task where name ? \"a\"", "foreign frob"},
    {"Task where bid between 1 and 5", "Task where bid >= #1, #5",
     "foreign between -> >= \xE2\x80\xA6 and <= \xE2\x80\xA6"},
    {"Task where a is 1 && b is 2 || c is 3", "Task where (or (and a is #1 b is #2) c is #3)",
     "foreign && -> and; foreign || -> or"},
    {"select * from Task", "select * from Task", "star *"},
    {"SELECT name FROM Task", "select name from Task", "case SELECT -> select; case FROM -> from"},
    {"Task limit 10 order by name", "Task order name limit #10", "order order"},
    {"Task order by name where a is 1", "Task where a is #1 order name", "order where"},
    {"Task limit 1 limit 2", "Task limit #2", "repeated limit"},
    {"Task order by date descoffset 0 limit 25", "Task order date limit #25", "unexpected descoffset 0"},
    {"Task where name is \"abc", "Task where name is \"abc", "unclosed quote \"abc"},
    {"Task where parent. is 1", "Task where parent. is #1", "missing -> a name behind the dot"},
    {"Task where custom_attributes[\"fps\"] is 1", "Task where custom_attributes[\"fps\"] is #1", "key [\"fps\"]"},
    {"select name, from Task", "select name ? from Task", "missing -> an attribute"},
    {"select name Task", "select name from Task", "missing -> from"},
    {"select name as n from Task", "select name from Task", "unexpected as n"},
    {"Task order name", "Task order name", "missing -> by"},
    {"Task limit", "Task limit ?", "missing -> a number"},
    {"Task where name in \"a\", \"b\"", "Task where name in [\"a\", \"b\"]", "missing -> ("},
    {"Task where name is a b and c is 1", "Task where (and name is a c is #1)", "unexpected b"},
    {"Task where author has first_name is a", "Task where author has []", "missing -> ("},
    {"Task where name is a AND b is 1", "Task where (and name is a b is #1)", "case AND -> and"},
};

std::vector<std::string> texts() {
    std::vector<std::string> all;
    for (auto const& row : good) all.emplace_back(row.text);
    for (auto const& row : bad) all.emplace_back(row.text);
    return all;
}

void check_path(AttributePath const& path, Span outer) {
    BOOST_TEST(outer.covers(path.path.span));
    BOOST_TEST(!path.path.segments.empty());
    auto at = path.path.span.begin;
    for (auto const& s : path.path.segments) {
        BOOST_TEST(s.span.begin >= at);
        BOOST_TEST(path.path.span.covers(s.span));
        at = s.span.end;
    }
    for (auto const& cast : path.casts) {
        BOOST_TEST(path.path.span.covers(cast.span));
        BOOST_TEST(cast.span.covers(cast.type));
        BOOST_TEST(cast.segment < path.path.segments.size());
    }
}

void check_statement(Statement const& s, Span outer);

void check_criterion(Criterion const& c, Span outer) {
    BOOST_TEST(outer.covers(c.span));
    auto at = c.span.begin;
    for (auto const& part : c.parts) {
        BOOST_TEST(part.span.begin >= at);
        check_criterion(part, c.span);
        at = part.span.end;
    }
    BOOST_TEST((c.kind == Criterion::Kind::comparison) == (c.comparison != nullptr));
    if (!c.comparison) return;
    auto const& comparison = *c.comparison;
    check_path(comparison.path, c.span);
    BOOST_TEST(c.span.covers(comparison.op_span));
    at = comparison.op_span.end;
    for (auto const& value : comparison.values) {
        BOOST_TEST(value.span.begin >= at);
        BOOST_TEST(c.span.covers(value.span));
        at = value.span.end;
    }
    if (comparison.criteria) check_criterion(*comparison.criteria, c.span);
    if (comparison.subquery) check_statement(*comparison.subquery, c.span);
}

void check_statement(Statement const& s, Span outer) {
    BOOST_TEST(outer.covers(s.span));
    for (auto const& p : s.projections) {
        BOOST_TEST(s.span.covers(p.span));
        check_path(p.path, s.span);
    }
    BOOST_TEST((s.target.empty() || s.span.covers(s.target)));
    if (s.criteria) check_criterion(*s.criteria, s.span);
    for (auto const& path : s.group) check_path(path, s.span);
    for (auto const& key : s.order) check_path(key.path, s.span);
    for (auto const& f : s.faults) BOOST_TEST(f.span.end <= s.text.size());
}

void check(std::string_view text, Holes holes = {}) {
    BOOST_TEST_CONTEXT(text) check_statement(parse_ftrack(text, holes), make_span(0, text.size()));
}

/// The text with each `{}` a hole of one byte.
struct WithHoles {
    std::string text;
    std::vector<Hole> holes;
    explicit WithHoles(std::string_view written) {
        for (std::size_t i = 0; i < written.size(); ++i) {
            if (written.substr(i, 2) == "{}") holes.push_back({static_cast<std::uint32_t>(text.size())}), ++i;
            text += written[i] == '}' ? '?' : written[i];
        }
    }
};

/// Nothing in these is known to be wrong.
char const* const unfinished[] = {
    "{}",
    "{} where name is a",
    "select {} from {} where {}",
    "Task where {}",
    "Task where name is \"{}\" and {}",
    "Task where {} is a",
    "Task where name {} a",
    "Task where name is {} limit {}",
    "Task where name in ({}){}",
    "Task where name in {}",
    "Task where name in ({}",
    "Task where name is \"{}",
    "Task where (name is {}",
    "Task where name is a {}",
    "Task {}",
    "select name {}",
    "Task where name i{} a",
    "Task where name like \"%{}%\" order by {}",
};

}  // namespace

BOOST_DATA_TEST_CASE(statements_have_the_tree_that_they_say, boost::unit_test::data::make(good), row) {
    auto statement = parse_ftrack(row.text);
    BOOST_TEST(shape(statement) == row.shape);
    BOOST_TEST(faults(statement) == "");
}

BOOST_DATA_TEST_CASE(what_is_missing_or_wrong_is_a_hole_and_a_fault, boost::unit_test::data::make(bad), row) {
    auto statement = parse_ftrack(row.text);
    BOOST_TEST(shape(statement) == row.shape);
    BOOST_TEST(faults(statement) == row.faults);
}

BOOST_DATA_TEST_CASE(what_a_hole_could_mend_is_no_fault, boost::unit_test::data::make(unfinished), text) {
    WithHoles written(text);
    BOOST_TEST(faults(parse_ftrack(written.text, written.holes)) == "");
    check(written.text, written.holes);
}

BOOST_AUTO_TEST_CASE(what_no_hole_could_mend_stays_one) {
    WithHoles written("Task where name == {} and bid > {}");
    BOOST_TEST(faults(parse_ftrack(written.text, written.holes)) == "foreign == -> =");
    WithHoles earlier("Task wher name is {}");
    BOOST_TEST(faults(parse_ftrack(earlier.text, earlier.holes)).starts_with("unexpected wher name is"));
}

BOOST_DATA_TEST_CASE(printed_and_parsed_it_is_the_same, boost::unit_test::data::make(good), row) {
    auto statement = parse_ftrack(row.text);
    auto printed = print(statement);
    auto again = parse_ftrack(printed);
    BOOST_TEST(shape(again) == shape(statement), printed);
    BOOST_TEST(faults(again) == "", printed);
    BOOST_TEST(print(again) == printed);
}

BOOST_DATA_TEST_CASE(every_piece_parses_and_its_spans_nest, boost::unit_test::data::make(texts()), text) {
    for (std::size_t end = 0; end <= text.size(); ++end) {
        check(std::string_view(text).substr(0, end));
        check(std::string_view(text).substr(end));
        std::vector<Hole> hole{{static_cast<std::uint32_t>(end)}};
        if (end < text.size()) check(text, hole);
    }
}

BOOST_AUTO_TEST_CASE(any_tokens_in_any_order_parse) {
    std::mt19937 random(7);
    char const* const tokens[] = {"select", "from",  "where", "and",  "or",   "not",  "(", ")",    "has",  "any",  "in",
                                  "is",     "\"a\"", "'",     "name", "Task", ",",    ".", "[",    "]",    "5",    "=",
                                  "order",  "by",    "limit", "desc", "\\",   "\xC3", "*", "none", "like", "group"};
    for (int i = 0; i < 3000; ++i) {
        std::string text;
        for (int n = 0; n < 12; ++n) {
            text += tokens[random() % std::size(tokens)];
            if (random() % 3) text += ' ';
        }
        check(text);
    }
}

BOOST_AUTO_TEST_CASE(deep_nesting_ends_in_a_fault) {
    for (std::string piece : {"(", "not ", "a has (", "a in (select b from C where "}) {
        std::string text = "Task where ";
        for (int i = 0; i < 100000 / static_cast<int>(piece.size()); ++i) text += piece;
        auto statement = parse_ftrack(text);
        BOOST_TEST(faults(statement).starts_with("deep"), piece);
    }
}

BOOST_AUTO_TEST_CASE(quotes_and_escapes_are_no_part_of_a_value) {
    auto statement = parse_ftrack(R"(Task where a in ("x\"y", 'it', bare, "\\"))");
    auto const& values = statement.criteria->comparison->values;
    BOOST_TEST(values[0].value(statement.text) == "x\"y");
    BOOST_TEST(values[1].value(statement.text) == "it");
    BOOST_TEST(values[2].value(statement.text) == "bare");
    BOOST_TEST(values[3].value(statement.text) == "\\");
}
