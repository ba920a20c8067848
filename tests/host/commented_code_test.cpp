// Code that was commented out is told from prose.
#include "analyzer/host/commented_code.hpp"

#include <boost/test/unit_test.hpp>

#include "analyzer/host/host.hpp"
#include "analyzer/host/layout.hpp"

using namespace alyx::analyzer;

namespace {

/// The code of each comment, ranges put together.
std::vector<std::string> commented(std::string name, std::string code) {
    auto const unit = units_of(std::move(name), std::move(code)).units.front();
    auto const whole = with_commented_code(unit);
    std::vector<std::string> found;
    for (auto i = unit.fragments.size(); i < whole.fragments.size(); ++i) {
        auto& text = found.emplace_back();
        for (Span range : whole.fragments[i].ranges) text += range.of(whole.sources[whole.fragments[i].source]->text());
    }
    return found;
}

#define CHECK_COMMENTED(name, code, ...) \
    BOOST_TEST(commented(name, code) == (std::vector<std::string>{__VA_ARGS__}), boost::test_tools::per_element())

}  // namespace

BOOST_AUTO_TEST_SUITE(commented_code)

BOOST_AUTO_TEST_CASE(runs_of_lines_are_one_piece) {
    CHECK_COMMENTED("a.py", "x = 1\n# q = 'a'\n# f(q,\n#   2)\n\n# g()\n", "q = 'a'\nf(q,\n  2)\n", "g()\n");
    CHECK_COMMENTED("a.py", "def f():\n    #x = 1\n    #if x:\n    #    g()\n    pass\n", "x = 1\nif x:\n    g()\n");
    CHECK_COMMENTED("a.py", "## f()", "f()");
    CHECK_COMMENTED("a.py", "# f()\r\n# g()\r\n", "f()\r\ng()\r\n");
    CHECK_COMMENTED("a.py", "x = 1  # f()\n");
    CHECK_COMMENTED("a.py", "x = '''\n# f()\n'''\n");
}

BOOST_AUTO_TEST_CASE(prose_is_none) {
    CHECK_COMMENTED("a.py", "# use f('a') for that\n# and don't forget\n");
    CHECK_COMMENTED("a.py", "# The old way was this:\n# f('a')\n# which is too slow\n", "f('a')\n");
    CHECK_COMMENTED("a.py", "# Note: f('a')\n");
    CHECK_COMMENTED("a.py", "# f('a') gives all\n");
    CHECK_COMMENTED("a.py", "#!/usr/bin/env python\n# %%\n# f()\n", "f()\n");
    CHECK_COMMENTED("a.m", "% use f('a') for that\n% f('a');\n% don't\n", "f('a');\n");
    CHECK_COMMENTED("a.sh", "#!/bin/sh\n# don't\n");
}

BOOST_AUTO_TEST_CASE(each_language_has_its_signs) {
    CHECK_COMMENTED("a.js", "// fetch(`a`,\n//   b)\nx()\n/*\n * g('c');\n */\n", "fetch(`a`,\n  b)\n", "g('c');\n");
    CHECK_COMMENTED("a.ts", "// const x: T = await get<T>('a');\n", "const x: T = await get<T>('a');\n");
    CHECK_COMMENTED("a.sh", "# curl -s \\\n#   'a'\n", "curl -s \\\n  'a'\n");
    CHECK_COMMENTED("a.m", "% x = f('a', [1 2]');\n%{\ng('b')\n%}\n", "x = f('a', [1 2]');\n", "g('b')\n");
    CHECK_COMMENTED("a.md", "```python\n# f('a')\n```\n# g()\n", "f('a')\n");
    CHECK_COMMENTED("a.alyxq", "# nickname,x\n");
}

BOOST_AUTO_TEST_CASE(any_part_of_a_comment_is_read) {
    for (std::string const name : {"a.py", "a.js", "a.sh", "a.m", "a.md"}) {
        std::string const code =
            "```js\n# f('a',\n#  [b)\n// g(`${\n/*\n * 'c\n */\n%{\nx'\n%}\n%  y = [1 'a'\n#\n##\n//\n```\n# \xC3\x84(";
        for (std::size_t size = 0; size <= code.size(); ++size) {
            for (auto const& unit : units_of(name, code.substr(0, size)).units) {
                auto const whole = with_commented_code(unit);
                BOOST_TEST(whole.fragments.size() >= unit.fragments.size());
                for (auto const& fragment : whole.fragments) BOOST_TEST(!fragment.ranges.empty());
                BOOST_TEST(layout_of(whole, 0).comments.size() == layout_of(unit, 0).comments.size());
            }
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
