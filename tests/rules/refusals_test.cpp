// Refusals: each rule's examples, the words for the usual mistakes, and that what is proposed mends them.
#include <boost/test/unit_test.hpp>

#include "analyzer/rules/url_parameter.hpp"
#include "analyzer/text/concat.hpp"
#include "tests/rules/judge.hpp"

using namespace alyx::analyzer;
using test::Judged;

namespace {

Judged judge(RuleExample const& example, std::string_view text) {
    std::string endpoint(example.endpoint);
    return example.is_parameters ? Judged::parameters(endpoint, text) : Judged(endpoint, std::string(text));
}

template <class F>
void for_examples(F&& f) {
    for (auto const* rule : all_rules())
        if (rule->explain && !is_about_urls(*rule))
            for (auto const& example : rule->examples)
                BOOST_TEST_CONTEXT(rule->name << " on " << example.endpoint << ": " << example.wrong) f(*rule, example);
}

struct Said {
    std::string_view endpoint, query, code, about, message;
};

constexpr Said said[] = {
    {"subjects", "nickname__icontains,ks,sex", "AQ101", "sex",
     "no value for `sex`: the string is read as `path,value,path,value`, split at each comma"},
    {"sessions", "number,1,", "AQ101", "", "a comma at the end begins a pair that never comes"},
    {"sessions", "qc,10,qc,40", "AQ102", "qc",
     "the path `qc` stands twice in the filter string, and may only stand once"},
    {"sessions", ",1", "AQ103", "", "no path stands before the value `1`"},
    {"subjects", "nickname__regex,(KS|DY)", "AQ105", "KS",
     "a value in brackets is evaluated as Python, where `KS` is no name"},
    {"sessions", "number,[1/0]", "AQ106", "1/0",
     "a value in brackets is evaluated as Python, and `1/0` raises ZeroDivisionError: division by zero"},
    {"sessions", "projcts__name,ibl", "AQ203", "projcts", "`projcts` is no field of Session"},
    {"subjects", "nickname__like,KS", "AQ204", "like", "`like` is no lookup of `nickname` (CharField)"},
    {"sessions", "subject__nickname__lab,x", "AQ204", "lab",
     "`subject__nickname` (CharField) is no relation, so the field `lab` cannot follow"},
    {"sessions", "subject__nicknam,KS022", "AQ205", "nicknam",
     "`nicknam` is no field of Subject, to which `subject` leads"},
    {"sessions", "project__name,ibl", "AQ206", "project", "`project` of Session was renamed to `projects` in 2022-06"},
    {"sessions", "subject__icontains,KS", "AQ207", "icontains",
     "`icontains` is a lookup that `subject` (ForeignKey) does not have"},
    {"sessions", "number__exact__exact,1", "AQ208", "exact",
     "the lookup `exact` ends a path, and `exact` stands behind it"},
    {"sessions", "number,1, qc,10", "AQ212", " ", "a blank stands before `qc`, and counts as part of the name"},
    {"sessions", "number,1, ~qc,10", "AQ212", " ", "a blank stands before `~qc`, and counts as part of the name"},
    {"sessions", "~~qc,10", "AQ213", "~qc", "a path is negated with one `~`, and here is another"},
    {"sessions", "subject____nickname,KS", "AQ214", "",
     "a name is missing between underscores: names are joined by exactly two"},
    {"sessions", "tasks__isnull,1", "AQ301", "1", "`isnull` takes `True` or `False`, not `1`"},
    {"sessions", "number__gt,None", "AQ302", "None", "`gt` cannot compare with `None`"},
    {"sessions", "number,one", "AQ303", "one",
     "`one` is no whole number, and `number` (IntegerField of Session) is compared with numbers"},
    {"sessions", "number__gt,", "AQ303", "",
     "an empty value is no whole number, and `number` (IntegerField of Session) is compared with numbers"},
    {"sessions", "number__in,[1, 'x']", "AQ303", "'x'",
     "`'x'` is no whole number, and `number` (IntegerField of Session) is compared with numbers"},
    {"datasets", "default_dataset,maybe", "AQ304", "maybe",
     "`default_dataset` (BooleanField of Dataset) is true or false, and `maybe` is neither"},
    {"sessions", "subject,4ecb5d24-f5cc", "AQ305", "4ecb5d24-f5cc",
     "`4ecb5d24-f5cc` is no UUID, and `subject` (relation to Subject) is compared with those"},
    {"subjects", "birth_date,2021", "AQ306", "2021",
     "`2021` is read as a number, and `birth_date` (DateField of Subject) is compared with a day like `2021-02-05`"},
    {"sessions", "start_time__date__gte,2021-02-30", "AQ306", "2021-02-30", "there is no day `2021-02-30`"},
    {"sessions", "start_time__lt,tomorrow", "AQ307", "tomorrow",
     "`start_time` (DateTimeField of Session) is compared with a day, or a day and time like `2021-02-05 10:30`, and "
     "`tomorrow` is none"},
    {"sessions", "start_time__time__lt,24:00", "AQ308", "24:00", "there is no time `24:00`"},
    {"sessions", "qc,pass", "AQ309", "pass",
     "`pass` is a label, and `qc` (IntegerField of Session) is stored as a number, here `10`"},
    {"sessions", "qc__in,PASS", "AQ309", "PASS",
     "`PASS` is a label, and `qc` (IntegerField of Session) is stored as a number, here `10`"},
    {"sessions", "subject,KS022", "AQ310", "KS022",
     "`KS022` is no id, and `subject` (relation to Subject) is compared with ids (UUIDs)"},
    {"sessions", "number,[1, 2]", "AQ311", "[1, 2]",
     "`exact` compares `number` (IntegerField of Session) with one value, not with several"},
    {"sessions", "number__in,5", "AQ312", "5", "`in` takes a list, and `5` is a single value"},
    {"sessions", "number__in,abc", "AQ312", "abc", "`in` takes a list, and `abc` is read character by character"},
    {"subjects", "nickname__iexact,022", "AQ313", "022",
     "`iexact` compares `nickname` (CharField of Subject) with text, and `022` is read as a number"},
    {"subjects", "nickname__regex,KS(", "AQ314", "(",
     "PostgreSQL refuses the regular expression at `(`: a parenthesis has no partner"},
    {"subjects", "nickname__regex,KS(?P<x>a)b", "AQ314", "(?P",
     "PostgreSQL refuses the regular expression at `(?P`: it knows no such group"},
    {"sessions", "extended_qc__has_key,1", "AQ315", "1",
     "`has_key` takes the name of a key, and `1` is read as a number"},
    {"fov-location", "x,1", "AQ317", "1", "`x` (ArrayField of FOVLocation) is an array, and `1` is none"},
    {"fov-location", "x__in,[1]", "AQ312", "1", "an array is looked for in a list of lists, and `1` is no list"},
    {"sessions", "start_time__year,99999", "AQ319", "99999", "there is no year `99999`: years reach from 1 to 9999"},
    {"datasets", "public,True", "AQ321", "public",
     "`public` is computed as a count, and the server compares it with a boolean, which PostgreSQL refuses"},
    {"sessions", "number__range,[1]", "AQ327", "[1]",
     "`range` takes two values, the first and the last, and here is 1"},
};

struct Mended {
    std::string_view endpoint, query, fixed;
};

constexpr Mended mended[] = {
    {"sessions", "extended_qc__contains,{'a': 1, 'b': 2}", "extended_qc__contains,({'a': 1, 'b': 2})"},
    {"sessions", "number,1,", "number,1"},
    {"sessions", "nickname,KS022", "subject__nickname,KS022"},
    {"sessions", "projcts,ibl", "projects__name,ibl"},
    {"sessions", "startTime__gte,2021-01-01", "start_time__gte,2021-01-01"},
    {"sessions", "subject.nickname,KS022", "subject__nickname,KS022"},
    {"sessions", "probeinsertion_set__name,a", "probe_insertion__name,a"},
    {"sessions", "number>=,5", "number__gte,5"},
    {"sessions", "number,>=5", "number__gte,5"},
    {"sessions", "number__not_in,[1]", "~number__in,[1]"},
    {"sessions", "number__,1", "number,1"},
    {"datasets", "lab__name,x", "session__lab__name,x"},
    {"insertions", "~session__project__name,x", "~session__projects__name,x"},
    {"sessions", "subject__nickname__lab__name,x", "subject__lab__name,x"},
    {"sessions", "subject_id,KS022", "subject__nickname,KS022"},
    {"subjects", "id__in,['KS022']", "nickname__in,['KS022']"},
    {"sessions", "subject__in,KS022", "subject__nickname__in,['KS022']"},
    {"brain-regions", "parent,MO", "parent__acronym,MO"},
    {"sessions", "qc__in,PASS", "qc__in,[10]"},
    {"sessions", "qc__in,['PASS', 0, 'fail']", "qc__in,[10, 0, 40]"},
    {"sessions", "number,'5'", "number,5"},
    {"sessions", "subject, KS022", "subject__nickname,KS022"},
    {"sessions", "id, 4ecb5d24-f5cc-402c-be28-9d0f7cb14b3a", "id,4ecb5d24-f5cc-402c-be28-9d0f7cb14b3a"},
    {"sessions", "tasks__isnull, True", "tasks__isnull,True"},
    {"sessions", "qc, pass", "qc,10"},
    {"sessions", "number__in,007", "number__in,[7]"},
    {"sessions", "start_time__gt,2021", "start_time__year__gt,2021"},
    {"sessions", "start_time__date,13.2.2021", "start_time__date,2021-02-13"},
    {"subjects", "nickname,[KS022]", "nickname__in,['KS022']"},
    {"subjects", "nickname,(KS022)", "nickname,('KS022')"},
    {"subjects", "nickname__in,[022, KS]", "nickname__in,['022', 'KS']"},
    {"sessions", "extended_qc__contains,({'a': true, 'b': 1})", "extended_qc__contains,({'a': True, 'b': 1})"},
    {"subjects", "death_date__gt,None", "death_date__isnull,True"},
};

/// Refused, and no fix of the tool's would surely be right.
constexpr std::pair<std::string_view, std::string_view> open_questions[] = {
    {"sessions", "number__range,5"},
    {"sessions", "start_time__date,05/02/2021"},
    {"sessions", "start_time__year,[]"},
    {"sessions", "extended_qc__range,abc"},
    {"sessions", "projcts__name,022"},
    {"sessions", "foo,1"},
    {"sessions", "~number__ne,1"},
    {"sessions", "subject__foo__bar,1"},
    {"sessions", "extended_qc__a,({'a': [1], 'b': 3})"},
};

}  // namespace

BOOST_AUTO_TEST_CASE(each_cause_of_a_request_is_explained_by_a_rule) {
    std::vector<Cause> explained;
    for (auto const* rule : all_rules()) {
        BOOST_TEST((rule->causes.empty() || rule->explain != nullptr), rule->name);
        explained.insert(explained.end(), rule->causes.begin(), rule->causes.end());
    }
    for (auto i = 1; i < static_cast<int>(Cause::client_unknown_endpoint); ++i)
        BOOST_TEST(std::count(explained.begin(), explained.end(), static_cast<Cause>(i)) > 0, "cause " << i);
}

BOOST_AUTO_TEST_CASE(codes_and_names_are_given_once_and_explained) {
    for (auto const* rule : all_rules()) {
        BOOST_TEST_CONTEXT(rule->name) {
            BOOST_TEST(find_rule(rule->code) == rule);
            BOOST_TEST(find_rule(rule->name) == rule);
            if (!rule->explain) continue;
            BOOST_TEST(!rule->examples.empty());
            BOOST_TEST(!rule->summary.empty());
            BOOST_TEST(rule->why.size() > 60);
            BOOST_TEST((rule->effect == Effect::refused));
        }
    }
}

BOOST_AUTO_TEST_CASE(the_wrong_example_is_refused_for_the_rules_reason) {
    for_examples([](Rule const& rule, RuleExample const& example) {
        auto judged = judge(example, example.wrong);
        auto const* d = judged.find(rule.code);
        BOOST_REQUIRE_MESSAGE(d, "got " << judged.codes());
        BOOST_TEST(d->server.has_value());
        BOOST_TEST(!d->message.empty());
        BOOST_TEST(d->message.back() != '.');
    });
}

BOOST_AUTO_TEST_CASE(the_example_to_write_instead_is_accepted_and_does_not_mislead) {
    for_examples([](Rule const&, RuleExample const& example) {
        if (example.instead.empty()) return;
        auto judged = judge(example, example.instead);
        BOOST_TEST(!judged.has(Effect::refused), judged.codes());
        BOOST_TEST(!judged.has(Effect::misleading), judged.codes());
    });
}

BOOST_AUTO_TEST_CASE(a_fix_of_an_example_takes_the_refusal_away) {
    for_examples([](Rule const& rule, RuleExample const& example) {
        auto judged = judge(example, example.wrong);
        auto const* d = judged.find(rule.code);
        if (!d || !d->fix || d->fix->subject != Subject::value || example.is_parameters) return;
        auto after = judge(example, judged.fixed(*d));
        BOOST_TEST(!after.has(Effect::refused), judged.fixed(*d) << " gives " << after.codes());
        BOOST_TEST(!after.has(Effect::misleading), judged.fixed(*d) << " gives " << after.codes());
    });
}

BOOST_AUTO_TEST_CASE(messages_name_the_text_the_field_and_what_the_server_makes_of_it) {
    for (auto const& row : said) {
        BOOST_TEST_CONTEXT(row.query) {
            Judged judged(std::string(row.endpoint), std::string(row.query));
            auto const* d = judged.find(row.code);
            BOOST_REQUIRE_MESSAGE(d, "got " << judged.codes());
            BOOST_TEST(d->message == row.message);
            BOOST_TEST(judged.text_of(*d) == row.about);
            BOOST_TEST(d->server.has_value());
        }
    }
}

BOOST_AUTO_TEST_CASE(usual_mistakes_have_a_fix) {
    for (auto const& row : mended) {
        BOOST_TEST_CONTEXT(row.query) {
            Judged judged(std::string(row.endpoint), std::string(row.query));
            BOOST_REQUIRE(!judged.found().empty());
            BOOST_TEST(judged.fixed(judged.found().front()) == row.fixed);
        }
    }
}

BOOST_AUTO_TEST_CASE(no_fix_is_offered_where_there_is_no_one_answer) {
    for (auto const& [endpoint, query] : open_questions) {
        BOOST_TEST_CONTEXT(query) {
            Judged judged{std::string(endpoint), std::string(query)};
            BOOST_REQUIRE(judged.has(Effect::refused));
            for (auto const& d : judged.found()) BOOST_TEST(!d.fix, d.message);
        }
    }
}

BOOST_AUTO_TEST_CASE(a_list_of_labels_is_mended_at_once_and_the_first_finding_is_the_servers) {
    Judged judged("sessions", "foo,1,qc,PASS, number,1");
    BOOST_TEST(judged.codes() == "AQ203 AQ309 AQ212");
    BOOST_TEST(judged.found()[0].server.has_value());
    BOOST_TEST(judged.found()[0].server->exception == "FieldError");
    BOOST_TEST(!judged.found()[1].server.has_value());
    BOOST_TEST(!judged.found()[2].server.has_value());
}

BOOST_AUTO_TEST_CASE(a_parameter_that_always_fails_is_said_once_and_is_no_matter_of_its_value) {
    auto judged = Judged::parameters("weighings", "date_range=2021-01-01,2021-02-01");
    BOOST_TEST(judged.codes() == "AQ503");
    BOOST_TEST((judged.found()[0].subject == Subject::parameter));
    BOOST_TEST(judged.text_of(judged.found()[0]) == "date_range");
}

BOOST_AUTO_TEST_CASE(a_parameter_is_named_where_the_user_did_not_write_the_path) {
    auto judged = Judged::parameters("datasets", "experiment_number=abc");
    BOOST_TEST(judged.found().front().message ==
               "`abc` is no whole number, and the parameter `experiment_number` is compared with numbers");
}

BOOST_AUTO_TEST_CASE(names_are_explained_up_to_a_hole) {
    Judged judged("sessions", "projcts__?__name,x", {{9, HoleType::unknown}});
    BOOST_TEST(judged.codes() == "AQ203");
    BOOST_TEST(judged.fixed(judged.found().front()) == "projects__?__name,x");
    Judged hidden("sessions", "?__name,x", {{0, HoleType::unknown}});
    BOOST_TEST(hidden.found().empty());
}

BOOST_AUTO_TEST_CASE(any_bytes_are_explained) {
    // Each byte in each place of paths and values that are wrong already.
    for (std::string_view base : {"projcts__n,1", "subject__foo,1", "number,[x", "start_time,1", "qc__in,x"})
        for (std::size_t at = 0; at <= base.size(); ++at)
            for (int byte = 0; byte < 256; ++byte) {
                std::string text(base);
                text.insert(at, 1, static_cast<char>(byte));
                Judged judged("sessions", text);
                for (auto const& d : judged.found()) BOOST_REQUIRE(!d.message.empty());
            }
}
