// What is proposed: that it is one finding, that its edit mends the whole request, and where there must be none.
#include <algorithm>
#include <boost/test/unit_test.hpp>

#include "analyzer/text/concat.hpp"
#include "tests/rules/judge.hpp"

using namespace alyx::analyzer;
using test::Judged;

namespace {

/// A query, all that is found in it, and what the first fix makes of it (empty: there is none).
struct Case {
    std::string_view endpoint, query, codes, fixed;
};

constexpr Case cases[] = {
    // A list without brackets is one mistake, whatever its items become.
    {"sessions", "number__in,1,2,3", "AQ312", "number__in,[1, 2, 3]"},
    {"sessions", "number__in,1, 2", "AQ312", "number__in,[1, 2]"},
    {"sessions", "number__in,1,2,qc,10", "AQ312", "number__in,[1, 2],qc,10"},
    {"sessions", "number__range,1,5,qc,10", "AQ312", "number__range,[1, 5],qc,10"},
    {"sessions", "qc,10,~number__in,1,2,3", "AQ312", "qc,10,~number__in,[1, 2, 3]"},
    {"subjects", "nickname__in,KS022,KS023,KS024", "AQ312", "nickname__in,['KS022', 'KS023', 'KS024']"},
    {"sessions", "subject__nickname__in,'KS022','KS023'", "AQ312", "subject__nickname__in,['KS022', 'KS023']"},
    {"sessions", "qc__in,PASS,fail", "AQ312", "qc__in,[10, 40]"},
    {"sessions", "start_time__date__range,2021-01-01,2021-02-01", "AQ312",
     "start_time__date__range,['2021-01-01', '2021-02-01']"},
    {"sessions", "id__in,4ecb5d24-f5cc-402c-be28-9d0f7cb14b3a,5ecb5d24-f5cc-402c-be28-9d0f7cb14b3a", "AQ312",
     "id__in,['4ecb5d24-f5cc-402c-be28-9d0f7cb14b3a', '5ecb5d24-f5cc-402c-be28-9d0f7cb14b3a']"},
    {"sessions", "extended_qc__has_any_keys,task,behavior", "AQ312", "extended_qc__has_any_keys,['task', 'behavior']"},
    {"sessions", "qc,10,~subject__in,KS022,KS023", "AQ312", "qc,10,~subject__nickname__in,['KS022', 'KS023']"},
    {"sessions", "lab__in,cortexlab,mainenlab,churchlandlab", "AQ312",
     "lab__name__in,['cortexlab', 'mainenlab', 'churchlandlab']"},
    {"sessions", "extended_qc__a__in,True,False", "AQ312", "extended_qc__a__in,[True, False]"},
    {"sessions", "task_protocol__in,a b,c d", "AQ312", "task_protocol__in,['a b', 'c d']"},
    {"sessions", "number__range,1,5,9", "AQ312", ""},
    {"sessions", "number__in,1,2,qc__in,10,40", "AQ312 AQ312", "number__in,[1, 2],qc__in,10,40"},
    {"sessions", "subject__nickname__in,KS022,projcts__name,ibl", "AQ402 AQ203",
     "subject__nickname__in,['KS022'],projcts__name,ibl"},
    {"sessions", "json__a__in,1, subject__nickname,KS022", "AQ312 AQ212", "json__a__in,[1], subject__nickname,KS022"},
    {"sessions", "qc__in,[10,40", "AQ312", "qc__in,[10,40]"},
    {"sessions", "start_time__date__range,('2021-01-01', '2021-02-01'", "AQ312",
     "start_time__date__range,('2021-01-01', '2021-02-01')"},
    // The comma behind an inner bracket cuts a value off; its rest is no mistake of its own.
    {"sessions", "number__in,[[1],[2]]", "AQ104", ""},
    {"sessions", "start_time__range,(datetime(2021,1,1),datetime(2021,12,31))", "AQ104", ""},
    {"sessions", "extended_qc__contains,({'a': [1], 'b': 3})", "AQ104", ""},
    {"trajectories", "depth__in,[float(\"inf\"), 1.5]", "AQ104", ""},
    // Comparisons in other words.
    {"sessions", "number>1", "AQ101", "number__gt,1"},
    {"sessions", "number <= 1", "AQ101", "number__lte,1"},
    {"sessions", "number!=1", "AQ101", "~number,1"},
    {"sessions", "number>1,qc,10", "AQ101", "number__gt,1,qc,10"},
    {"sessions", "nickname=KS022", "AQ101", ""},
    {"sessions", "subject=KS022", "AQ101", "subject__nickname,KS022"},
    {"sessions", "lab: cortexlab", "AQ101", "lab__name,cortexlab"},
    {"sessions", "qc,10,number=1", "AQ101", "qc,10,number,1"},
    {"sessions", "number>=3,number<=5", "AQ203", "number__gte,3,number__lte,5"},
    {"sessions", "number!=3,lab__name=x", "AQ203", "~number,3,lab__name,x"},
    {"sessions", "number=1 and lab__name=x", "AQ101", ""},
    {"sessions", "start_time__time__gt,10:30,number", "AQ101", ""},
    {"sessions", "foo,number,10:30", "AQ101", ""},
    {"sessions", "task_protocol__ilike,%habit%", "AQ204", "task_protocol__icontains,habit"},
    {"sessions", "task_protocol__like,habit%", "AQ204", "task_protocol__startswith,habit"},
    {"sessions", "task_protocol__ilike,%habit", "AQ204", "task_protocol__iendswith,habit"},
    {"sessions", "task_protocol__ilike,a%b", "AQ204", ""},
    {"sessions", "task_protocol__ilike,('%a%')", "AQ204", ""},
    {"sessions", "task_protocol__ilike,%6%", "AQ204", ""},
    {"sessions", "task_protocol__nlike,%habit%", "AQ213", "~task_protocol__contains,habit"},
    {"sessions", "task_protocol__not_ilike,habit%", "AQ213", "~task_protocol__istartswith,habit"},
    {"sessions", "task_protocol__not_like,a%b", "AQ213", ""},
    // Edits that would bring another mistake.
    {"sessions", "start_time__gt,2021-02-05,start_time__lt,2021-02-06", "AQ404", ""},
    {"sessions", "extended_qc__behavior,PASS,extended_qc__behavior,FAIL", "AQ102", ""},
    {"sessions", "extended_qc__behavior,PASS,extended_qc__behavior__exact,1", "AQ413", ""},
    {"trajectories", "depth__in,[float(\"nan\")]", "AQ415", ""},
    {"sessions", "subject__nickname__iexact,(tuple(['a']))", "AQ415", "subject__nickname__iexact,('a',)"},
    {"sessions", "subject__nickname__in,'KS022'", "AQ402", "subject__nickname__in,['KS022']"},
    {"sessions", "subject__nickname__in, 7", "AQ402", "subject__nickname__in,['7']"},
    {"datasets", "version,1.2", "AQ401", ""},
    {"datasets", "version,1.20", "AQ401", "version,('1.20')"},
    // A name close to a relation's, with what is no id.
    {"sessions", "projct,foo", "AQ203", "projects__name,foo"},
    {"sessions", "~subjct,KS022", "AQ203", "~subject__nickname,KS022"},
    {"sessions", "subjct,4ecb5d24-f5cc-402c-be28-9d0f7cb14b3a", "AQ203",
     "subject,4ecb5d24-f5cc-402c-be28-9d0f7cb14b3a"},
};

std::size_t count(Judged const& judged, Rule const& rule) {
    auto const& found = judged.found();
    return static_cast<std::size_t>(
        std::count_if(found.begin(), found.end(), [&](Diagnosis const& d) { return d.rule == &rule; }));
}

/// Each fix by itself takes its finding away and brings no other mistake. Gives how many there were.
std::size_t check_fixes(std::string const& query) {
    Judged before{"sessions", query};
    std::size_t fixes = 0;
    for (auto const& d : before.found()) {
        if (!d.fix) continue;
        ++fixes;
        Judged after{"sessions", before.fixed(d)};
        BOOST_TEST(count(after, *d.rule) < count(before, *d.rule), query << " -> " << before.fixed(d));
        for (auto const& other : after.found()) {
            bool is_new =
                other.rule->effect != Effect::advice && count(after, *other.rule) > count(before, *other.rule);
            BOOST_TEST(!is_new, query << " -> " << before.fixed(d) << ": " << other.message);
        }
    }
    return fixes;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(fixes)

BOOST_AUTO_TEST_CASE(whatever_is_written_a_fix_mends_it) {
    constexpr std::string_view paths[] = {"number",
                                          "number__in",
                                          "~number__range",
                                          "qc",
                                          "qc__in",
                                          "id__in",
                                          "subject__nickname",
                                          "subject__nickname__in",
                                          "projects",
                                          "projects__name__in",
                                          "projct",
                                          "lab__in",
                                          "start_time",
                                          "start_time__gt",
                                          "start_time__lte",
                                          "start_time__date__range",
                                          "json__a__in",
                                          "extended_qc__task",
                                          "extended_qc__task__exact",
                                          "json__has_keys",
                                          "number__ne",
                                          "number__not_in",
                                          "task_protocol__ilike",
                                          "task_protocol__nlike",
                                          "n_trials__lt"};
    constexpr std::string_view values[] = {"1",
                                           "10,40",
                                           "KS022",
                                           "KS022,KS023",
                                           "PASS",
                                           "PASS,fail",
                                           "2021-01-01",
                                           "2021-02-01,2021-01-01",
                                           "'a'",
                                           "%habit%",
                                           "x%",
                                           "[1",
                                           "[1, 2]",
                                           "['a', 'b']",
                                           "(1",
                                           "1.20",
                                           "1.5",
                                           "022",
                                           " 7",
                                           "True",
                                           "None",
                                           "[[1],[2]]",
                                           "2]",
                                           "[float(\"nan\")]",
                                           "(tuple(['a']))",
                                           "{'a': 1}",
                                           "99999999999",
                                           "[]",
                                           "()",
                                           "a=b"};
    std::size_t fixes = 0;
    for (auto path : paths)
        for (auto value : values) {
            auto pair = concat(path, ",", value);
            fixes += check_fixes(pair) + check_fixes(concat("qc,10,", pair)) + check_fixes(concat(pair, ",number,1"));
        }
    BOOST_TEST(fixes > 500U);
}

BOOST_AUTO_TEST_CASE(one_mistake_is_one_finding_and_its_edit_mends_it) {
    for (auto const& c : cases) {
        BOOST_TEST_CONTEXT(c.query) {
            Judged judged{std::string(c.endpoint), std::string(c.query)};
            BOOST_TEST(judged.codes() == c.codes);
            if (judged.found().empty()) continue;
            BOOST_TEST(judged.fixed(judged.found().front()) == c.fixed);
        }
    }
}

BOOST_AUTO_TEST_CASE(semicolons_become_commas) {
    constexpr std::pair<std::string_view, std::string_view> written[] = {
        {"json=task;FAIL", "task,FAIL"},
        {"extended_qc=task;FAIL;behavior;1", "task,FAIL,behavior,1"},
        {"json=a,1;b,2", "a,1,b,2"},
        {"json=a;b;c", ""},
    };
    for (auto const& [parameter, fixed] : written) {
        auto judged = Judged::parameters("sessions", parameter);
        BOOST_TEST_CONTEXT(parameter) {
            BOOST_TEST(judged.codes() == "AQ101");
            BOOST_TEST(judged.found().at(0).message.find("semicolons separate nothing") != std::string::npos);
            BOOST_TEST(judged.fixed(judged.found().at(0)) == fixed);
        }
    }
}

BOOST_AUTO_TEST_CASE(a_day_that_is_taken_in_has_two_remedies) {
    Judged judged{"sessions", "start_time__gt,2021-02-05"};
    BOOST_TEST(judged.found().at(0).help == "from that day on: `start_time__gte`; after it: `start_time__date__gt`");
}

BOOST_AUTO_TEST_CASE(a_comparison_is_explained_even_where_no_edit_mends_it) {
    Judged judged{"sessions", "nickname=KS022"};
    BOOST_TEST(judged.found().at(0).help == "put a comma between path and value: `nickname,KS022`");
    Judged time{"sessions", "start_time__time__gt,10:30,number"};
    BOOST_TEST(time.text_of(time.found().at(0)) == "number");
    BOOST_TEST(time.found().at(0).help.find("10,30") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(what_is_said_of_a_split_list) {
    Judged judged{"sessions", "number__range,1,5,qc,10"};
    auto const& d = judged.found().at(0);
    BOOST_TEST(judged.text_of(d) == "1,5");
    BOOST_TEST(d.message == "`range` takes a list in brackets, and each comma of `1,5` ends a path or a value");
    BOOST_TEST(d.server.has_value());
    // Of what the server refuses in the list the first is its answer.
    BOOST_TEST(Judged("sessions", "number__in,1,2,3").found().at(0).server->exception == "TypeError");
    Judged open{"sessions", "qc__in,[10,40"};
    BOOST_TEST(open.found().at(0).message == "the bracket is never closed, so `[10,40` is no list but a text");
}

BOOST_AUTO_TEST_CASE(wildcards_go_where_a_variable_stands_between_them) {
    Judged judged{"sessions", "task_protocol__ilike,%?%", {{22}}};
    BOOST_TEST(judged.codes() == "AQ204");
    BOOST_TEST(judged.fixed(judged.found().at(0)) == "task_protocol__icontains,?");
}

BOOST_AUTO_TEST_CASE(digits_that_come_out_as_they_are_written_are_said_to) {
    Judged judged{"datasets", "version,1.2"};
    BOOST_TEST(judged.found().at(0).message ==
               "`1.2` is read as a number, and `version` is compared with how Python spells that number: `1.2`");
}

BOOST_AUTO_TEST_CASE(a_date_range_that_begins_behind_its_end_holds_nothing) {
    auto judged = Judged::parameters("sessions", "date_range=2021-02-01,2021-01-01");
    BOOST_TEST(judged.codes() == "AQ408");
    BOOST_TEST(judged.fixed(judged.found().at(0)) == "2021-01-01,2021-02-01");
    BOOST_TEST(Judged::parameters("sessions", "date_range=2021-01-01,2021-02-01").codes() == "");
}

BOOST_AUTO_TEST_SUITE_END()
