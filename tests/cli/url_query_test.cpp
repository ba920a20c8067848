// `alyxlint query --dialect url`, URLs in batches, as a user runs them.
#include <boost/json.hpp>
#include <boost/test/unit_test.hpp>

#include "tests/cli/folder.hpp"

namespace {

namespace json = boost::json;

constexpr char base[] = "https://api.biolanglobal.com/biolan/data/api/analysis";

/// The diagnostics of rows that are given as JSON without their ids.
std::vector<json::array> answers(std::vector<json::object> const& rows) {
    std::string input;
    for (auto const& row : rows) input += json::serialize(row) + "\n";
    auto const ran = run({"query", "--batch"}, input);
    BOOST_TEST(ran.code == 0, ran.err);
    std::vector<json::array> all;
    for (std::size_t begin = 0, end; (end = ran.out.find('\n', begin)) != std::string::npos; begin = end + 1) {
        auto const answer = json::parse(std::string_view(ran.out).substr(begin, end - begin)).as_object();
        BOOST_TEST(!answer.contains("failure"), json::serialize(answer));
        all.push_back(answer.at("diagnostics").as_array());
    }
    return all;
}

json::object url_row(std::string const& query) {
    return {{"dialect", "url"}, {"service", "biolan"}, {"url", base + query}};
}

json::object params_row(json::object params) {
    return {{"dialect", "url"}, {"service", "biolan"}, {"params", std::move(params)}};
}

std::string rules(json::array const& diagnostics) {
    std::string text;
    for (auto const& d : diagnostics) text += (text.empty() ? "" : " ") + std::string(d.at("rule").as_string());
    return text;
}

}  // namespace

BOOST_AUTO_TEST_CASE(urls_are_judged_in_batches) {
    auto const all = answers(
        {url_row("?label=myanalysis&local_timestamp__date=2022-01-01"), url_row("?localTimestamp__gt=2022-01-01"),
         url_row("?post_time__gte=2021-11-11T13:23:20+01:00"), url_row("?post_time__gte=2021-11-11T13:23:20%2B01:00"),
         url_row("?label__like=a"), url_row("?extra__batch__id=0001&page=2&page_size=20"),
         url_row("?extra__batch__isnull=true&label__isnull=false"), url_row("?label__in=a,b,c"),
         url_row("?local_timestamp__in=2022-01-01,2022-13-01")});
    BOOST_REQUIRE(all.size() == 9U);
    BOOST_TEST(rules(all[0]) == "");
    BOOST_TEST(rules(all[1]) == "AQ801");
    BOOST_TEST(rules(all[2]) == "AQ804");
    BOOST_TEST(rules(all[3]) == "");
    BOOST_TEST(rules(all[4]) == "AQ204");
    BOOST_TEST(rules(all[5]) == "");
    BOOST_TEST(rules(all[6]) == "");
    BOOST_TEST(rules(all[7]) == "");
    BOOST_TEST(rules(all[8]) == "AQ307");
    BOOST_TEST(all[1].at(0).at("effect") == "misleading");
    BOOST_TEST(all[2].at(0).at("effect") == "refused");
    // How Biolan answers is not documented.
    BOOST_TEST(all[2].at(0).at("server").is_null());
    BOOST_TEST(all[4].at(0).at("parameter") == "label__like");
    auto const at = static_cast<std::int64_t>(sizeof base);
    BOOST_TEST((all[4].at(0).at("span") == json::value{at + 7, at + 11}), json::serialize(all[4]));
}

BOOST_AUTO_TEST_CASE(parameters_are_judged_as_a_library_sends_them) {
    auto const all = answers({params_row({{"label", "a+b"}, {"post_time__lt", "2021-11-11T13:23:20+01:00"}}),
                              params_row({{"label__in", {"a", "b"}}}), params_row({{"labl", "x"}}),
                              params_row({{"local_timestamp__gte", "yesterday"}}), params_row({{"label", nullptr}}),
                              params_row({{"ordering", "label,-result"}})});
    BOOST_REQUIRE(all.size() == 6U);
    BOOST_TEST(rules(all[0]) == "");
    BOOST_TEST(rules(all[1]) == "AQ803");
    BOOST_TEST(rules(all[2]) == "AQ802");
    BOOST_TEST((all[2].at(0).at("span") == json::value{0, 4}));
    BOOST_TEST(all[2].at(0).at("parameter") == "labl");
    BOOST_TEST(rules(all[3]) == "AQ307");
    BOOST_TEST((all[3].at(0).at("span") == json::value{0, 9}));
    BOOST_TEST(rules(all[4]) == "");
    BOOST_TEST(rules(all[5]) == "AQ806");
}

BOOST_AUTO_TEST_CASE(rows_may_hold_a_url_and_parameters) {
    auto const row = [](std::string const& url, char const* params) {
        auto made = url_row("");
        made["url"] = url;
        made["params"] = json::parse(params);
        return made;
    };
    auto const all =
        answers({row(base, R"({"labl": "x"})"), row(base + std::string("?label=a"), R"({"label": "b"})"),
                 row(base, R"([["labl", "x"]])"), row(base, R"("label=a&labl=b")"), url_row("?label=a#b"),
                 url_row("?page=1&page=2"), row(std::string(base + 8) + "?labl=x", "null"),
                 row(base, R"({"label": {"a": 1, "b": 2}})"), row(base + std::string("?label=a"), R"("labl=b")")});
    BOOST_REQUIRE(all.size() == 9U);
    BOOST_TEST(rules(all[8]) == "AQ802");
    BOOST_TEST(rules(all[0]) == "AQ802");
    BOOST_TEST(all[0].at(0).at("parameter") == "labl");
    BOOST_TEST(rules(all[1]) == "AQ803");
    BOOST_TEST(rules(all[2]) == "AQ802");
    BOOST_TEST(rules(all[3]) == "AQ802");
    BOOST_TEST((all[3].at(0).at("span") == json::value{8, 12}), json::serialize(all[3]));
    BOOST_TEST(all[3].at(0).at("parameter") == "labl");
    BOOST_TEST(rules(all[4]) == "AQ807");
    BOOST_TEST(rules(all[5]) == "AQ803");
    BOOST_TEST(rules(all[6]) == "AQ802");
    BOOST_TEST(rules(all[7]) == "AQ803");
}

BOOST_AUTO_TEST_CASE(rows_that_cannot_be_judged_say_so) {
    std::pair<char const*, char const*> const rows[] = {
        {R"("service": 3, "url": "x")", "is no text"},
        {R"("service": "biolan", "endpoint": 3, "params": {})", "is no text"},
        {R"("service": "biolan", "params": 3)", "is no object"},
        {R"("service": "biolan", "params": [["a"]])", "is no object"},
        {R"("service": "biolan", "url": "")", "is empty"},
        {R"("service": "alyx", "params": {"a": 1})", "no \\\"endpoint\\\" text"},
    };
    for (auto const& [row, said] : rows) {
        auto const ran = run({"query", "--batch"}, std::string(R"({"dialect": "url", )") + row + "}\n");
        BOOST_TEST(has(ran.out, said), ran.out);
        BOOST_TEST(has(ran.out, "\"failure\""), ran.out);
    }
}

BOOST_AUTO_TEST_CASE(encoded_values_are_pointed_at_where_they_stand) {
    auto const all = answers({url_row("?label=%C3%A4%26b&local_timestamp__gte=2022%2D13-01&page=1")});
    BOOST_REQUIRE(all.size() == 1U);
    BOOST_TEST(rules(all[0]) == "AQ307");
    auto const at =
        static_cast<std::int64_t>(sizeof base + std::string_view("label=%C3%A4%26b&local_timestamp__gte=").size());
    BOOST_TEST((all[0].at(0).at("span") == json::value{at, at + 12}), json::serialize(all[0]));
}

BOOST_AUTO_TEST_CASE(alyx_takes_urls_too) {
    auto const all =
        answers({{{"dialect", "url"}, {"service", "alyx"}, {"url", "/sessions?django=projcts__name,x"}},
                 {{"dialect", "url"}, {"url", "https://openalyx.internationalbrainlab.org/sessions?subjct=x"}},
                 {{"dialect", "url"}, {"url", "https://example.org/sessions?subjct=x"}}});
    BOOST_REQUIRE(all.size() == 3U);
    BOOST_TEST(rules(all[0]) == "AQ203");
    BOOST_TEST(rules(all[1]) == "AQ510");
    BOOST_TEST(rules(all[2]) == "");
}

BOOST_AUTO_TEST_CASE(rows_that_say_too_little_fail) {
    auto const ran = run({"query", "--batch"},
                         "{\"dialect\": \"url\", \"service\": \"none\", \"url\": \"x\"}\n"
                         "{\"dialect\": \"url\", \"service\": \"biolan\"}\n");
    BOOST_TEST(has(ran.out, "there is no service \\\"none\\\""), ran.out);
    BOOST_TEST(has(ran.out, "neither an"), ran.out);
}

BOOST_AUTO_TEST_CASE(a_url_is_judged_for_people) {
    auto const ran =
        run({"query", "--dialect", "url", std::string(base) + "?post_time__gte=2021-11-11T13:23:20+01:00"});
    BOOST_TEST(ran.code == 1);
    BOOST_TEST(has(ran.out, "AQ804"), ran.out);
    BOOST_TEST(has(ran.out, "%2B"), ran.out);
    BOOST_TEST(run({"query", "--dialect", "url", std::string(base) + "?label=x"}).code == 0);
    auto const unknown = run({"query", "--dialect", "url", "https://example.org/api?x=y"});
    BOOST_TEST(unknown.code == 2);
    BOOST_TEST(has(unknown.err, "`https://example.org/api` lies below the address of no service"), unknown.err);
    BOOST_TEST(has(unknown.err, "Biolan"), unknown.err);
}

BOOST_AUTO_TEST_CASE(what_is_said_of_parameters_is_true_of_them) {
    auto const said = [](std::string const& query) {
        return run({"query", "--dialect", "url", std::string(base) + query}).out;
    };
    auto const negated = said("?label__ne=x");
    BOOST_TEST(has(negated, "[AQ204]"), negated);
    BOOST_TEST(has(negated, "a URL has no negation"), negated);
    BOOST_TEST(!has(negated, "~"), negated);
    auto const like = said("?label__ilike=%25x%25");
    BOOST_TEST(has(like, "`label__icontains` without the `%`"), like);
    auto const upper = said("?Label=x");
    BOOST_TEST(has(upper, "`Label` is no filter: those are named after fields, here `label`"), upper);
    auto const alias = said("?pk=1");
    BOOST_TEST(has(alias, "[AQ802]"), alias);
    BOOST_TEST(!has(alias, "is part of what"), alias);
}

BOOST_AUTO_TEST_CASE(a_fix_is_encoded_again) {
    Folder folder;
    folder.write("a.py",
                 "import requests\n"
                 "requests.get('" +
                     std::string(base) +
                     "?post_time__gte=2021-11-11T13:23:20+01:00')\n"
                     "requests.get('" +
                     std::string(base) + "', params={'labl': 'a&b'})\n");
    folder.run({"check", "--fix", "--unsafe-fixes", "a.py"});
    BOOST_TEST(folder.read("a.py") ==
               "import requests\n"
               "requests.get('" +
                   std::string(base) +
                   "?post_time__gte=2021-11-11T13:23:20%2B01:00')\n"
                   "requests.get('" +
                   std::string(base) + "', params={'label': 'a&b'})\n");
}

BOOST_AUTO_TEST_CASE(urls_in_text_are_mended) {
    Folder folder;
    folder.write("a.md", "See <" + std::string(base) + "?labl=a%20b&post_time__gte=2021-11-11T13:23:20+01:00>.\n");
    folder.run({"check", "--fix", "--unsafe-fixes", "a.md"});
    BOOST_TEST(folder.read("a.md") ==
               "See <" + std::string(base) + "?label=a%20b&post_time__gte=2021-11-11T13:23:20%2B01:00>.\n");
}
