// Code blocks of reStructuredText.
#include "analyzer/host/restructured_text.hpp"

#include <boost/test/unit_test.hpp>

#include "tests/host/calls.hpp"

using namespace alyx::analyzer;
using test::Calls;

namespace {

/// The code of each block, ranges put together.
std::vector<std::string> blocks(std::string const& text) {
    std::vector<std::string> found;
    for (auto const& block : code_blocks(text)) {
        auto& code = found.emplace_back();
        if (block.language != Language::python) code = "not Python: ";
        for (Span range : block.ranges) code += range.of(text);
    }
    return found;
}

#define CHECK_BLOCKS(text, ...) \
    BOOST_TEST(blocks(text) == (std::vector<std::string>{__VA_ARGS__}), boost::test_tools::per_element())

}  // namespace

BOOST_AUTO_TEST_SUITE(restructured_text)

BOOST_AUTO_TEST_CASE(directives_hold_code) {
    CHECK_BLOCKS("Text\n\n.. code-block:: python\n\n   f('a')\n\n   g('b')\n\nText f('c')\n", "f('a')\ng('b')\n");
    CHECK_BLOCKS(".. code-block:: python\n   :linenos:\n   :caption: f('x')\n\n   f('a')\n", "f('a')\n");
    CHECK_BLOCKS(".. sourcecode:: py\n\n\tf('a')\n.. code:: python3\n\n  f('b')", "f('a')\n", "f('b')");
    CHECK_BLOCKS(".. code-block:: bash\n\n   curl a\n", "not Python: curl a\n");
    CHECK_BLOCKS(".. code-block:: none\n\n   f('a')\n\n.. code-block:: json\n\n   {}\n");
    CHECK_BLOCKS(".. note::\n\n   Text::\n\n     f('a')\n\n   .. code-block:: python\n\n      f('b')\n", "f('a')\n",
                 "f('b')\n");
    CHECK_BLOCKS(".. code-block:: python\r\n\r\n   f('a')\r\n\r\nText\r\n", "f('a')\r\n");
    CHECK_BLOCKS(".. code-block:: python\n\nText f('a')\n");
}

BOOST_AUTO_TEST_CASE(paragraphs_announce_code) {
    CHECK_BLOCKS("Like this::\n\n    f('a')\n\n    g('b')\n\nText\n", "f('a')\ng('b')\n");
    CHECK_BLOCKS("First line\nand this::\n\n  f('a')\n", "f('a')\n");
    CHECK_BLOCKS("::\n\n  f('a')\n", "f('a')\n");
    CHECK_BLOCKS("* an item::\n\n    f('a')\n\n  more of it f('x')\n", "f('a')\n");
    CHECK_BLOCKS("12. an item::\n\n    f('x') is text\n");
    CHECK_BLOCKS("Title\n:::::\n\n  f('x')\n");
    CHECK_BLOCKS("Like this::\n\n  $ curl a\n  output\n", "not Python: curl a\n");
    CHECK_BLOCKS(".. highlight:: none\n\nLike this::\n\n  f('x')\n\n.. highlight:: python\n\nThis::\n\n  f('a')\n",
                 "f('a')\n");
}

BOOST_AUTO_TEST_CASE(sessions_hold_code) {
    CHECK_BLOCKS("Text\n\n>>> f('a',\n...   'b')\noutput\n\nText\n", "f('a',\n  'b')\n");
    CHECK_BLOCKS("Like this::\n\n    >>> f('a')\n    output\n    >>> g('b')\n", "f('a')\ng('b')\n");
    CHECK_BLOCKS(".. doctest::\n\n   >>> f('a')\n   1\n", "f('a')\n");
    CHECK_BLOCKS(".. code-block:: none\n\n   >>> f('x')\n");
}

BOOST_AUTO_TEST_CASE(comments_hold_none) {
    CHECK_BLOCKS(".. a comment::\n\n   f('x')\n\n.. code-block:: python\n\n   f('a')\n", "f('a')\n");
    CHECK_BLOCKS("..\n   .. code-block:: python\n\n      f('x')\n");
    CHECK_BLOCKS(".. raw:: html\n\n   Text::\n\n     f('x')\n");
    CHECK_BLOCKS(".. [1] A footnote::\n\n       f('a')\n", "f('a')\n");
}

BOOST_AUTO_TEST_CASE(blocks_of_a_language_share_a_scope) {
    BOOST_TEST(test::calls_of("a.rst", "Text::\n\n  q = 'a'\n\nand::\n\n  fetch(q)\n") == (Calls{"fetch(a)"}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(any_part_of_a_text_is_read) {
    test::fold_all_parts("a.rst",
                         "Title\n:::::\n\n.. highlight:: sh\n\n* Text::\n\n    $ curl a\n\n#. (a) .. code:: python\n\n"
                         "\t:o: p\n\n\tone.search('a')\n\n..\n  .. math::\n\n>>> one.search('b')\n1\n\nEnd::\n");
}

BOOST_AUTO_TEST_SUITE_END()
