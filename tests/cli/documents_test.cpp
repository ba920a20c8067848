// Documents and files of queries, as a user runs the program on them.
#include <boost/test/unit_test.hpp>

#include "tests/cli/folder.hpp"

namespace {

constexpr char url[] = "https://openalyx.internationalbrainlab.org/sessions?subjectt=f";
constexpr char mark[] = "\xEF\xBB\xBF";

/// Silences all that is found; then nothing is left, and a second time there is nothing to write.
std::string silenced(Folder const& folder, std::string const& name) {
    folder.run({"check", "--add-ignore=x", name});
    auto text = folder.read(name);
    BOOST_TEST(folder.run({"check", name}).code == 0, name << ":\n" << text);
    BOOST_TEST(folder.run({"check", "--add-ignore=x", name}).out == "Wrote 0 comments.\n", name);
    return text;
}

}  // namespace

BOOST_AUTO_TEST_CASE(what_sessions_print_is_silenced_as_text) {
    Folder folder;
    folder.write("a.rst", std::string(">>> f('x')\n") + url + "\n");
    BOOST_TEST(!has(silenced(folder, "a.rst"), "# alyxlint"));
    folder.write("a.md", std::string("```python\n>>> f('x')\n") + url + "\n```\n");
    BOOST_TEST(!has(silenced(folder, "a.md"), "# alyxlint"));
}

BOOST_AUTO_TEST_CASE(blocks_of_other_languages_stay_as_they_are) {
    Folder folder;
    std::string block = std::string(".. code-block:: json\n\n   {\"a\": 1,\n\n    \"url\": \"") + url + "\"}\n";
    folder.write("a.rst", "Text.\n\n" + block);
    BOOST_TEST(has(silenced(folder, "a.rst"), block));
    folder.write("b.rst",
                 std::string("At ") + url + " there is\n\n.. code-block:: rst\n\n   .. alyxlint: ignore-file\n");
    BOOST_TEST(folder.run({"check", "b.rst"}).code == 1);
}

BOOST_AUTO_TEST_CASE(an_empty_comment_takes_nothing) {
    Folder folder;
    folder.write("a.rst",
                 "* a\n\n..\n\n  .. code-block:: python\n\n     one.alyx.rest('sessions', 'list', subjectt='a')\n");
    BOOST_TEST(has(folder.run({"check", "a.rst"}).out, "AQ510"));
}

BOOST_AUTO_TEST_CASE(addresses_may_be_values) {
    Folder folder;
    folder.write("a.alyxq",
                 "endpoint: datasets\nfile_records__data_repository__data_url__icontains,http://ibl.example.org\n");
    BOOST_TEST(folder.run({"check", "a.alyxq"}).out == "All checks passed in 1 query of 1 file.\n");
}

BOOST_AUTO_TEST_CASE(services_of_statements_are_looked_up) {
    Folder folder;
    folder.write("a.alyxq", "dialect: ftrack\nservice: nonsense\nselect name from Task\n");
    BOOST_TEST(has(folder.run({"check", "a.alyxq"}).out, "there is no service `nonsense`"));
}

BOOST_AUTO_TEST_CASE(a_byte_order_mark_is_no_text) {
    Folder folder;
    folder.write("a.alyxq", std::string(mark) + "endpoint: sessions\nqcc__lt,40\n");
    BOOST_TEST(has(folder.run({"check", "a.alyxq"}).out, "AQ203"));
    folder.write("b.alyxq", mark);
    BOOST_TEST(folder.run({"check", "b.alyxq"}).code == 0);
    for (std::string code : {".. code:: python\n\n   one.alyx.rest('sessions', 'list', subjecty='a')\n",
                             ">>> one.alyx.rest('sessions', 'list', subjecty='a')\n"}) {
        folder.write("a.rst", mark + code);
        BOOST_TEST(has(folder.run({"check", "a.rst"}).out, "AQ510"), code);
    }
}

BOOST_AUTO_TEST_CASE(many_comments_are_read_once) {
    Folder folder;
    std::string text = "dialect: url\n";
    for (int i = 0; i < 20'000; ++i) text += "# alyxlint: ignore\n";
    folder.write("a.alyxq", text + url + "\n");
    BOOST_TEST(folder.run({"check", "a.alyxq"}).code == 0);
}
