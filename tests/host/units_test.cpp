// From files to units: scripts, notebooks, Markdown, and that every place leads back to bytes of the file.
#include <boost/test/unit_test.hpp>

#include "tests/fold/folding.hpp"

using namespace alyx::analyzer;

namespace {

constexpr std::string_view filter_names[] = {"rest"};

/// `django=` of each call, with what stands at its place in the file.
struct Found {
    std::string query;
    std::string in_file;
    std::uint32_t cell;
    Position position;
};

std::vector<Found> found_in(Unit const& unit, std::string_view file) {
    std::vector<Found> result;
    FoldedUnit folded = fold_unit(unit, {filter_names});
    for (FoldedCall const& call : folded.calls)
        for (auto const& keyword : call.keywords) {
            FoldedText const& text = keyword.value.text;
            Place place = text.place(make_span(0, text.text.size()));
            Source const& written = *unit.sources[place.source];
            Source const& called = *unit.sources[keyword.place.source];
            result.push_back({test::shown(keyword.value), std::string(written.in_file(place.span).of(file)),
                              called.cell().value_or(0), called.position(keyword.place.span.begin)});
        }
    return result;
}

std::vector<std::string> queries_of(Unit const& unit, std::string_view file) {
    std::vector<std::string> result;
    for (Found const& found : found_in(unit, file)) result.push_back(found.query);
    return result;
}

std::vector<std::string> markdown_queries(std::string_view text) {
    Units units = units_of("a.md", std::string(text));
    BOOST_REQUIRE(units.units.size() == 1U);
    return queries_of(units.units[0], text);
}

std::vector<std::string> cell_queries(std::string cell) {
    Unit unit;
    unit.fragments.push_back({0, Language::python, {make_span(0, cell.size())}});
    unit.sources.push_back(std::make_shared<Source const>("cell", cell));
    return queries_of(unit, cell);
}

using Queries = std::vector<std::string>;

constexpr std::string_view notebook = R"nb({
 "cells": [
  {"cell_type": "markdown", "metadata": {}, "source": ["# Title\n", "```python\n", "rest(django='m,1')\n", "```"]},
  {"cell_type": "code", "execution_count": 3, "outputs": [{"text": ["\"cells\": [{"]}],
   "source": "%matplotlib inline\nq = 'a,\u00e9\\x31'"},
  {"cell_type": "raw", "source": "rest(django='raw')"},
  {"cell_type": "code", "source": ["rest(\n", "  django=q)\n", "rest(django=\"b\")"]}
 ],
 "metadata": {"kernelspec": {"display_name": "Python 3", "language": "python"}}
})nb";

}  // namespace

BOOST_AUTO_TEST_CASE(A_notebook_is_a_unit_of_code_cells_and_one_of_fences) {
    Units units = units_of("n.ipynb", std::string(notebook));
    BOOST_TEST(units.failures.empty());
    BOOST_REQUIRE(units.units.size() == 2U);
    auto code = found_in(units.units[0], notebook);
    BOOST_REQUIRE(code.size() == 2U);
    BOOST_TEST(code[0].query == "a,\u00e91");
    BOOST_TEST(code[0].in_file == R"(a,\u00e9\\x31)");
    BOOST_TEST(code[0].cell == 4U);
    BOOST_CHECK((code[0].position == Position{1, 9}));
    BOOST_TEST(code[1].query == "b");
    BOOST_CHECK((code[1].position == Position{2, 12}));
    auto fences = found_in(units.units[1], notebook);
    BOOST_REQUIRE(fences.size() == 1U);
    BOOST_TEST(fences[0].in_file == "m,1");
    BOOST_TEST(fences[0].cell == 1U);
}

BOOST_AUTO_TEST_CASE(A_notebook_of_another_language_has_no_code) {
    std::string text(notebook);
    text.replace(text.find("\"language\": \"python\""), 20, "\"language\": \"julia\"");
    Units units = units_of("n.ipynb", text);
    BOOST_REQUIRE(units.units.size() == 1U);
    BOOST_TEST(queries_of(units.units[0], text) == (Queries{"m,1"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(The_older_format_with_worksheets_is_read) {
    std::string text = R"nb({"worksheets": [{"cells": [{"cell_type": "code", "language": "python",
        "input": ["rest(django='a')"]}]}], "nbformat": 3})nb";
    Units units = units_of("n.ipynb", text);
    BOOST_REQUIRE(units.units.size() == 1U);
    BOOST_TEST(queries_of(units.units[0], text) == (Queries{"a"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(A_notebook_cut_short_gives_what_is_there_and_a_failure) {
    std::size_t with_first_query = notebook.find("m,1") + 8;
    for (std::size_t length = 0; length < notebook.size(); ++length) {
        std::string text(notebook.substr(0, length));
        Units units = units_of("n.ipynb", text);
        BOOST_REQUIRE(units.failures.size() == 1U);
        BOOST_TEST(!units.failures[0].place.empty());
        for (Unit const& unit : units.units) fold_unit(unit, {filter_names});
        if (length >= with_first_query && length < notebook.find("\"code\""))
            BOOST_TEST(queries_of(units.units.at(0), text) == (Queries{"m,1"}), boost::test_tools::per_element());
    }
    BOOST_TEST(units_of("n.ipynb", "{\n  \"a\": 3 4}").failures[0].place == "2:10");
}

BOOST_AUTO_TEST_CASE(What_is_no_notebook_is_a_failure_with_its_place) {
    struct {
        char const *text, *place, *reason;
    } const cases[] = {
        {"hello", "1:1", "an object is expected"},
        {"[1,2]", "1:1", "an object is expected"},
        {"{\"cells\": 3}", "1:11", "an array of cells is expected"},
        {"{\"worksheets\": {}}", "1:16", "an array of worksheets is expected"},
        {"{\"worksheets\": [{\"cells\": null}]}", "1:27", "an array of cells is expected"},
        {"{\"cells\": []}\n trailing", "2:2", "nothing can follow the notebook"},
        {"{\"cells\": []} {}", "1:15", "nothing can follow the notebook"},
    };
    for (auto const& c : cases) {
        auto units = units_of("n.ipynb", c.text);
        BOOST_TEST_REQUIRE(units.failures.size() == 1U);
        BOOST_TEST(units.failures[0].place == c.place);
        BOOST_TEST(units.failures[0].reason.ends_with(c.reason), c.text << ": " << units.failures[0].reason);
    }
    for (std::string text : {"{}", " {\"cells\": []} \n", "{\"cells\": [1, null, {\"source\": 4}]}"}) {
        auto units = units_of("n.ipynb", text);
        BOOST_TEST(units.failures.empty());
        for (Unit const& unit : units.units) BOOST_TEST(fold_unit(unit, {filter_names}).calls.empty());
    }
}

BOOST_AUTO_TEST_CASE(A_notebook_may_begin_with_a_byte_order_mark) {
    auto const text = "\xEF\xBB\xBF" + std::string(notebook);
    Units units = units_of("n.ipynb", text);
    BOOST_TEST(units.failures.empty());
    BOOST_REQUIRE(units.units.size() == 2U);
    auto code = found_in(units.units[0], text);
    BOOST_REQUIRE(code.size() == 2U);
    BOOST_TEST(code[0].in_file == R"(a,\u00e9\\x31)");
}

BOOST_AUTO_TEST_CASE(Fences_of_Python_are_found_by_their_names) {
    for (std::string info : {"python", "py", "Python3", "ipython", "{code-block} python", "{code-cell} ipython3",
                             "{python}", "{.python .numberLines}", "python title=\"x.py\"", "{code-cell}"})
        for (std::string fence : {"```", "~~~", "````"})
            BOOST_TEST(markdown_queries(fence + info + "\nrest(django='a')\n" + fence + "\n") == (Queries{"a"}),
                       boost::test_tools::per_element());
    for (std::string info : {"", "bash", "pythonic", "json python"})
        BOOST_TEST(markdown_queries("```" + info + "\nrest(django='a')\n```\n").empty());
}

BOOST_AUTO_TEST_CASE(Fences_share_one_scope_and_keep_their_places) {
    std::string_view text =
        "# T\n\n```python\nq = 'a,1'\n```\ntext rest(django='no')\n\n- item\n\n  ```py\n  if x:\n      q += ''',b\n"
        "  2'''\n  rest(django=q)\n  ```\n\n> ```python\n> rest(\n>   django='c')\n> ```\n";
    Units units = units_of("a.md", std::string(text));
    auto found = found_in(units.units[0], text);
    BOOST_REQUIRE(found.size() == 3U);
    BOOST_TEST(found[0].query == "a,1,b\n2");
    BOOST_TEST(found[1].query == "a,1");
    BOOST_TEST(found[2].query == "c");
    BOOST_TEST(found[2].in_file == "c");
    BOOST_CHECK((found[2].position == Position{18, 11}));
}

BOOST_AUTO_TEST_CASE(Sessions_with_prompts_are_read_without_their_output) {
    BOOST_TEST(
        markdown_queries("```python\n>>> q = 'a'\n>>> for x in y:\n...     rest(django=q)\nrest(django='out')\n```") ==
            (Queries{"a"}),
        boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(Options_of_directives_are_no_code) {
    BOOST_TEST(markdown_queries("```{code-block} python\n:name: x\n:linenos:\nrest(django='a')\n```") == (Queries{"a"}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(What_only_IPython_reads_does_not_disturb) {
    BOOST_TEST(
        cell_queries(
            "%matplotlib inline\n!ls | grep (\n?rest\nrest??\nfiles = !ls 'x\nz = %sql select '\n"
            "%%time\nrest(django='a')\n%time rest(django='b')\nx = [1\n% 2]\nrest(django='c' '''\n%d\n'''\n% 3)") ==
            (Queries{"a", "b", "c\n3\n"}),
        boost::test_tools::per_element());
    BOOST_TEST(cell_queries("%%bash\nrest(django='a')").empty());
    BOOST_TEST(cell_queries("\n%%capture out\nrest(django='a')") == (Queries{"a"}), boost::test_tools::per_element());
    BOOST_TEST(cell_queries("# what is it?\nrest(django='a')  # really?\n") == (Queries{"a"}),
               boost::test_tools::per_element());
    BOOST_TEST(cell_queries("def f():\n    %time x = 1\n    !ls\n    rest(django='a')") == (Queries{"a"}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(Byte_order_marks_other_line_ends_and_other_encodings_are_read) {
    BOOST_TEST(cell_queries("\xEF\xBB\xBFrest(django='a')") == (Queries{"a"}), boost::test_tools::per_element());
    BOOST_TEST(cell_queries("q = '''a\r\nb'''\r\nif q:\r\n    rest(django=q)\r\n") == (Queries{"a\nb"}),
               boost::test_tools::per_element());
    BOOST_TEST(cell_queries("# -*- coding: latin-1 -*-\nx = '\xE9'\nrest(django=f'a,\xE9')") == (Queries{"a,\xE9"}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(Files_are_known_by_their_names) {
    for (std::string_view name : {"a.py", "a.pyi", "d/a.ipynb", "README.md", "a.markdown"})
        BOOST_TEST(is_host_file(name));
    for (std::string_view name : {"a.txt", "py", "a.pyc", ""}) {
        BOOST_TEST(!is_host_file(name));
        // Nobody looks at them unless told to; then they are scripts.
        BOOST_TEST(units_of(std::string(name), "rest(django='a')").units.size() == 1U);
    }
}

BOOST_AUTO_TEST_CASE(Scripts_without_an_extension_are_known_by_their_first_line) {
    auto language = [](std::string text, std::string name = "bin/run") {
        return units_of(std::move(name), std::move(text)).units.at(0).fragments.at(0).language;
    };
    for (std::string const line : {"#!/bin/sh", "#!/usr/bin/bash -e", "#! /usr/bin/env zsh", "#!/bin/dash\r",
                                   "#!/bin/ksh", "#!/usr/bin/env -S LANG=C bash -x", "#!/usr/bin/env -i sh"})
        BOOST_CHECK((language(line + "\nf\n") == Language::shell));
    BOOST_CHECK((language("#!/usr/bin/env node\nf()\n") == Language::javascript));
    for (std::string const line :
         {"#!/usr/bin/env python3.11", "#!/opt/bin/python", "#!/usr/bin/perl", "#!", "", "#!/usr/bin/env"})
        BOOST_CHECK((language(line + "\nf()\n") == Language::python));
    BOOST_CHECK((language("#!/bin/sh\nf()\n", "a.py") == Language::python));
    for (std::string const name : {"a.zsh", "a.ksh"}) {
        BOOST_TEST(is_host_file(name));
        BOOST_CHECK((language("f\n", name) == Language::shell));
    }
}

BOOST_AUTO_TEST_CASE(Code_without_the_names_is_not_parsed) {
    auto comments = [](std::string code) {
        Units units = units_of("a.py", std::move(code));
        return fold_unit(units.units[0], {filter_names}).comments.size();
    };
    BOOST_TEST(comments("# c\nrestore(interest, rest_of)\n") == 0U);
    BOOST_TEST(comments("# c\nx.rest()\n") == 1U);
    BOOST_TEST(comments("x = 1 # alyx: sessions\n") == 1U);
}
