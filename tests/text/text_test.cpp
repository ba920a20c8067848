// Offsets through decoded texts, rows and columns, UTF-8.
#include <boost/test/unit_test.hpp>
#include <string>

#include "analyzer/text/encoded_position.hpp"
#include "analyzer/text/offset_map.hpp"
#include "analyzer/text/source.hpp"
#include "analyzer/text/utf8.hpp"

using namespace alyx::analyzer;

namespace {

/// `a\u00e9b` decoded: three raw runs, four decoded bytes; the raw text begins at 10.
OffsetMap escaped() {
    OffsetMap map;
    map.add_verbatim(10, 1);
    map.add_escape({11, 17}, 2);
    map.add_verbatim(17, 1);
    return map;
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_span_maps_to_the_smallest_raw_span_that_decodes_to_it) {
    auto map = escaped();
    BOOST_TEST(map.size() == 4U);
    BOOST_TEST((map.to_raw({0, 1}) == Span{10, 11}));
    BOOST_TEST((map.to_raw({1, 3}) == Span{11, 17}));
    BOOST_TEST((map.to_raw({1, 2}) == Span{11, 17}));
    BOOST_TEST((map.to_raw({3, 4}) == Span{17, 18}));
    BOOST_TEST((map.to_raw({0, 4}) == Span{10, 18}));
    BOOST_TEST((map.to_raw({4, 4}) == Span{18, 18}));
    BOOST_TEST((map.to_raw({0, 0}) == Span{10, 10}));
}

BOOST_AUTO_TEST_CASE(raw_offsets_map_back) {
    auto map = escaped();
    BOOST_TEST(map.to_decoded(10) == 0U);
    BOOST_TEST(map.to_decoded(11) == 1U);
    BOOST_TEST(map.to_decoded(14) == 1U);
    BOOST_TEST(map.to_decoded(17) == 3U);
    BOOST_TEST(map.to_decoded(18) == 4U);
}

BOOST_AUTO_TEST_CASE(only_verbatim_spans_are_verbatim) {
    auto map = escaped();
    BOOST_TEST(map.is_verbatim({0, 1}));
    BOOST_TEST(!map.is_verbatim({0, 2}));
    BOOST_TEST(map.is_verbatim({3, 4}));
}

BOOST_AUTO_TEST_CASE(rows_end_at_any_line_end_and_columns_count_code_points) {
    Source source("a.py", "a\r\n\xC3\xA9x\ry\n");
    BOOST_TEST(source.line_count() == 4U);
    BOOST_TEST(source.line(1) == "\xC3\xA9x");
    BOOST_TEST((source.position(0) == Position{0, 0}));
    BOOST_TEST((source.position(5) == Position{1, 1}));
    BOOST_TEST((source.position(7) == Position{2, 0}));
    BOOST_TEST((source.position(1000) == Position{3, 0}));
    BOOST_TEST(source.line(9) == "");
}

BOOST_AUTO_TEST_CASE(a_cell_knows_its_bytes_in_the_file) {
    Decoded decoded;
    decoded.text = "ab";
    decoded.map.add_verbatim(100, 2);
    Source cell("n.ipynb", 3, decoded);
    BOOST_TEST(*cell.cell() == 3U);
    BOOST_TEST((cell.in_file({1, 2}) == Span{101, 102}));
    BOOST_TEST((Source("a.py", "ab").in_file({1, 2}) == Span{1, 2}));
}

BOOST_AUTO_TEST_CASE(utf8_lengths_refuse_what_is_no_character) {
    BOOST_TEST(utf8_length("a", 0) == 1U);
    BOOST_TEST(utf8_length("\xC3\xA9", 0) == 2U);
    BOOST_TEST(utf8_length("\xE2\x82\xAC", 0) == 3U);
    BOOST_TEST(utf8_length("\xF0\x9F\x98\x80", 0) == 4U);
    for (char const* bad : {"\xC3", "\x80", "\xC0\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xE2\x82"})
        BOOST_TEST(utf8_length(bad, 0) == 0U);
    BOOST_TEST(is_utf8("\xE2\x82\xAC"));
    BOOST_TEST(!is_utf8("a\xFF"));
}

BOOST_AUTO_TEST_CASE(code_points_and_bytes_are_counted_both_ways) {
    std::string text =
        "a\xC3\xA9\xF0\x9F\x98\x80"
        "b";
    BOOST_TEST(code_points(text, text.size()) == 4U);
    BOOST_TEST(code_points(text, 3) == 2U);
    for (std::size_t i = 0; i <= 4; ++i) BOOST_TEST(code_points(text, byte_offset(text, i)) == i);
}

BOOST_AUTO_TEST_CASE(columns_count_units_of_the_encoding) {
    Source source("a.py", "a\xc3\xa9\xf0\x9f\xa6\x89z\r\nnext\rlast");
    struct Column {
        PositionEncoding encoding;
        std::uint32_t of_z, of_end;
    };
    for (auto [encoding, of_z, of_end] : {Column{PositionEncoding::utf8, 7, 8}, Column{PositionEncoding::utf16, 4, 5},
                                          Column{PositionEncoding::utf32, 3, 4}}) {
        BOOST_TEST((encoded_position(source, 7, encoding) == EncodedPosition{0, of_z}));
        BOOST_TEST(byte_offset(source, {0, of_z}, encoding) == 7U);
        BOOST_TEST(byte_offset(source, {0, 1000}, encoding) == 8U);
        BOOST_TEST((encoded_position(source, 9, encoding) == EncodedPosition{0, of_end}));
        BOOST_TEST((encoded_position(source, 15, encoding) == EncodedPosition{2, 0}));
        BOOST_TEST(byte_offset(source, {7, 0}, encoding) == source.text().size());
        BOOST_TEST(is_within(source, {0, of_end}, encoding));
        BOOST_TEST(!is_within(source, {0, of_end + 1}, encoding));
        BOOST_TEST(!is_within(source, {3, 0}, encoding));
    }
    // Within the owl: its begin.
    BOOST_TEST(byte_offset(source, {0, 3}, PositionEncoding::utf16) == 3U);
    BOOST_TEST(byte_offset(source, {0, 5}, PositionEncoding::utf8) == 3U);
}

BOOST_AUTO_TEST_CASE(Columns_of_long_lines_count_code_points) {
    for (std::string const piece : {"a", "\u00e9", "a\u20ac", "\xF0\x9F\x98\x80", "\xFF", "\xA9\xC3"}) {
        std::string text = "first\u00e9\n";
        while (text.size() < 5000) text += piece;
        Source source("a", text + "\r\nlast");
        std::uint32_t column = 0;
        for (std::uint32_t offset = source.line_begin(1); offset < text.size(); ++offset) {
            BOOST_TEST_REQUIRE(source.position(offset).column == column);
            column += (static_cast<unsigned char>(text[offset]) & 0xC0) != 0x80;
        }
        BOOST_CHECK((source.position(source.line_begin(2) + 2) == Position{2, 2}));
        BOOST_TEST(!source.is_ascii());
    }
    BOOST_CHECK((Source("a", std::string(4096, 'x')).position(4096) == Position{0, 4096}));
    BOOST_TEST(Source("a", std::string(1024, 'x')).is_ascii());
}
