// What is accepted and misleads: each rule's examples, its words, its mends, and where it must be silent.
#include <boost/test/unit_test.hpp>

#include "analyzer/rules/url_parameter.hpp"
#include "tests/rules/judge.hpp"

using namespace alyx::analyzer;
using test::Judged;

namespace {

Judged judge(RuleExample const& example, std::string_view text) {
    if (example.is_parameters) return Judged::parameters(std::string(example.endpoint), text);
    return Judged(std::string(example.endpoint), std::string(text));
}

bool is_quiet(Judged const& judged) {
    return !judged.has(Effect::refused) && !judged.has(Effect::misleading);
}

/// A finding: its rule, the bytes it underlines, its message, and the query after its fix (empty: it has none).
struct Case {
    std::string_view endpoint, query, code, underlined, message, fixed;
};

constexpr Case cases[] = {
    {"subjects", "nickname,022", "AQ401", "022",
     "`022` is read as a number, and `nickname` is compared with the text `22.0`", "nickname,('022')"},
    {"subjects", "nickname__gt,(1.5)", "AQ401", "(1.5)",
     "`(1.5)` is a number, and `nickname` is compared with how Python spells that number: `1.5`", ""},
    {"sessions", "tasks__status__icontains,4", "AQ401", "4",
     "`4` is read as a number, and `tasks__status` is compared with the text `4.0`", "tasks__status__icontains,('4')"},
    {"subjects", "nickname__in,KS022", "AQ402", "KS022",
     "`in` takes a list, and of `KS022` each character becomes an item", "nickname__in,['KS022']"},
    {"subjects", "nickname__in,('KS022')", "AQ402", "('KS022')",
     "`in` takes a list, and of `KS022` each character becomes an item", "nickname__in,['KS022']"},
    {"sessions", "json__has_keys,behavior", "AQ402", "behavior",
     "`has_keys` takes a list, and of `behavior` each character becomes an item", "json__has_keys,['behavior']"},
    {"sessions", "number__in,('12')", "AQ402", "('12')",
     "`in` takes a list, and of `12` each character becomes an item", "number__in,[12]"},
    {"subjects", "nickname__in, ['a', 'b']", "AQ402", " ['a', 'b']",
     "`in` takes a list, and of ` ['a', 'b']` each character becomes an item", "nickname__in,['a', 'b']"},
    {"subjects", "nickname, KS022", "AQ403", " KS022",
     "the blank in front of `KS022` is part of what `nickname` is compared with", "nickname,KS022"},
    {"subjects", "nickname,  022", "AQ403", "  022",
     "the blank in front of `022` is part of what `nickname` is compared with", "nickname,('022')"},
    {"sessions", "extended_qc__behavior, 1", "AQ403", " 1",
     "the blank in front of `1` is part of what `extended_qc__behavior` is compared with", "extended_qc__behavior,1"},
    {"sessions", "task_protocol__regex, (a|b)", "AQ403", " (a|b)",
     "the blank in front of `(a|b)` is part of what `task_protocol` is compared with", ""},
    {"sessions", "start_time,2021-02-05", "AQ404", "2021-02-05",
     "`2021-02-05` stands for its midnight where `start_time` has a time: only what is at 0:00 of that day is found",
     "start_time__date,2021-02-05"},
    {"sessions", "start_time__lte,2021-02-05", "AQ404", "2021-02-05",
     "`2021-02-05` stands for its midnight where `start_time` has a time: the day itself is left out",
     "start_time__date__lte,2021-02-05"},
    {"insertions", "~session__start_time__gt,2021-02-05", "AQ404", "2021-02-05",
     "`2021-02-05` stands for its midnight where `session__start_time` has a time: the day itself is found too", ""},
    {"sessions", "start_time__range,['2021-02-01 10:00', '2021-02-05']", "AQ404", "'2021-02-05'",
     "`2021-02-05` stands for its midnight where `start_time` has a time: the day itself is left out", ""},
    {"sessions", "json__contains,{'a': [1, 2]}", "AQ405", "{'a': [1, 2]}",
     "the dictionary is read as a text, which `json` never holds", "json__contains,({'a': [1, 2]})"},
    {"sessions", "json__contains,{\"a\": true}", "AQ405", "{\"a\": true}",
     "the dictionary is read as a text, which `json` never holds", ""},
    {"sessions", "json__contains, {'a': 1}", "AQ405", " {'a': 1}",
     "the dictionary is read as a text, which `json` never holds", "json__contains,({'a': 1})"},
    {"sessions", "task_protocol__icontains,a(b,number,1", "AQ406", "(",
     "the bracket is never closed, so `,number,1` belongs to the value before it",
     "number,1,task_protocol__icontains,a(b"},
    {"sessions", "task_protocol__icontains,(a,number,1", "AQ406", "(",
     "the bracket is never closed, so `,number,1` belongs to the value before it", ""},
    {"subjects", "nickname__in,['a', 'b'", "AQ406", "[",
     "the bracket is never closed, so `, 'b'` belongs to the value before it", "nickname__in,['a', 'b']"},
    {"sessions", "task_protocol__icontains,_][,number,1,location__name,_][", "AQ406", "[",
     "the brackets do not match, so `,number,1,location__name,_][` belongs to the value before it", ""},
    {"sessions", "session__qc__lt,40", "AQ407", "session",
     "`session` is not the row itself but the rows that have it as their `parent_session`: hardly any has one",
     "qc__lt,40"},
    {"sessions", "~session__in,['4ecb5d24-f5cc-402c-be28-9d0f7cb14b3a']", "AQ407", "session",
     "`session` is not the row itself but the rows that have it as their `parent_session`: hardly any has one",
     "~id__in,['4ecb5d24-f5cc-402c-be28-9d0f7cb14b3a']"},
    {"sessions", "number__range,(5, 1)", "AQ408", "5", "the range begins above its end, so no `number` lies in it",
     "number__range,(1, 5)"},
    {"sessions", "number,1.5", "AQ409", "1.5",
     "`number` is an integer, so the fraction of `1.5` is cut off and `1` is found", ""},
    {"subjects", "sex,female", "AQ410", "female", "`female` is none of the values that `sex` can have", "sex,F"},
    {"subjects", "sex__in,['M', 'Female']", "AQ410", "'Female'", "`Female` is none of the values that `sex` can have",
     "sex__in,['M', 'F']"},
    {"sessions", "qc,11", "AQ410", "11", "`11` is none of the values that `qc` can have", ""},
    {"subjects", "~lab__in,[None]", "AQ411", "[None]",
     "nothing is left of `[None]`, for `None` is dropped: nothing is excluded", ""},
    {"subjects", "nickname__in,[]", "AQ411", "[]", "the list is empty: nothing is found", ""},
    {"sessions", "json____task_x__lt,0.9", "AQ412", "____",
     "between its underscores `json____task_x__lt` asks for a key without a name", "json___task_x__lt,0.9"},
    {"sessions", "json__a____lt,1", "AQ412", "____",
     "between its underscores `json__a____lt` asks for a key without a name", "json__a__lt,1"},
    {"sessions", "json________a,1", "AQ412", "________",
     "between its underscores `json________a` asks for a key without a name", "json___a,1"},
    {"sessions", "number__gt,5,number__lt,3", "AQ413", "number__lt,3",
     "`number__lt,3` cannot hold where `number__gt,5` does: nothing is found", ""},
    {"datasets", "session__n_trials__lt,99999999999", "AQ414", "99999999999",
     "`session__n_trials` cannot hold `99999999999`: every row that has one is kept", ""},
    {"datasets", "~session__n_trials__lt,99999999999", "AQ414", "99999999999",
     "`session__n_trials` cannot hold `99999999999`: only rows without one are found", ""},
    {"datasets", "~session__n_trials,99999999999", "AQ414", "99999999999",
     "`session__n_trials` cannot hold `99999999999`: the pair keeps every row", ""},
    {"sessions", "number__lt,99999999999", "AQ414", "99999999999",
     "`number` cannot hold `99999999999`: the pair keeps every row", ""},
    {"sessions", "start_time__in,[datetime(2021,1,1)]", "AQ415", "datetime(2021,1,1)",
     "`datetime(2021,1,1)` is executed on the server: what stands in brackets is evaluated as Python there",
     "start_time__in,['2021-01-01 00:00:00']"},
    {"sessions", "narrative__contains,true", "AQ416", "true",
     "`true` is read as a boolean, and `narrative` is compared with the text `True`", "narrative__contains,('true')"},
    {"sessions", "~extended_qc__behavior,1", "AQ902", "~",
     "`~` also keeps the rows that have no `extended_qc__behavior`", ""},
    {"sessions", "extended_qc,None", "AQ903", "None", "`None` is JSON's `null` here, not a missing `extended_qc`",
     "extended_qc__isnull,True"},
    {"subjects", "nickname__iregex,.*ks.*", "AQ905", "iregex",
     "the pattern is plain text, for which `icontains` is enough", "nickname__icontains,ks"},
};

/// Accepted, and what it says.
constexpr std::pair<std::string_view, std::string_view> quiet[] = {
    {"subjects", "nickname,('022')"},
    {"subjects", "nickname__in,['022']"},
    {"subjects", "nickname__regex,^022$"},
    {"subjects", "nickname,a022"},
    {"sessions", "number,1"},
    {"sessions", "number,1.0"},
    {"sessions", "number__gte,1.5"},
    {"sessions", "extended_qc__behavior,1"},
    {"sessions", "extended_qc__a__contains,1.5"},
    {"subjects", "sex__in,MF"},
    {"sessions", "qc__in,('0')"},
    {"subjects", "sex__in,['M', 'F']"},
    {"subjects", "nickname__in,('KS022',)"},
    {"sessions", "number, 1"},
    {"sessions", "start_time__gte,2021-02-05"},
    {"sessions", "start_time__lt,2021-02-05"},
    {"sessions", "start_time__date__lte,2021-02-05"},
    {"sessions", "start_time__lte,2021-02-05 10:00"},
    {"sessions", "start_time__range,['2021-02-01', '2021-02-05 10:00']"},
    {"subjects", "birth_date__lte,2021-02-05"},
    {"sessions", "json__contains,({'task': 'PASS'})"},
    {"subjects", "description__icontains,{a"},
    {"sessions", "number,1,task_protocol__icontains,a(b"},
    {"sessions", "task_protocol__icontains,a(b),id__isnull,False"},
    {"subjects", "nickname__in,['a', 'b](c']"},
    {"sessions", "session__isnull,True"},
    {"sessions", "parent_session__qc__lt,40"},
    {"insertions", "session__qc__lt,40"},
    {"brain-regions", "children__name,a"},
    {"sessions", "number__range,(1, 5)"},
    {"sessions", "number__range,(1, 1)"},
    {"subjects", "nickname__range,['b', 'a']"},
    {"sessions", "qc__lt,57"},
    {"sessions", "qc,10"},
    {"sessions", "json___task_x__lt,0.9"},
    {"sessions", "start_time__gte,2021-05-01T10:00:00,start_time__lt,2021-05-02T00:00:00"},
    {"sessions", "number__gte,3,number__lte,3"},
    {"sessions", "tasks__status,20,tasks__status__exact,40"},
    {"sessions", "tasks__priority__gt,5,tasks__priority__lt,3"},
    {"sessions", "projects__name,a,~projects__name__icontains,b"},
    {"sessions", "end_time__isnull,True"},
    {"sessions", "end_time__isnull,True,~end_time__gte,2021-02-05"},
    {"sessions", "number__in,[1, 2]"},
    {"sessions", "number,(1+1)"},
    {"users", "is_active,True"},
    {"sessions", "narrative__icontains,true"},
    {"sessions", "narrative__contains,True"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(traps)

BOOST_AUTO_TEST_CASE(examples_show_what_their_rule_finds_and_how_to_write_it) {
    for (auto const* rule : all_rules()) {
        if (!rule->check || is_about_urls(*rule)) continue;
        BOOST_TEST(!rule->examples.empty(), rule->name << " has no examples");
        for (auto const& example : rule->examples) {
            auto wrong = judge(example, example.wrong);
            BOOST_TEST(wrong.find(rule->code), rule->code << " not in " << example.wrong << ": " << wrong.codes());
            BOOST_TEST(!wrong.has(Effect::refused), example.wrong << ": " << wrong.codes());
            if (example.instead.empty()) continue;
            auto instead = judge(example, example.instead);
            BOOST_TEST(is_quiet(instead), example.instead << ": " << instead.codes());
            BOOST_TEST(!instead.find(rule->code), example.instead << ": " << instead.codes());
        }
    }
}

BOOST_AUTO_TEST_CASE(a_finding_names_the_text_the_field_and_what_the_server_makes_of_it) {
    for (auto const& c : cases) {
        Judged judged{std::string(c.endpoint), std::string(c.query)};
        BOOST_TEST_CONTEXT(c.query) {
            auto const* d = judged.find(c.code);
            BOOST_TEST(judged.codes() == c.code);
            if (!d) continue;
            BOOST_TEST(judged.text_of(*d) == c.underlined);
            BOOST_TEST(d->message == c.message);
            BOOST_TEST(judged.fixed(*d) == c.fixed);
        }
    }
}

BOOST_AUTO_TEST_CASE(after_a_fix_nothing_is_refused_or_misleading) {
    for (auto const& c : cases) {
        if (c.fixed.empty()) continue;
        Judged judged{std::string(c.endpoint), std::string(c.fixed)};
        BOOST_TEST(is_quiet(judged), c.fixed << ": " << judged.codes());
    }
}

BOOST_AUTO_TEST_CASE(what_says_what_it_does_is_not_reported) {
    for (auto const& [endpoint, query] : quiet) {
        Judged judged{std::string(endpoint), std::string(query)};
        BOOST_TEST(is_quiet(judged), endpoint << ": " << query << ": " << judged.codes());
    }
}

BOOST_AUTO_TEST_CASE(contradictions_are_proved_from_points_intervals_and_nulls) {
    constexpr std::string_view contradictory[] = {
        "qc,10,qc__exact,30",
        "qc,10,qc__in,[30, 40]",
        "number,7,number__range,(1, 5)",
        "number__gte,7,number__range,(1, 5)",
        "number__gt,5,number__lte,5",
        "end_time__isnull,True,end_time__gte,2021-01-01",
        "subject__nickname,KS022,subject__nickname__exact,KS023",
        "subject__nickname,KS022,~subject__nickname,KS022",
        "tasks__name,a,~tasks__name,a",
        "start_time__date,2021-01-01,start_time__date__gt,2021-01-01",
    };
    for (auto query : contradictory) {
        Judged judged{"sessions", std::string(query)};
        BOOST_TEST(judged.codes() == "AQ413", query << ": " << judged.codes());
    }
}

BOOST_AUTO_TEST_CASE(a_parameter_that_is_not_there_is_reported_by_its_name) {
    auto judged = Judged::parameters("insertions", "dataset_type=spikes.times&limit=5&format=json");
    BOOST_TEST(judged.codes() == "AQ510");
    auto const& d = judged.found().at(0);
    BOOST_TEST(d.message ==
               "`insertions` has no parameter `dataset_type`: it is ignored, and nothing is filtered by it");
    BOOST_TEST((d.subject == Subject::parameter));
    BOOST_TEST(judged.text_of(d) == "dataset_type");
    BOOST_TEST(judged.fixed(d) == "dataset_types");
    BOOST_TEST(d.help == "did you mean `dataset_types`?");
}

BOOST_AUTO_TEST_CASE(an_ignored_parameter_is_written_into_the_filter_string) {
    auto by_path = Judged::parameters("insertions", "session__qc=40");
    BOOST_TEST(by_path.found().at(0).help == "write it into the filter string: `django='session__qc,…'`");
    auto over_a_hop = Judged::parameters("insertions", "provenance=Planned");
    BOOST_TEST(over_a_hop.found().at(0).help ==
               "write it into the filter string: `django='trajectory_estimate__provenance,…'`");
    auto without = Judged::parameters("locations", "lab=cortexlab");
    BOOST_TEST(without.found().at(0).help == "`locations` has no filters at all");
}

BOOST_AUTO_TEST_CASE(a_filter_string_that_nobody_reads_is_reported) {
    Judged judged{"tags", "name,a"};
    BOOST_TEST(judged.codes() == "AQ511");
    BOOST_TEST(judged.found().at(0).message ==
               "`tags` does not read `django`: the filter is ignored and the whole table comes back");
    BOOST_TEST(judged.found().at(0).help == "it can be filtered by `name`");
}

BOOST_AUTO_TEST_CASE(a_boolean_parameter_takes_true_and_false_only) {
    auto judged = Judged::parameters("sessions", "histology=maybe");
    BOOST_TEST(judged.codes() == "AQ512");
    BOOST_TEST(judged.found().at(0).message ==
               "`maybe` is neither true nor false, so `histology` is ignored and nothing is filtered by it");
    BOOST_TEST(!judged.found().at(0).fix);
    auto no = Judged::parameters("sessions", "histology=no");
    BOOST_TEST(no.fixed(no.found().at(0)) == "False");
    BOOST_TEST(Judged::parameters("sessions", "histology=TRUE").codes() == "");
    BOOST_TEST(Judged::parameters("sessions", "histology=").codes() == "");
}

BOOST_AUTO_TEST_CASE(pairs_of_parameters_know_neither_semicolons_nor_negation) {
    auto semicolons = Judged::parameters("sessions", "extended_qc=behavior;1,task__gte;0.5");
    BOOST_TEST(semicolons.codes() == "AQ513");
    BOOST_TEST(semicolons.fixed(semicolons.found().at(0)) == "behavior,1,task__gte,0.5");
    auto negated = Judged::parameters("sessions", "json=~a,1");
    BOOST_TEST(negated.codes() == "AQ514");
    BOOST_TEST(negated.found().at(0).help == "write it into the filter string: `django='~json__a,…'`");
    BOOST_TEST(Judged::parameters("sessions", "json=a,1,b__gt,2").codes() == "");
}

BOOST_AUTO_TEST_CASE(a_trap_in_pairs_of_a_parameter_is_fixed_where_it_stands) {
    auto judged = Judged::parameters("sessions", "extended_qc=b,1,a____c__lt,2");
    auto const* d = judged.find("AQ412");
    BOOST_REQUIRE(d);
    BOOST_TEST(judged.text_of(*d) == "____");
    BOOST_TEST(judged.fixed(*d) == "b,1,a___c__lt,2");
}

BOOST_AUTO_TEST_CASE(one_mistake_is_one_finding) {
    BOOST_TEST(Judged("subjects", "sex, Male").codes() == "AQ403");
    BOOST_TEST(!Judged("subjects", "sex, Male").found().at(0).fix);
    BOOST_TEST(Judged("subjects", "sex, M").fixed(Judged("subjects", "sex, M").found().at(0)) == "sex,M");
    BOOST_TEST(Judged("subjects", "sex,1").codes() == "AQ401");
    BOOST_TEST(Judged("sessions", "qc__in,('57')").codes() == "AQ402");
}

BOOST_AUTO_TEST_CASE(two_mistakes_in_one_range_are_two_findings) {
    BOOST_TEST(Judged("sessions", "start_time__range,['2021-02-01', '2020-02-01']").codes() == "AQ408 AQ404");
}

BOOST_AUTO_TEST_CASE(traps_beside_a_refusal_are_reported_too) {
    Judged judged{"sessions", "subject__nickname,022,projct,1"};
    BOOST_TEST(judged.has(Effect::refused));
    BOOST_TEST(judged.find("AQ401"));
}

BOOST_AUTO_TEST_CASE(what_a_hole_could_repair_is_not_reported) {
    BOOST_TEST(Judged("subjects", "nickname__in,?", {{13}}).codes() == "");
    BOOST_TEST(Judged("subjects", "nickname,?", {{9}}).codes() == "");
    BOOST_TEST(Judged("subjects", "nickname__in,1?", {{14}}).codes() == "");
    BOOST_TEST(Judged("subjects", "nickname__in,[?", {{14}}).codes() == "");
    BOOST_TEST(Judged("sessions", "number__range,(5, ?)", {{18}}).codes() == "");
    BOOST_TEST(Judged("sessions", "task_protocol__icontains,a(b,?,1", {{29}}).codes() == "");
}

BOOST_AUTO_TEST_CASE(what_no_hole_can_repair_is_reported) {
    Judged blank{"subjects", "nickname, ?", {{10}}};
    BOOST_TEST(blank.codes() == "AQ403");
    BOOST_TEST(blank.fixed(blank.found().at(0)) == "nickname,?");
    Judged list{"subjects", "nickname__in,KS?", {{15}}};
    BOOST_TEST(list.codes() == "AQ402");
    BOOST_TEST(list.fixed(list.found().at(0)) == "nickname__in,['KS?']");
    BOOST_TEST(Judged("sessions", "session__qc__lt,?", {{16}}).codes() == "AQ407");
    BOOST_TEST(Judged("sessions", "json____task_x__lt,?", {{19}}).codes() == "AQ412");
}

BOOST_AUTO_TEST_CASE(advice_is_rare) {
    BOOST_TEST(Judged("sessions", "tasks__name,EphysDLC,tasks__status,40").codes() == "AQ901");
    BOOST_TEST(Judged("sessions", "tasks__name,EphysDLC,tasks__isnull,False").codes() == "");
    BOOST_TEST(Judged("sessions", "tasks__name,a,tasks__name__exact,b").codes() == "");
    BOOST_TEST(Judged("sessions", "tasks__name,EphysDLC,~tasks__status,40").codes() == "");
    BOOST_TEST(Judged("sessions", "~extended_qc__a,1,extended_qc__a__isnull,False").codes() == "");
    BOOST_TEST(Judged("subjects", "nickname__regex,^KS[0-9]+").codes() == "");
    BOOST_TEST(Judged("subjects", "nickname__regex,^022$").codes() == "");
    BOOST_TEST(Judged("subjects", "json__a__regex,^KS").codes() == "");
    BOOST_TEST(Judged("insertions", "session__subject__nickname,KS022").codes() == "");
    BOOST_TEST(Judged("datasets", "tags__name,2021_Q1_IBL").codes() == "AQ904");
    BOOST_TEST(Judged("subjects", "actions_sessions__tasks__status,40").codes() == "AQ906");
}

BOOST_AUTO_TEST_SUITE_END()
