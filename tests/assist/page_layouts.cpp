// Blocks and marks in each format, and text that looks like markup.
#include <boost/test/unit_test.hpp>

#include "analyzer/assist/page.hpp"

using namespace alyx::analyzer;

namespace {

Page sample() {
    Page page;
    page.title("a `b` & <c>");
    page.paragraph("see [the `list`](x.html?a&b), not [this] or `that");
    page.list({"one", "two `<2>`"});
    page.code("python", "f('a')\n\n<b>");
    page.table({{"Name", "Is"}, {{"`x|y`", "error"}}});
    return page;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(page_layouts)

BOOST_AUTO_TEST_CASE(as_text_drop_marks) {
    BOOST_TEST(sample().render(PageFormat::text) ==
               "a b & <c>\n=========\nsee the list, not [this] or `that\n\n- one\n- two <2>\n\n"
               "    f('a')\n\n    <b>\n\nName  Is\nx|y   error\n");
}

BOOST_AUTO_TEST_CASE(as_text_wrap_items_behind_their_dash) {
    Page page;
    page.list({"one two three four five six seven"});
    BOOST_TEST(page.render(PageFormat::text, 22) == "- one two three four\n  five six seven\n");
}

BOOST_AUTO_TEST_CASE(as_markdown_keep_marks) {
    BOOST_TEST(sample().render(PageFormat::markdown) ==
               "# a `b` & <c>\n\nsee [the `list`](x.html?a&b), not [this] or `that\n\n- one\n- two `<2>`\n\n"
               "```python\nf('a')\n\n<b>\n```\n\n| Name | Is |\n|---|---|\n| `x\\|y` | error |\n");
    Page fenced;
    fenced.code("markdown", "```python\n```");
    BOOST_TEST(fenced.render(PageFormat::markdown) == "````markdown\n```python\n```\n````\n");
}

BOOST_AUTO_TEST_CASE(as_html_escape_text) {
    BOOST_TEST(sample().render(PageFormat::html) ==
               "<h1>a <code>b</code> &amp; &lt;c&gt;</h1>\n"
               "<p>see <a href=\"x.html?a&amp;b\">the list</a>, not [this] or `that</p>\n"
               "<ul>\n<li>one</li>\n<li>two <code>&lt;2&gt;</code></li>\n</ul>\n"
               "<pre class=\"python\"><code>f('a')\n\n&lt;b&gt;</code></pre>\n"
               "<div class=\"table\"><table>\n<thead>\n<tr><th>Name</th><th>Is</th></tr>\n</thead>\n<tbody>\n"
               "<tr><td data-label=\"Name\"><code>x|y</code></td><td data-label=\"Is\" data-is=\"error\">error</td>"
               "</tr>\n</tbody>\n</table></div>\n");
}

BOOST_AUTO_TEST_CASE(as_html_link_words_of_code) {
    Page page;
    page.paragraph("`a` and `b`");
    auto links = [](std::string_view code) { return code == "a" ? std::string("a.html") : std::string(); };
    BOOST_TEST(page.render_html(links) == "<p><a href=\"a.html\"><code>a</code></a> and <code>b</code></p>\n");
}

BOOST_AUTO_TEST_SUITE_END()
