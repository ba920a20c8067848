// Files that are no UTF-8: what they hold, and that every byte comes back.
#include "analyzer/analyze/file_text.hpp"

#include <boost/test/unit_test.hpp>

#include "analyzer/cli/fix.hpp"
#include "analyzer/host/python_coding.hpp"
#include "analyzer/schema/pack.hpp"

using namespace alyx::analyzer;

namespace {

std::string reason(std::string const& name, std::string const& bytes) {
    auto text = text_of(name, bytes);
    return text ? "none" : text.error().to_string();
}

std::shared_ptr<Snapshot const> snapshot() {
    return std::make_shared<Snapshot const>(std::vector{built_in_schema("alyx")});
}

}  // namespace

// Checked against tokenize.detect_encoding of Python 3.11.
BOOST_AUTO_TEST_CASE(a_coding_is_declared_in_the_first_two_lines) {
    BOOST_TEST(declared_coding("# -*- coding: latin-1 -*-\n") == "latin-1");
    BOOST_TEST(declared_coding("#!/usr/bin/python\r\n# vim: set fileencoding=cp1252 :\n") == "cp1252");
    BOOST_TEST(declared_coding("\n#coding:l1") == "l1");
    BOOST_TEST(declared_coding(" \t\f# coding:\tutf-8\n") == "utf-8");
    BOOST_TEST(declared_coding("# encoding coding: l1\n") == "l1");
    BOOST_TEST(declared_coding("x = 1  # coding: l1\n") == "");
    BOOST_TEST(declared_coding("x = 1\n# coding: l1\n") == "");
    BOOST_TEST(declared_coding("\n\n# coding: l1\n") == "");
    BOOST_TEST(declared_coding("# coding : l1\n") == "");
    BOOST_TEST(declared_coding("\xEF\xBB\xBF# coding: l1\n") == "");
    BOOST_TEST(declared_coding("") == "");
}

BOOST_AUTO_TEST_CASE(a_script_is_decoded_as_it_declares_and_comes_back) {
    std::string bytes = "# coding: latin-1\nname = 'Andr\xE9'\n";
    auto file = text_of("a.py", bytes);
    BOOST_TEST_REQUIRE(file.has_value());
    BOOST_TEST(file->text == "# coding: latin-1\nname = 'André'\n");
    BOOST_TEST((file->bytes(file->text) == bytes));
    // What is no script declares nothing; bytes that should be UTF-8 are left as they are.
    for (auto const* name : {"a.md", "a.ipynb"}) BOOST_TEST((text_of(name, bytes)->text == bytes));
    BOOST_TEST((text_of("a.py", "x = '\xE9'")->text == "x = '\xE9'"));
}

BOOST_AUTO_TEST_CASE(what_cannot_be_read_says_why_and_what_to_do) {
    BOOST_TEST(reason("a.py", std::string("\xFF\xFEx\0", 4)) ==
               "a.py: is written in UTF-16, as its byte order mark says; save it as UTF-8");
    BOOST_TEST(reason("a.md", std::string("\xFF\xFE\0\0x\0\0\0", 8)) ==
               "a.md: is written in UTF-32, as its byte order mark says; save it as UTF-8");
    BOOST_TEST(reason("a.py", std::string("x\0", 2)) == "a.py: is not text: it holds a NUL byte; leave it out");
    BOOST_TEST(reason("a.py", "# coding: gbk\nx = '\xC4\xE3'\n") ==
               "a.py: declares the encoding `gbk`, which is not understood; save it as UTF-8");
    // Where no byte is above ASCII it does not matter.
    BOOST_TEST(reason("a.py", "# coding: gbk\nx = 1\n") == "none");
}

BOOST_AUTO_TEST_CASE(a_fix_that_the_encoding_cannot_hold_is_left_out) {
    auto call = [](std::string const& value) {
        return "# coding: latin-1\none.alyx.rest('subjects', 'list', django='json__contains,{\"a\": \"" + value +
               "\"}')\n";
    };
    auto file = text_of("a.py", call("\\u4e2d"));
    auto fixed = alyx::cli::fix_text({"a.py", ""}, file->text, snapshot(), true, *file->encoding);
    BOOST_TEST(fixed.text == file->text);
    BOOST_TEST(fixed.fixes.empty());
    BOOST_TEST(fixed.left_out == 1U);
    file = text_of("a.py", call("Andr\xE9"));
    fixed = alyx::cli::fix_text({"a.py", ""}, file->text, snapshot(), true, *file->encoding);
    BOOST_TEST(fixed.fixes.size() == 1U);
    BOOST_TEST(fixed.left_out == 0U);
    BOOST_TEST((file->bytes(fixed.text) == "# coding: latin-1\none.alyx.rest('subjects', 'list', "
                                           "django='json__contains,({\"a\": \"Andr\xE9\"})')\n"));
}
