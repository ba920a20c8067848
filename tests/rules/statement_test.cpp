// Rules about statements of ftrack: recorded cases, examples of each rule, where they must be silent, their fixes.
#include "analyzer/rules/statement.hpp"

#include <boost/json.hpp>
#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <fstream>
#include <iterator>

#include "analyzer/schema/pack.hpp"

namespace {

using namespace alyx::analyzer;

Schema const& ftrack() {
    static auto const schema = built_in_schema("ftrack");
    return *schema;
}

/// A statement and what is said of it. `{}` in the text is a hole.
struct Judged {
    std::string text;
    std::vector<Hole> holes;
    std::vector<Diagnosis> diagnoses;

    explicit Judged(std::string_view written) {
        for (std::size_t i = 0; i < written.size(); ++i) {
            bool is_hole = written.substr(i, 2) == "{}";
            if (is_hole) holes.push_back({static_cast<std::uint32_t>(text.size())}), ++i;
            text += is_hole ? '?' : written[i];
        }
        StatementJudgement judgement(text, holes, ftrack());
        diagnoses = diagnose(judgement.review(ftrack()));
    }

    std::string codes() const {
        std::string all;
        for (auto const& d : diagnoses) all += (all.empty() ? "" : " ") + std::string(d.rule->code);
        return all;
    }
    std::string worst() const {
        std::string_view const names[] = {"error", "warning", "hint", "ok"};
        std::size_t worst = 3;
        for (auto const& d : diagnoses) worst = std::min(worst, static_cast<std::size_t>(d.rule->effect));
        return std::string(names[worst]);
    }
    Diagnosis const* find(std::string_view code) const {
        for (auto const& d : diagnoses)
            if (d.rule->code == code) return &d;
        return nullptr;
    }
    std::string mended(Diagnosis const& d) const {
        std::string out = text;
        for (auto edit = d.fix->edits.rbegin(); edit != d.fix->edits.rend(); ++edit)
            out.replace(edit->span.begin, edit->span.size(), edit->text);
        return out;
    }
};

struct Case {
    char const* text;
    char const* worst;
};
std::ostream& operator<<(std::ostream& out, Case const& c) {
    return out << c.text;
}

Case const cases[] = {
#include "tests/rules/statement_cases.inc"
};

/// The examples of the documentation that the client ships, its own mistakes marked.
Case const documented[] = {
    {"Project", ""},
    {"Project where status is active", ""},
    {R"(Project where status is active and name like "%thrones")", ""},
    {R"(Project where status is active and (name like "%thrones" or full_name like "%thrones"))", ""},
    {R"(Task where project.id is "{}")", ""},
    {R"(Task where project.id is "{}" and status.type.name is "Done")", "AQ613"},
    {R"(Task where timelogs.start >= "{}")", ""},
    {R"(Note where author has (first_name is "Jane" and last_name is "Doe"))", ""},
    {R"(Note where author.first_name is "Jane" and author.last_name is "Doe")", ""},
    {"Project where metadata any (key=some_key and value=some_value)", ""},
    {"User where not timelogs any ()", ""},
    {R"(Task where status.type.name in ("In Progress", "Done"))", "AQ613"},
    {R"(Task where status.name not_in ("Omitted", "On Hold"))", ""},
    {"Task where bid >= 14400", ""},
    {"select full_name, status.name from Project", "AQ614"},
};

Case const with_holes[] = {
    {"{}", ""},
    {"{} where name is a", ""},
    {"select {} from Task where {}", ""},
    {"Task where {} is a", ""},
    {"Task where status is {}", ""},
    {"Task where status.{} is a", ""},
    {"Task where parent[{}].name is a", ""},
    {"Task where bid > {} and end_date after {}", ""},
    {"Task where id in ({}) limit {}", ""},
    {R"(Task where bid > "{}" and end_date after "{}")", ""},
    {"Task where {} is a and sttus.name is b", "AQ613"},
    {R"(Task where status is "{}")", "AQ621"},
    {"{} where name == a", "AQ603"},
};

Case const silent[] = {
    {"select children.children.assignments.resource from Project", ""},
    {"select link, name , parent from TypedContext", ""},
    {"Asset where parent is none and versions any (is_published is true)", ""},
    {"Task where assignments any (resource.username = \"x\")", ""},
    {"Task where parent is_not None and status_id is 44ddd0fe-4164-11df-9218-0019bb4983d8", ""},
    {"Appointment where resource[Group].memberships any (user.username is a)", ""},
    {"AssetVersion where asset.parent[Shot].parent[Sequence].name is s order by version desc limit 5", ""},
    {"select status_id, count(id) from Task group by status_id", ""},
    {"Task where metadata.key is a and name is b", ""},
    {"Job where status in (running, queued)", ""},
    {"Task where end_date > \"1970-01-01T00:00:00+00:00\"", ""},
    {"TypedContextLink where from.id is a and to.id is b", ""},
    {"Task where custom_attributes any (key is \"fps\" and value in (\"24\"))", ""},
    {"AssetVersion where version like \"1%\"", ""},
    {"select __entity_type__, name from TypedContext", ""},
    {"select id from Setting", ""},
};

void check_codes(Case const& c) {
    Judged judged(c.text);
    BOOST_TEST(judged.codes() == c.worst, judged.codes() << " for " << c.text);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(statements)

BOOST_DATA_TEST_CASE(recorded_cases_are_judged_as_recorded, boost::unit_test::data::make(cases), c) {
    Judged judged(c.text);
    BOOST_TEST(judged.worst() == c.worst, judged.codes());
}

BOOST_AUTO_TEST_CASE(the_recorded_cases_are_all_here) {
    std::ifstream in(std::string(ALYX_ROOT) + "/../shared/verdicts/ftrack-cases.json", std::ios::binary);
    if (!in) return;
    auto const recorded = boost::json::parse(std::string{std::istreambuf_iterator<char>(in), {}});
    for (auto const& row : recorded.at("cases").as_array()) {
        std::string_view text = row.at(0).as_string(), worst = row.at(1).as_string();
        auto same = [&](Case const& c) { return c.text == text && c.worst == worst; };
        BOOST_TEST(std::any_of(std::begin(cases), std::end(cases), same), text);
    }
}

BOOST_DATA_TEST_CASE(mistakes_of_the_documentation_are_found, boost::unit_test::data::make(documented), c) {
    check_codes(c);
}
BOOST_DATA_TEST_CASE(what_a_hole_may_mend_is_not_told, boost::unit_test::data::make(with_holes), c) {
    check_codes(c);
}
BOOST_DATA_TEST_CASE(nothing_is_said_of_what_is_right, boost::unit_test::data::make(silent), c) {
    check_codes(c);
}

BOOST_AUTO_TEST_CASE(examples_show_what_their_rule_finds_and_how_to_write_it) {
    std::size_t examples = 0;
    for (auto const* rule : all_rules()) {
        if (!is_about_statements(*rule)) continue;
        BOOST_TEST(!rule->examples.empty(), rule->name);
        for (auto const& example : rule->examples) {
            ++examples;
            Judged wrong(example.wrong);
            BOOST_TEST(wrong.find(rule->code), rule->code << " not in " << example.wrong << ": " << wrong.codes());
            Judged instead(example.instead);
            if (!example.instead.empty()) BOOST_TEST(instead.codes() == "", example.instead);
        }
    }
    BOOST_TEST(examples > 40u);
}

BOOST_AUTO_TEST_CASE(a_fix_mends_what_it_is_offered_for) {
    std::size_t fixes = 0;
    for (auto const* rule : all_rules()) {
        if (!is_about_statements(*rule)) continue;
        for (auto const& example : rule->examples) {
            Judged wrong(example.wrong);
            auto const* d = wrong.find(rule->code);
            if (!d || !d->fix) continue;
            ++fixes;
            Judged mended(wrong.mended(*d));
            auto count = [&](Judged const& j) {
                return std::count_if(j.diagnoses.begin(), j.diagnoses.end(),
                                     [&](auto const& o) { return o.rule == rule; });
            };
            BOOST_TEST(count(mended) < count(wrong), mended.text);
            BOOST_TEST(mended.diagnoses.size() < wrong.diagnoses.size(), mended.text << ": " << mended.codes());
        }
    }
    BOOST_TEST(fixes > 12u);
}

BOOST_AUTO_TEST_CASE(help_names_what_was_meant) {
    struct {
        char const *text, *code, *help;
    } const rows[] = {
        {"Tasks where name is a", "AQ611", "did you mean `Task`?"},
        {"Task where status.type.name is a", "AQ613", "did you mean `state`?"},
        {"AssetVersion where parent.id is x", "AQ613", "did you mean `asset.parent` or `task.parent`?"},
        {"Task where custom_attributes.fps is 24", "AQ613",
         "write `custom_attributes any (key is \"fps\" and value is \xE2\x80\xA6)`"},
        {"Task order by name descoffset 0", "AQ602", "a blank is missing in front of `offset`"},
        {"Task where status is a", "AQ621", "compare one of its attributes: `status.name`"},
    };
    for (auto const& row : rows) {
        Judged judged(row.text);
        auto const* d = judged.find(row.code);
        BOOST_REQUIRE_MESSAGE(d, row.text << ": " << judged.codes());
        BOOST_TEST(d->help == row.help);
    }
}

BOOST_AUTO_TEST_CASE(what_the_client_raises_is_the_servers_answer) {
    for (auto const* text : {"Tasks where name is a", "SELECT name FROM Task", " Task", "Task\nwhere name is a"}) {
        Judged judged(text);
        BOOST_REQUIRE(!judged.diagnoses.empty());
        BOOST_REQUIRE(judged.diagnoses.front().server);
        BOOST_TEST(judged.diagnoses.front().server->exception == "KeyError");
        BOOST_TEST(judged.diagnoses.front().server->status == 0);
    }
}

BOOST_AUTO_TEST_SUITE_END()
