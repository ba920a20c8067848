// What is read in one comment.
#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <span>

#include "analyzer/suppress/comment.hpp"

using namespace alyx::analyzer;

namespace {

/// `verb[selector selector] (reason) {bytes of the directive}`; malformed ones as `! message`, with what the mend
/// makes.
std::string read(std::string_view comment) {
    std::string text;
    auto all = read_directives(comment);
    for (auto const& d : all.directives) {
        text += text.empty() ? "" : "; ";
        text += name_of(d.verb);
        if (d.list) {
            text += "[";
            for (auto s : d.selectors) text += (text.back() == '[' ? "" : " ") + std::string(s.of(comment));
            text += "]";
        }
        if (!d.reason.empty()) text += " (" + std::string(d.reason.of(comment)) + ")";
        text += " {" + std::string(d.span.of(comment)) + "}";
    }
    for (auto const& m : all.malformed) {
        text += (text.empty() ? "! " : "; ! ") + m.message;
        if (!m.mend) continue;
        std::string mended(comment);
        text += " => " + mended.replace(m.mend->span.begin, m.mend->span.size(), m.mend->text);
    }
    return text;
}

struct Case {
    char const* comment;
    char const* expected;
};
std::ostream& operator<<(std::ostream& out, Case const& c) {
    return out << c.comment;
}

Case const well_formed[] = {
    {"# alyxlint: ignore", "ignore {# alyxlint: ignore}"},
    {"#alyxlint:ignore", "ignore {#alyxlint:ignore}"},
    {"#   alyxlint :  ignore  [ AQ203 ]  ", "ignore[AQ203] {#   alyxlint :  ignore  [ AQ203 ]}"},
    {"# alyxlint: ignore[AQ203, unknown-field]",
     "ignore[AQ203 unknown-field] {# alyxlint: ignore[AQ203, unknown-field]}"},
    {"# alyxlint: ignore[AQ203,AQ4,]", "ignore[AQ203 AQ4] {# alyxlint: ignore[AQ203,AQ4,]}"},
    {"# alyxlint: ignore[AQ203 AQ4]", "ignore[AQ203 AQ4] {# alyxlint: ignore[AQ203 AQ4]}"},
    {"# alyxlint: ignore[AQ203] -- old server", "ignore[AQ203] (old server) {# alyxlint: ignore[AQ203] -- old server}"},
    {"# alyxlint: ignore[AQ203]: old server ", "ignore[AQ203] (old server) {# alyxlint: ignore[AQ203]: old server}"},
    {"# alyxlint: ignore -- see #12", "ignore (see #12) {# alyxlint: ignore -- see #12}"},
    {"# alyxlint: ignore[AQ1] \xE2\x80\x94 r\xC3\xA9sum\xC3\xA9",
     "ignore[AQ1] (r\xC3\xA9sum\xC3\xA9) {# alyxlint: ignore[AQ1] \xE2\x80\x94 r\xC3\xA9sum\xC3\xA9}"},
    {"# alyxlint: ignore[AQ1] -- why # type: ignore", "ignore[AQ1] (why) {# alyxlint: ignore[AQ1] -- why}"},
    {"# type: ignore  # alyxlint: ignore[AQ1]", "ignore[AQ1] {# alyxlint: ignore[AQ1]}"},
    {"# alyxlint: ignore # noqa:AQ101", "ignore {# alyxlint: ignore}; noqa[AQ101] {# noqa:AQ101}"},
    {"# alyxlint: disable[AQ203]", "disable[AQ203] {# alyxlint: disable[AQ203]}"},
    {"# alyxlint: enable", "enable {# alyxlint: enable}"},
    {"# alyxlint: ignore-file[AQ4]", "ignore-file[AQ4] {# alyxlint: ignore-file[AQ4]}"},
    {"# noqa", "noqa {# noqa}"},
    {"#NoQA", "noqa {#NoQA}"},
    {"# NOQA : AQ101", "noqa[AQ101] {# NOQA : AQ101}"},
    {"# noqa:AQ101,E501", "noqa[AQ101 E501] {# noqa:AQ101,E501}"},
    {"# noqa: AQ101 E501 because of it", "noqa[AQ101 E501] (because of it) {# noqa: AQ101 E501 because of it}"},
    {"# noqa: because", "noqa (because) {# noqa: because}"},
};

Case const no_directives[] = {
    {"#", ""},
    {"# nothing", ""},
    {"# noqalyx", ""},
    {"# see noqa", ""},
    {"# flake8: noqa", ""},
    {"# alyxlint finds this", ""},
    {"# alyxlint", ""},
    {"# use alyxlint: ignore", ""},
    {"# alyxlint ignore this line", ""},
};

Case const malformed[] = {
    {"# alyxlint: ignore[AQ203", "! `[` is not closed: this comment silences nothing => # alyxlint: ignore[AQ203]"},
    {"# alyxlint: ignore[AQ203, AQ4 -- why",
     "! `[` is not closed: this comment silences nothing => # alyxlint: ignore[AQ203, AQ4] -- why"},
    {"# alyxlint: ignore[", "! `[` is not closed: this comment silences nothing"},
    {"# alyxlint: ignore[]", "! the brackets name no rule: nothing is silenced"},
    {"# alyxlint: ignore[ , ]", "! the brackets name no rule: nothing is silenced"},
    {"# alyxlint: ignroe[AQ203]", "! `ignroe` is no directive of alyxlint => # alyxlint: ignore[AQ203]"},
    {"# alyxlint: ignore_file", "! `ignore_file` is no directive of alyxlint => # alyxlint: ignore-file"},
    {"# alyxlint: off", "! `off` is no directive of alyxlint"},
    {"# alyxlint:", "! `alyxlint:` is followed by no directive"},
    {"# alyxlint ignore[AQ203]",
     "! the colon behind `alyxlint` is missing: this comment silences nothing => # alyxlint: ignore[AQ203]"},
    {"# alyxlint: ignore AQ203",
     "! rules stand in brackets: this comment silences nothing => # alyxlint: ignore[AQ203]"},
    {"# alyxlint: ignore unknown-field",
     "! rules stand in brackets: this comment silences nothing => # alyxlint: ignore[unknown-field]"},
    {"# alyxlint: ignore the old server", "! `ignore` is followed by words that are no reason: nothing is silenced"},
    {"# alyxlint: ignore(AQ203)", "! `ignore` is followed by words that are no reason: nothing is silenced"},
    {"# alyxlint: ignore[AQ203  # alyxlint: ignore[AQ401]",
     "ignore[AQ401] {# alyxlint: ignore[AQ401]}; ! `[` is not closed: this comment silences nothing => "
     "# alyxlint: ignore[AQ203]  # alyxlint: ignore[AQ401]"},
};

}  // namespace

BOOST_DATA_TEST_CASE(a_directive_is_read, boost::unit_test::data::make(well_formed), c) {
    BOOST_TEST(read(c.comment) == c.expected);
}
BOOST_DATA_TEST_CASE(other_comments_are_left_alone, boost::unit_test::data::make(no_directives), c) {
    BOOST_TEST(read(c.comment) == c.expected);
}
BOOST_DATA_TEST_CASE(what_is_malformed_says_how_it_would_be_right, boost::unit_test::data::make(malformed), c) {
    BOOST_TEST(read(c.comment) == c.expected);
}

BOOST_AUTO_TEST_CASE(every_part_of_every_comment_is_read_without_harm) {
    for (auto const& cases : {std::span<Case const>(well_formed), std::span<Case const>(malformed)})
        for (auto const& c : cases) {
            std::string_view comment = c.comment;
            for (std::size_t size = 1; size <= comment.size(); ++size)
                for (auto const& d : read_directives(comment.substr(0, size)).directives) {
                    BOOST_TEST(d.span.end <= size);
                    BOOST_TEST(d.span.covers(d.list.value_or(d.span)));
                }
        }
}

BOOST_AUTO_TEST_CASE(only_texts_that_may_hold_directives_are_looked_into) {
    BOOST_TEST(may_hold_directives("x = 1  # alyxlint: ignore\n", false));
    BOOST_TEST(may_hold_directives("x = 1  # noqa: E501, AQ101\n", false));
    BOOST_TEST(may_hold_directives("x = 1  # NOQA:aq101\n", false));
    BOOST_TEST(may_hold_directives("x = 1  # noqa\n", true));
    BOOST_TEST(!may_hold_directives("x = 1  # noqa\n", false));
    BOOST_TEST(!may_hold_directives("x = 1  # noqa: E501\ny = 'AQ101'\n", false));
    BOOST_TEST(!may_hold_directives("import alyxlint\nnoqa = 1\n", true));
    BOOST_TEST(!may_hold_directives("", true));
    BOOST_TEST(may_hold_directives("alyxlint = 1  # alyxlint: ignore\n", false));
    BOOST_TEST(may_hold_directives("noqa = 1  // noqa\r\n", true));
    BOOST_TEST(!may_hold_directives("alyxlint noqa\r# nothing\r", true));
    BOOST_TEST(may_hold_directives("alyxlint noqa\r<!-- noqa", true));
    BOOST_TEST(!may_hold_directives("q", true));
}
