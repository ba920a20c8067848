// Encodings with one byte a character, both ways.
#include "analyzer/text/encoding.hpp"

#include <boost/test/unit_test.hpp>

#include "analyzer/text/utf8.hpp"

using namespace alyx::analyzer;

BOOST_AUTO_TEST_CASE(every_byte_of_every_encoding_comes_back) {
    std::string all;
    for (int i = 0; i < 256; ++i) all += static_cast<char>(i);
    for (auto const* name :
         {"latin-1",    "iso8859-2",  "iso8859-3",  "iso8859-4",  "iso8859-5", "iso8859-7", "iso8859-9", "iso8859-10",
          "iso8859-13", "iso8859-14", "iso8859-15", "iso8859-16", "cp437",     "cp850",     "cp1250",    "cp1251",
          "cp1252",     "cp1253",     "cp1254",     "cp1257",     "koi8-r",    "koi8-u",    "mac-roman"}) {
        auto const* encoding = find_encoding(name);
        BOOST_TEST_REQUIRE(encoding, name);
        auto text = encoding->decode(all);
        BOOST_TEST(is_utf8(text), name);
        BOOST_TEST(code_points(text, text.size()) == 256U, name);
        BOOST_TEST((encoding->encode(text) == all), name);
    }
}

BOOST_AUTO_TEST_CASE(characters_are_those_of_python) {
    auto decoded = [](char const* name, char const* bytes) { return find_encoding(name)->decode(bytes); };
    BOOST_TEST(decoded("latin-1", "\xE9\xFF\x80") == "éÿ\xC2\x80");
    BOOST_TEST(decoded("iso-8859-15", "\xA4") == "€");
    BOOST_TEST(decoded("cp1252", "\x80\x93") == "€“");
    BOOST_TEST(decoded("koi8-r", "\xC1") == "а");
    BOOST_TEST(decoded("mac-roman", "\x8E") == "é");
    BOOST_TEST(decoded("utf-8", "\xC3\xA9\xFF") == "é\xFF");
    BOOST_TEST(decoded("ascii", "a\xE9") == "a\xE9");
}

BOOST_AUTO_TEST_CASE(names_are_read_as_python_reads_them) {
    for (auto const* name : {"latin-1", "Latin_1", "ISO-8859-1", "iso8859-1", "l1", "iso-latin-1", "latin1"})
        BOOST_TEST(find_encoding(name)->name == "iso8859-1");
    for (auto const* name : {"utf-8", "UTF8", "utf_8", "U8", "utf-8-sig"})
        BOOST_TEST(find_encoding(name)->name == "utf-8");
    BOOST_TEST(find_encoding("windows-1252")->name == "cp1252");
    BOOST_TEST(find_encoding("us-ascii")->only_ascii);
    for (auto const* name : {"", "-", "latin", "utf", "gbk", "shift_jis", "utf-16", "no such one", "iso8859_1 l1"}) {
        bool known = find_encoding(name) != nullptr;
        BOOST_TEST(known == (std::string(name) == "latin" || std::string(name) == "utf"), name);
    }
}

BOOST_AUTO_TEST_CASE(what_an_encoding_lacks_is_not_written) {
    auto const& latin = *find_encoding("latin-1");
    BOOST_TEST(latin.holds("é"));
    BOOST_TEST(!latin.holds("€"));
    BOOST_TEST(!latin.holds("\xF0\x9F\x90\xAD"));
    BOOST_TEST(!latin.holds("\xE9"));
    BOOST_TEST(!latin.encode("a中").has_value());
    BOOST_TEST(ascii_encoding().holds("a"));
    BOOST_TEST(!ascii_encoding().holds("é"));
    BOOST_TEST(utf8_encoding().holds("中"));
}
