// Comments that are added: where they stand, that they silence, and that nothing else changes.
#include <algorithm>
#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>

#include "analyzer/cli/fix.hpp"
#include "tests/suppress/analysed.hpp"

namespace {

namespace fs = std::filesystem;
using namespace alyx::analyzer;
using namespace alyx::analyzer::test;

/// What the code asks for: the folded text of every argument of every site.
std::string asked(std::string const& text, std::string const& name) {
    std::string all;
    for (auto const& analysis : analyses(name, text))
        for (auto const& site : analysis->sites)
            for (auto const& argument : site.arguments) {
                all += argument.name + "=" + argument.value.text.text;
                for (auto const& item : argument.value.items) all += "|" + item.text.text;
                all += "\n";
            }
    return all;
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

std::string with_crlf(std::string const& text) {
    std::string result;
    for (char c : text) result += c == '\n' ? std::string("\r\n") : std::string(1, c);
    return result;
}

bool only_about_comments(std::string const& found) {
    auto rest = found;
    for (auto at = rest.find("AQ"); at != std::string::npos; at = rest.find("AQ", at + 1))
        if (rest.compare(at, 4, "AQ00") != 0) return false;
    return true;
}

void check(std::string const& path, std::string const& text) {
    auto once = added(text, path, "as it was");
    BOOST_TEST(only_about_comments(found(once, path)), path << " still has " << found(once, path));
    BOOST_TEST(added(once, path, "as it was") == once, path << " changes again");
    BOOST_TEST(asked(once, path) == asked(text, path), path << " asks something else");
    if (only_about_comments(found(text, path)))
        BOOST_TEST(once == text);
    else
        BOOST_TEST(once != text);
    // Nothing that was added is of no use.
    auto unused = [&](std::string const& of) {
        std::size_t count = 0;
        for (auto const& analysis : analyses(path, of))
            count += std::count_if(analysis->findings.begin(), analysis->findings.end(),
                                   [](Finding const& f) { return f.rule->code == "AQ001"; });
        return count;
    };
    BOOST_TEST(unused(once) <= unused(text), path);
}

#define BAD "one.alyx.rest('sessions', 'list', django='labb,x')"

struct Case {
    char const* before;
    char const* after;
};
std::ostream& operator<<(std::ostream& out, Case const& c) {
    return out << c.before;
}

Case const cases[] = {
    {BAD "\n", BAD "  # alyxlint: ignore[AQ203]\n"},
    {BAD, BAD "  # alyxlint: ignore[AQ203]"},
    {BAD "   \n", BAD "  # alyxlint: ignore[AQ203]\n"},
    {BAD "\r\nx = 1\r\n", BAD "  # alyxlint: ignore[AQ203]\r\nx = 1\r\n"},
    {BAD "  # here\n", BAD "  # here  # alyxlint: ignore[AQ203]\n"},
    {BAD "; " BAD "\n", BAD "; " BAD "  # alyxlint: ignore[AQ203]\n"},
    // Two rules on a line are one comment.
    {"one.alyx.rest('subjects', 'list', django='nickname,022,labb,x')\n",
     "one.alyx.rest('subjects', 'list', django='nickname,022,labb,x')  # alyxlint: ignore[AQ203, AQ401]\n"},
    // Into a list that is there.
    {BAD "  # alyxlint: ignore[AQ401] -- why\n", BAD "  # alyxlint: ignore[AQ401, AQ203] -- why\n"},
    {"# alyxlint: ignore[number-as-text]\n" BAD "\n", "# alyxlint: ignore[number-as-text, AQ203]\n" BAD "\n"},
    {BAD "  # noqa: E501\n", BAD "  # noqa: E501  # alyxlint: ignore[AQ203]\n"},
    {BAD "  # alyxlint: ignore[AQ203\n", BAD "  # alyxlint: ignore[AQ203  # alyxlint: ignore[AQ203]\n"},
    // Where no comment can stand behind.
    {"if x:\n\tq = \"\"\"\\\nlabb,x,\\\nnumber,1\"\"\"\n\tone.alyx.rest('sessions', 'list', django=q)\n",
     "if x:\n\t# alyxlint: ignore[AQ203]\n\tq = \"\"\"\\\nlabb,x,\\\nnumber,1\"\"\"\n"
     "\tone.alyx.rest('sessions', 'list', django=q)\n"},
    {"x = " BAD " + \\\r\n    1\r\n", "# alyxlint: ignore[AQ203]\r\nx = " BAD " + \\\r\n    1\r\n"},
    {"one.alyx.rest('sessions', \\\n  'list', django='labb,x')\n",
     "one.alyx.rest('sessions', \\\n  'list', django='labb,x')  # alyxlint: ignore[AQ203]\n"},
    {"one.alyx.rest(\n    'sessions', 'list',\n    django='labb,x',\n)\n",
     "one.alyx.rest(\n    'sessions', 'list',\n    django='labb,x',  # alyxlint: ignore[AQ203]\n)\n"},
    {"one.alyx.rest('sessions', 'list', django=f'''labb,{\nx}''')\n",
     "# alyxlint: ignore[AQ203]\none.alyx.rest('sessions', 'list', django=f'''labb,{\nx}''')\n"},
    {"class A:\n  @d(" BAD ", '''\n''')\n  def f(self): pass\n",
     "class A:\n  # alyxlint: ignore[AQ203]\n  @d(" BAD ", '''\n''')\n  def f(self): pass\n"},
    {"if x: y = 1\nelif " BAD " == '''\n''':\n    pass\n",
     "if x: y = 1\n# alyxlint: ignore[AQ203]\nelif " BAD " == '''\n''':\n    pass\n"},
    // Code in a docstring is no document around which the script would be prose.
    {"def f():\n    \"\"\"\n    >>> g(1)\n\n    \"\"\"\n\n" BAD "\n",
     "def f():\n    \"\"\"\n    >>> g(1)\n\n    \"\"\"\n\n" BAD "  # alyxlint: ignore[AQ203]\n"},
    // A declared query keeps its declaration.
    {"q = 'labb,x'  # alyx: sessions\n", "q = 'labb,x'  # alyx: sessions  # alyxlint: ignore[AQ203]\n"},
};

}  // namespace

BOOST_DATA_TEST_CASE(a_comment_is_added_where_it_can_stand, boost::unit_test::data::make(cases), c) {
    BOOST_TEST(added(c.before) == c.after);
    BOOST_TEST(only_about_comments(found(c.after)));
    check("a.py", c.before);
}

BOOST_AUTO_TEST_CASE(one_finding_alone_can_get_a_comment) {
    auto all = analyses("a.py", BAD "\n" BAD "\n");
    BOOST_TEST_REQUIRE(all[0]->findings.size() == 2U);
    auto edits = add_ignore(*all[0], all[0]->findings[1], "why");
    BOOST_TEST_REQUIRE(edits.size() == 1U);
    BOOST_TEST(edits[0].text == "  # alyxlint: ignore[AQ203] -- why");
    BOOST_TEST(edits[0].place.span.begin == 2 * sizeof BAD - 1);
    auto remark = analyses("a.py", "# alyxlint: ignore[AQ203]\n");
    BOOST_TEST_REQUIRE(remark[0]->findings.size() == 1U);
    BOOST_TEST(add_ignore(*remark[0], remark[0]->findings[0], "").empty());
}

BOOST_AUTO_TEST_CASE(a_reason_is_one_line) {
    BOOST_TEST(added(BAD "\n", "a.py", "old server") == BAD "  # alyxlint: ignore[AQ203] -- old server\n");
    BOOST_TEST(added(BAD "\n", "a.py", " a\r\nimport os\t") == BAD "  # alyxlint: ignore[AQ203] -- a import os\n");
    BOOST_TEST(silenced(added(BAD "\n", "a.py", "see #12")) == "1 AQ203 (see #12)");
}

BOOST_AUTO_TEST_CASE(a_notebook_gets_comments_within_its_json) {
    auto cell = [](std::string const& source) {
        return "{\"cells\": [{\"cell_type\": \"code\",  \"source\": [" + source +
               "], \"outputs\": [\"\\u00e9\"]}],\n \"metadata\": {}, \"nbformat\": 4}\n";
    };
    std::string const call = "one.alyx.rest('sessions', 'list', django=q)";
    BOOST_TEST(added(cell("\"" BAD "\\n\", \"x = 1\""), "n.ipynb", "say \"why\"") ==
               cell("\"" BAD "  # alyxlint: ignore[AQ203] -- say \\\"why\\\"\\n\", \"x = 1\""));
    BOOST_TEST(added(cell("\"x = 1\\n\", \"" BAD "\""), "n.ipynb") ==
               cell("\"x = 1\\n\", \"" BAD "  # alyxlint: ignore[AQ203]\""));
    auto text = cell("\"x = 1\\n\", \"q = ''' \\\\\\n\", \"labb,x,\\\\\\n\", \"number,1'''\\n\", \"" + call + "\"");
    BOOST_TEST(added(text, "n.ipynb") == cell("\"x = 1\\n\", \"# alyxlint: ignore[AQ203]\\nq = ''' \\\\\\n\", "
                                              "\"labb,x,\\\\\\n\", \"number,1'''\\n\", \"" +
                                              call + "\""));
    check("n.ipynb", text);
}

BOOST_AUTO_TEST_CASE(markdown_keeps_its_containers) {
    std::string const text = "> ```python\n> x = " BAD " + \\\n>   1\n> ```\n";
    BOOST_TEST(added(text, "a.md") == "> ```python\n> # alyxlint: ignore[AQ203]\n> x = " BAD " + \\\n>   1\n> ```\n");
    check("a.md", text);
    std::string const session = "```pycon\n>>> x = " BAD " + \\\n... 1\n1\n```\n";
    BOOST_TEST(added(session, "a.md") == "```pycon\n>>> # alyxlint: ignore[AQ203]\n>>> x = " BAD
                                         " + \\\n... 1\n1\n```\n");
    check("a.md", session);
}

BOOST_AUTO_TEST_CASE(each_part_of_a_document_has_its_own_comments) {
    std::string const url = "https://openalyx.internationalbrainlab.org/sessions?django=labb,x";
    BOOST_TEST(added(url + "\n", "a.md", "old") == url + "  <!-- alyxlint: ignore[AQ203] -- old -->\n");
    check("a.md", url + "\r\n");
    std::string const code = "fetch('" + url + "')";
    auto both = "```js\n" + code + "\n```\n" + url + "\n```py\n" BAD "\n```\n";
    BOOST_TEST(added(both, "a.md") == "```js\n" + code + "  // alyxlint: ignore[AQ203]\n```\n" + url +
                                          "  <!-- alyxlint: ignore[AQ203] -->\n```py\n" BAD
                                          "  # alyxlint: ignore[AQ203]\n```\n");
    check("a.md", both);
    // What is of no use goes with what closes it.
    auto right = [](std::string text) { return text.replace(text.find("labb,x"), 6, "number,1"); };
    auto mended = alyx::cli::fix_text({"a.md", ""}, right(added(url + "\n", "a.md")), snapshot(), false).text;
    BOOST_TEST(mended == right(url + "\n"));
    auto above = "<!-- alyxlint: ignore[AQ203] -->\n" + url + "\n";
    BOOST_TEST(silenced(above, "a.md") == "2 AQ203 ()");
    BOOST_TEST(alyx::cli::fix_text({"a.md", ""}, right(above), snapshot(), false).text == right(url + "\n"));
}

BOOST_DATA_TEST_CASE(every_file_is_silent_afterwards_and_asks_the_same, boost::unit_test::data::make(files()), path) {
    check(path, read(path));
    if (!path.ends_with(".ipynb")) check(path, with_crlf(read(path)));
}

BOOST_AUTO_TEST_CASE(findings_were_silenced_in_many_files) {
    std::size_t silenced = 0;
    for (auto const& path : files())
        for (auto const& analysis : analyses(path, added(read(path), path))) silenced += analysis->suppressed.size();
    BOOST_TEST(silenced >= 150U);
}

BOOST_AUTO_TEST_CASE(an_added_comment_is_taken_away_again_once_the_query_is_right) {
    for (auto const& c : {Case{BAD "\n", ""}, Case{"x = " BAD " + \\\r\n    1\r\n", ""}, Case{BAD "  # here\n", ""}}) {
        auto mend = [](std::string text) { return text.replace(text.find("labb,x"), 6, "number,1"); };
        auto commented = mend(added(c.before, "a.py", "for now"));
        BOOST_TEST(alyx::cli::fix_text({"a.py", ""}, commented, snapshot(), false).text == mend(c.before));
    }
}
