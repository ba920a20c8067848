// What must be true of every fix: the edited file asks exactly what was meant, the finding is gone and none is new.
#include <algorithm>
#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <map>

#include "analyzer/analyze/analysis.hpp"
#include "analyzer/cli/fix.hpp"
#include "analyzer/edit/apply.hpp"
#include "analyzer/host/host.hpp"
#include "analyzer/schema/pack.hpp"

namespace {

namespace fs = std::filesystem;
using namespace alyx::analyzer;

std::shared_ptr<Snapshot const> snapshot() {
    static auto const one = std::make_shared<Snapshot const>(std::vector{built_in_schema("alyx")});
    return one;
}

std::vector<std::shared_ptr<Analysis const>> analyses(std::string const& name, std::string const& text) {
    std::vector<std::shared_ptr<Analysis const>> found;
    for (auto& unit : units_of(name, text).units)
        found.push_back(analyze(std::make_shared<Unit>(std::move(unit)), snapshot()));
    return found;
}

using Count = std::map<std::string, int>;

Count findings(std::vector<std::shared_ptr<Analysis const>> const& all) {
    Count count;
    for (auto const& analysis : all)
        for (auto const& f : analysis->findings) ++count[std::string(f.rule->code) + " " + f.message];
    return count;
}

/// Is it this text, or holds it? A list is joined by the client.
bool asks(Folded const& value, std::string const& text) {
    std::string joined;
    for (auto const& item : value.items) joined += (joined.empty() ? "" : ",") + item.text.text;
    auto holds = [&](Folded const& part) { return asks(part, text); };
    return value.text.text == text || joined == text || std::any_of(value.items.begin(), value.items.end(), holds) ||
           std::any_of(value.entries.begin(), value.entries.end(),
                       [&](auto const& entry) { return holds(entry.second); });
}

/// Is there a site one of whose arguments asks this?
bool asks(std::vector<std::shared_ptr<Analysis const>> const& all, std::string const& text) {
    for (auto const& analysis : all)
        for (auto const& site : analysis->sites)
            for (auto const& argument : site.arguments)
                if (asks(argument.value, text)) return true;
    return false;
}

std::optional<std::string> apply_one(Finding const& finding, Analysis const& analysis, std::string const& text) {
    EditGroup group;
    for (auto const& edit : finding.fix->edits) {
        auto in = in_file(edit, *analysis.unit->sources[edit.place.source], text);
        if (!in) return std::nullopt;
        group.push_back(*in);
    }
    return apply_edits(text, {group}).text;
}

/// Fixes of these rules trade one thing for another that has an opinion of its own.
bool may_bring_advice(std::string const& key) {
    return key.rfind("AQ9", 0) == 0 || key.rfind("AQ414", 0) == 0;
}

std::size_t check_each_fix(std::string const& name, std::string const& text) {
    std::size_t fixes = 0;
    auto before = analyses(name, text);
    auto before_count = findings(before);
    for (auto const& analysis : before) {
        for (auto const& finding : analysis->findings) {
            if (!finding.fix) continue;
            auto key = std::string(finding.rule->code) + " " + finding.message;
            BOOST_TEST_CONTEXT(name << ": " << key << ": " << finding.fix->title) {
                auto edited = apply_one(finding, *analysis, text);
                if (!edited) continue;
                ++fixes;
                BOOST_TEST(*edited != text);
                auto after = analyses(name, *edited);
                auto after_count = findings(after);
                BOOST_TEST(after_count[key] < before_count[key], "the finding is still there in:\n" << *edited);
                if (!finding.fix->intended.empty())
                    BOOST_TEST(asks(after, finding.fix->intended), "nothing asks " << finding.fix->intended << " in:\n"
                                                                                   << *edited);
                for (auto const& [other, n] : after_count)
                    if (!may_bring_advice(other)) BOOST_TEST(n <= before_count[other], "new: " << other);
            }
        }
    }
    return fixes;
}

std::vector<std::string> files() {
    std::vector<std::string> found;
    for (char const* folder : {"tests/fixtures", "tests/examples"})
        for (auto const& entry : fs::recursive_directory_iterator(fs::path(ALYX_ROOT) / folder))
            if (entry.is_regular_file() && is_host_file(entry.path().string())) found.push_back(entry.path().string());
    std::sort(found.begin(), found.end());
    return found;
}

std::string read(std::string const& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::string fixed(std::string const& name, std::string const& text) {
    return alyx::cli::fix_text({name, ""}, text, snapshot(), true).text;
}

struct Layer {
    char const* before;
    char const* after;
};
std::ostream& operator<<(std::ostream& out, Layer const& l) {
    return out << l.before;
}

#define CALL(argument) "one.alyx.rest('subjects', 'list', django=" argument ")\n"
Layer const layers[] = {
    {CALL("'nickname,022'"), CALL("'nickname,(\"022\")'")},
    {CALL("\"nickname,022\""), CALL("\"nickname,('022')\"")},
    {CALL("r'nickname,022'"), CALL("r'nickname,(\"022\")'")},
    {CALL("'''nickname,022'''"), CALL("'''nickname,(\"022\")'''")},
    {CALL("'nick\\x6eame,022'"), CALL("'nick\\x6eame,(\"022\")'")},
    {CALL("'nickname' ',022'"), CALL("'nickname' ',(\"022\")'")},
    {CALL("f'{field},x,nickname,022'"), CALL("f'{field},x,nickname,(\"022\")'")},
    {CALL("'%s,x,nickname,022' % field"), CALL("'%s,x,nickname,(\"022\")' % field")},
    {CALL("'{},x,nickname,022'.format(field)"), CALL("'{},x,nickname,(\"022\")'.format(field)")},
    {CALL("f'json__contains,{{\"a\": 1}}'"), CALL("f'json__contains,({{\"a\": 1}})'")},
    {CALL("['nickname,022', 'sex,M']"), CALL("['nickname,(\"022\")', 'sex,M']")},
    // What a parameter is called.
    {"one.alyx.rest('subjects', 'list', nicknam='KS022')\n", "one.alyx.rest('subjects', 'list', nickname='KS022')\n"},
    {"one.alyx.rest('subject', 'list')\n", "one.alyx.rest('subjects', 'list')\n"},
};

// Digits that are no literal of the script cannot be mended in it.
char const* const left_alone[] = {
    CALL("'nickname,' + str(22)"),
    CALL("f'nickname,{22}'"),
    "n = 22\n" CALL("'nickname,%d' % n"),
};

}  // namespace

BOOST_DATA_TEST_CASE(a_fix_asks_what_was_meant_and_brings_nothing_new, boost::unit_test::data::make(files()), path) {
    check_each_fix(path, read(path));
}

BOOST_AUTO_TEST_CASE(many_fixes_were_looked_at) {
    std::size_t fixes = 0;
    for (auto const& path : files()) fixes += check_each_fix(path, read(path));
    BOOST_TEST(fixes >= 30U);
}

BOOST_DATA_TEST_CASE(a_fix_is_written_as_its_literal_is, boost::unit_test::data::make(layers), layer) {
    BOOST_TEST(fixed("a.py", layer.before) == layer.after);
    check_each_fix("a.py", layer.before);
}

BOOST_DATA_TEST_CASE(what_no_literal_holds_is_left_alone, boost::unit_test::data::make(left_alone), text) {
    BOOST_TEST(fixed("a.py", text) == text);
}

BOOST_AUTO_TEST_CASE(a_notebook_is_mended_within_its_json) {
    auto cell = [](std::string const& source) {
        return "{\"cells\": [{\"cell_type\": \"code\",  \"source\": [" + source +
               "], \"outputs\": [\"\\u00e9\"]}],\n \"metadata\": {}, \"nbformat\": 4}\n";
    };
    auto before = cell(R"raw("q = \"nickname,022\"\n", "one.alyx.rest('subjects', 'list', django=q)")raw");
    auto after = cell(R"raw("q = \"nickname,('022')\"\n", "one.alyx.rest('subjects', 'list', django=q)")raw");
    BOOST_TEST(fixed("n.ipynb", before) == after);
}

BOOST_AUTO_TEST_CASE(a_literal_that_feeds_two_calls_is_mended_once) {
    std::string before =
        "q = 'nickname,022'\none.alyx.rest('subjects', 'list', django=q)\none.alyx.rest('subjects', 'list', "
        "django=q)\n";
    auto after = before;
    after.replace(after.find("022"), 3, "(\"022\")");
    BOOST_TEST(fixed("a.py", before) == after);
}

BOOST_AUTO_TEST_CASE(mending_twice_changes_nothing_the_second_time) {
    for (auto const& path : files()) {
        auto once = fixed(path, read(path));
        BOOST_TEST(fixed(path, once) == once, path);
    }
}

BOOST_AUTO_TEST_CASE(line_ends_and_a_byte_order_mark_are_kept) {
    std::string before = "\xEF\xBB\xBF# \xC3\xA9\r\none.alyx.rest('subjects', 'list', django='nickname,022')\r\n";
    auto after = before;
    after.replace(after.find("022"), 3, "(\"022\")");
    BOOST_TEST(fixed("a.py", before) == after);
}

BOOST_AUTO_TEST_CASE(edits_that_touch_are_not_both_made) {
    auto applied = apply_edits("abcdef", {{{{1, 3}, "X"}}, {{{2, 4}, "Y"}}, {{{4, 5}, "Z"}}});
    BOOST_TEST(applied.text == "aXdZf");
    BOOST_TEST(applied.groups.size() == 2U);
}

BOOST_AUTO_TEST_CASE(an_edit_over_two_lines_of_a_cell_is_none) {
    Decoded decoded;
    decoded.text = "ab\ncd";
    decoded.map.add_verbatim(1, 2);
    decoded.map.add_escape({3, 5}, 1);
    decoded.map.add_verbatim(9, 2);
    std::string file = R"("ab\n", "cd")";
    Source cell("n.ipynb", 1, decoded);
    BOOST_TEST((in_file({{0, {0, 2}}, "x\"y"}, cell, file) == FileEdit{{1, 3}, "x\\\"y"}));
    BOOST_TEST(!in_file({{0, {1, 4}}, "x"}, cell, file).has_value());
}
