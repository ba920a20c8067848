// Another service than the one the documentation shows: its own names for paging and order, filters that are no fields,
// keys of other types, several addresses; and it refuses what it does not know.
#include <boost/test/unit_test.hpp>

#include "tests/cli/folder.hpp"

namespace {

constexpr char pack[] = R"({
  "service": "observatory",
  "title": "Observatory",
  "extends": "django",
  "dialect": "url",
  "base_urls": ["https://data.observatory.example/v2/", "http://localhost:8000/v2"],
  "url_lookups": {"unknown_parameters": "refused", "lists": "repeated", "status": 422},
  "models": {
    "sky.Exposure": {
      "key": "uuid",
      "names": {
        "uuid": {"class": "UUIDField"},
        "started": {"class": "DateTimeField"},
        "night": {"class": "DateField"},
        "seconds": {"class": "FloatField"},
        "airmass": {"class": "DecimalField", "null": true},
        "band": {"class": "CharField", "choices": [["g", "green"], ["r", "red"]]},
        "header": {"class": "JSONField"},
        "usable": {"class": "BooleanField"},
        "telescope": {"kind": "foreign_key", "to": "sky.Telescope", "related_name": "exposures"},
        "previous": {"kind": "one_to_one", "to": "sky.Exposure", "null": true, "related_name": "next"}
      }
    },
    "sky.Telescope": {
      "names": {
        "id": {"class": "AutoField"},
        "name": {"class": "CharField", "max_length": 40},
        "mirror_cm": {"class": "PositiveIntegerField"},
        "site": {"kind": "foreign_key", "to": "sky.Site", "related_name": "telescopes"}
      }
    },
    "sky.Site": {
      "key": "code",
      "names": {
        "code": {"class": "SlugField"},
        "altitude": {"class": "IntegerField"},
        "opened": {"class": "DateField", "null": true}
      }
    }
  },
  "endpoints": {
    "sky/exposures": {
      "model": "sky.Exposure",
      "parameters": [
        {"name": "limit", "type": "number", "meaning": "opaque"},
        {"name": "offset", "type": "number", "meaning": "opaque", "requires": "limit"},
        {"name": "sort", "meaning": "opaque", "ordering": ["started", "seconds"], "help": "order"}
      ]
    },
    "telescopes": {
      "model": "sky.Telescope",
      "filters": [],
      "parameters": [
        {"name": "q", "path": "name__icontains"},
        {"name": "min_mirror", "type": "number", "path": "mirror_cm__gte"},
        {"name": "site", "path": "site__code"},
        {"name": "opened_after", "type": "date", "path": "site__opened__gte"},
        {"name": "page", "type": "number", "meaning": "opaque"}
      ]
    }
  }
})";

constexpr char configuration[] = R"([[schemas]]
schema = "./observatory.json"
base-url = "https://data.observatory.example/v2"
)";

struct Line {
    char const* script;
    char const* said;  ///< the code, or nothing
};

// Python behind `requests.get(`.
constexpr Line lines[] = {
    {"B + '/sky/exposures?band=g&telescope__site__code=PAR&seconds__gt=3')", ""},
    {"B + '/sky/exposures?header__FILTER__x=3&limit=5&offset=3&sort=-started')", ""},
    {"B + '/sky/exposures', params={'band__in': ['g', 'r'], 'night__range': ['2024-01-01', '2024-02-01']})", ""},
    {"B + '/sky/exposures?next__seconds=3&previous__isnull=true')", ""},
    {"B + '/telescopes?q=a&min_mirror=3&site=PAR&opened_after=2020-01-01&page=2')", ""},
    {"B + '/sky/exposures/123e4567-e89b-12d3-a456-426614174000')", ""},
    {"B + '/telescopes/5/')", ""},
    {"B + '/telescopes/5/exposures?bnd=g')", ""},
    {"B + '/sky/exposures?band=x')", "AQ410"},
    {"B + '/sky/exposures?bnd=g')", "AQ203"},
    {"B + '/sky/exposures?telescope__ste__code=PAR')", "AQ205"},
    {"B + '/sky/exposures?airmass__lt=1.x')", "AQ303"},
    {"B + '/sky/exposures?uuid=KS')", "AQ310"},
    {"B + '/sky/exposures?usable=maybe')", "AQ304"},
    {"B + '/sky/exposures?offset=3')", "AQ805"},
    {"B + '/sky/exposures?sort=night')", "AQ806"},
    {"B + '/sky/exposures?limit=many')", "AQ501"},
    {"B + '/sky/exposures?limit=1&limit=2')", "AQ803"},
    {"B + '/sky/exposures?telescope__mirror_cm__year=3')", "AQ207"},
    {"B + '/telescopes?name__icontains=a')", "AQ203"},
    {"B + '/telescopes?opened_after=yesterday')", "AQ501"},
    {"B + '/telescope?q=a')", "AQ201"},
    {"'http://localhost:8000/v2/telescopes?qq=a')", "AQ203"},
};

}  // namespace

BOOST_AUTO_TEST_CASE(another_service_takes_one_pack) {
    Folder folder;
    folder.write("observatory.json", pack);
    folder.write("alyxlint.toml", configuration);
    auto const checked = folder.run({"schema", "check", "observatory.json"});
    BOOST_TEST(checked.code == 0, checked.out << checked.err);
    for (auto const& line : lines) {
        folder.write("a.py", std::string("import requests\nB = 'https://data.observatory.example/v2'\nrequests.get(") +
                                 line.script + "\n");
        auto const ran = folder.run({"check", "--output-format", "concise", "--select", "ALL", "a.py"});
        auto const said = std::string("[") + line.said + "]";
        bool const is_silent = line.said[0] == '\0';
        BOOST_TEST(ran.code == (is_silent ? 0 : 1), line.script << ": " << ran.out << ran.err);
        BOOST_TEST((is_silent || has(ran.out, said)), line.script << ": " << ran.out);
    }
}

BOOST_AUTO_TEST_CASE(another_service_is_found_in_every_host) {
    Folder folder;
    folder.write("observatory.json", pack);
    folder.write("alyxlint.toml", configuration);
    folder.write("a.js",
                 "fetch(`https://data.observatory.example/v2/telescopes?qq=${x}`);\n"
                 "axios.get('https://data.observatory.example/v2/sky/exposures', { params: { bnd: 'g' } });\n");
    folder.write("a.sh", "curl -G https://data.observatory.example/v2/telescopes -d qq=a\n");
    folder.write("a.m", "d = webread('https://data.observatory.example/v2/telescopes', 'qq', 'a');\n");
    folder.write("a.md", "See https://data.observatory.example/v2/telescopes?qq=a\n");
    auto const ran = folder.run({"check", "--output-format", "concise"});
    for (auto const* said : {"a.js:1:55: error[AQ203]", "a.js:2:76: error[AQ203]", "a.sh:1:", "a.m:1:", "a.md:1:"})
        BOOST_TEST(has(ran.out, said), ran.out << ran.err);
}

BOOST_AUTO_TEST_CASE(another_service_is_asked_and_shown) {
    Folder folder;
    folder.write("observatory.json", pack);
    auto const row = R"({"dialect": "url", "service": "observatory", "endpoint": "telescopes", "params": {"qq": 1}})";
    auto const batch = folder.run({"query", "--batch", "--schema", "observatory.json"}, std::string(row) + "\n");
    BOOST_TEST(has(batch.out, R"("rule":"AQ203")"), batch.out << batch.err);
    BOOST_TEST(has(batch.out, R"("status":422)"), batch.out);
    auto const one = folder.run({"query", "--dialect", "url", "--schema", "observatory.json", "/telescopes?qq=a"});
    BOOST_TEST(has(one.out, "AQ203"), one.out << one.err);
    auto const shown = folder.run({"schema", "show", "--schema", "observatory.json", "telescopes"});
    BOOST_TEST(has(shown.out, "mirror_cm__gte"), shown.out << shown.err);
}
