// Decoding and encoding of literals.
#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <ostream>
#include <random>

#include "analyzer/literal/literal.hpp"

using namespace alyx::analyzer;

namespace {

using enum LiteralLayer;

Decoded decoded(LiteralLayer layer, std::string_view raw, std::uint32_t base = 0) {
    Decoded out;
    decode_literal(layer, raw, base, out);
    return out;
}

struct Row {
    LiteralLayer layer;
    std::string_view raw;
    std::string_view text;
    friend std::ostream& operator<<(std::ostream& out, Row const& row) { return out << row.raw; }
};

Row const decodings[] = {
    {python_text, "plain", "plain"},
    {python_text, R"(a\'b\"c\\d\n\t\r)", "a'b\"c\\d\n\t\r"},
    {python_text, R"(\x41\u00e9\U0001F600)", "A\u00e9\U0001F600"},
    {python_text, R"(\101\7x\0)", std::string_view("A\ax\0", 4)},
    {python_text, R"(\8 \d \q)", R"(\8 \d \q)"},
    {python_text, R"(\xZ1 \u12 \U1234)", R"(\xZ1 \u12 \U1234)"},
    {python_text, "a\\\nb\\\r\nc", "abc"},
    {python_text, "a\r\nb\rc\n", "a\nb\nc\n"},
    {python_text, R"(\N{BULLET}.)", "\uFFFD."},
    {python_text, R"(\N{)", R"(\N{)"},
    {python_text, "\\", "\\"},
    {python_raw, R"(a\nb\')", R"(a\nb\')"},
    {python_raw, "a\r\nb", "a\nb"},
    {python_format, R"({{a}}\n)", "{a}\n"},
    {python_raw_format, R"({{a}}\n)", R"({a}\n)"},
    {python_bytes, R"(\x41\u0041)", R"(A\u0041)"},
    {json_string, R"(a\"b\\c\/d\n\u00e9)", "a\"b\\c/d\n\u00e9"},
    {json_string, R"(\ud83d\ude00\ud83d)", "\U0001F600\uFFFD"},
    {json_string, R"(\u12 \q)", R"(\u12 \q)"},
    {script_text, R"(a\'b\"c\\d\n\x41\u00e9\u{1F600}\q)", "a'b\"c\\d\nA\u00e9\U0001F600q"},
    {script_text, R"(\ud83d\ude00 \xZ \u{ \0)", std::string_view("\U0001F600 xZ u{ \0", 12)},
    {script_text, "a\\\nb\\\r\nc\\", "abc\\"},
    {script_template, "a\r\nb\\`\\${c}$d", "a\nb`${c}$d"},
    {shell_word, "a\\ b\\&c\\\nd\\\u00e9\\", "a b&cd\u00e9\\"},
    {shell_raw, R"(a\b$c)", R"(a\b$c)"},
    {shell_text, R"(a\$b\"c\\d\n\`)", "a$b\"c\\d\\n`"},
    {matlab_char, R"(it''s "x\n")", R"(it's "x\n")"},
    {matlab_string, R"(it's ""x"")", R"(it's "x")"},
    {plain, R"(it's \n)", R"(it's \n)"},
};

constexpr LiteralLayer all_layers[] = {
    python_text,     python_raw, python_format, python_raw_format, python_bytes, json_string,   script_text,
    script_template, shell_word, shell_raw,     shell_text,        matlab_char,  matlab_string, plain};

}  // namespace

BOOST_DATA_TEST_CASE(A_literal_decodes_as_its_language_says, boost::unit_test::data::make(decodings)) {
    BOOST_TEST(decoded(sample.layer, sample.raw).text == sample.text);
}

BOOST_AUTO_TEST_CASE(Places_lead_back_to_the_escapes_of_the_source) {
    Decoded text = decoded(python_text, R"(a\u00e9b)", 100);
    BOOST_TEST(text.text == "a\u00e9b");
    BOOST_CHECK((text.map.to_raw({0, 1}) == Span{100, 101}));
    BOOST_CHECK((text.map.to_raw({1, 3}) == Span{101, 107}));
    BOOST_CHECK((text.map.to_raw({3, 4}) == Span{107, 108}));
}

BOOST_AUTO_TEST_CASE(A_text_that_was_encoded_decodes_to_itself) {
    constexpr std::string_view texts[] = {"",      "plain", "it's",   "say \"x\"", "a\nb",   "{x}", "back\\slash", "\\",
                                          "tab\t", "'''",   "\"\"\"", "end'",      "\u00e9", "{{",  "\x01\x7f"};
    constexpr std::string_view quotes[] = {"'", "\"", "'''", "\"\"\""};
    std::size_t encoded = 0;
    for (LiteralLayer layer : all_layers)
        for (std::string_view quote : quotes)
            for (std::string_view text : texts)
                if (auto raw = encode_literal(layer, quote, text)) {
                    BOOST_TEST(decoded(layer, *raw).text == text);
                    ++encoded;
                }
    BOOST_TEST(encoded > 200U);
}

BOOST_AUTO_TEST_CASE(What_a_layer_cannot_express_is_not_encoded) {
    BOOST_CHECK(!encode_literal(python_raw, "'", "it's"));
    BOOST_CHECK(!encode_literal(python_raw, "'", "a\nb"));
    BOOST_CHECK(!encode_literal(python_raw, "'", "a\\"));
    BOOST_CHECK(!encode_literal(python_raw_format, "\"", "\""));
    BOOST_CHECK(!encode_literal(python_bytes, "'", "\u00e9"));
    BOOST_CHECK(encode_literal(python_raw, "\"", "it's") == "it's");
    BOOST_CHECK(encode_literal(python_raw, "'''", "a\nb") == "a\nb");
    BOOST_CHECK(encode_literal(python_text, "'", "it's\n") == "it\\'s\\n");
    BOOST_CHECK(encode_literal(python_text, "'''", "it's\n") == "it's\n");
    BOOST_CHECK(encode_literal(python_format, "'", "{a}") == "{{a}}");
    BOOST_CHECK(!encode_literal(shell_raw, "'", "it's"));
    BOOST_CHECK(!encode_literal(plain, "", "a\nb"));
    BOOST_CHECK(encode_literal(script_text, "\"", "it's \"x\"") == "it's \\\"x\\\"");
    BOOST_CHECK(encode_literal(script_template, "`", "${a}`$") == "\\${a}\\`\\$");
    BOOST_CHECK(encode_literal(shell_word, "", "a&b") == "a\\&b");
    BOOST_CHECK(encode_literal(shell_text, "\"", "$a") == "\\$a");
    BOOST_CHECK(encode_literal(matlab_char, "'", "it's") == "it''s");
}

BOOST_AUTO_TEST_CASE(Any_bytes_decode_and_each_decoded_byte_has_a_place) {
    std::mt19937 random(1);
    constexpr std::string_view alphabet = "\\\\\\uUxN{}'\"\r\n0178aZ\xC3\xA9";
    for (int round = 0; round < 2000; ++round) {
        std::string raw(random() % 24, ' ');
        for (char& c : raw) c = alphabet[random() % alphabet.size()];
        for (LiteralLayer layer : all_layers) {
            Decoded text = decoded(layer, raw, 7);
            BOOST_REQUIRE(text.map.size() == text.text.size());
            std::uint32_t end = 7;
            for (std::uint32_t i = 0; i < text.text.size(); ++i) {
                Span place = text.map.to_raw({i, i + 1});
                BOOST_REQUIRE(place.begin < place.end);
                BOOST_REQUIRE(place.end >= end);
                BOOST_REQUIRE(place.end <= raw.size() + 7);
                end = place.end;
            }
        }
    }
}
