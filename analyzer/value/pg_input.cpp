// PostgreSQL's input functions; the syntax of numbers and UUIDs is X3 grammars.
#include "analyzer/value/pg_input.hpp"

#include <algorithm>
#include <boost/spirit/home/x3.hpp>
#include <charconv>
#include <chrono>
#include <cmath>
#include <limits>

#include "analyzer/value/moment.hpp"
#include "analyzer/value/number.hpp"
#include "analyzer/value/unicode.hpp"

namespace alyx::analyzer {
namespace {

namespace x3 = boost::spirit::x3;
using Word = PgInstant::Word;

// No clock is asked: today is after all that was before this program was written, and before all in a distant future.
constexpr std::int32_t written_in = 2026, used_until = 2100;

auto const digit = x3::char_('0', '9');
auto const sign = x3::char_("+-");
auto const whole = -sign >> +digit;
auto const finite = -sign >> (+digit >> -('.' >> *digit) | '.' >> +digit) >> -(x3::char_("eE") >> -sign >> +digit);
auto const infinity = -sign >> x3::no_case["inf" >> -x3::lit("inity")];
auto const nan = x3::no_case["nan"];
auto const hexadecimal = -sign >> x3::no_case["0x"] >> (+x3::xdigit >> -('.' >> *x3::xdigit) | '.' >> +x3::xdigit) >>
                         -(x3::char_("pP") >> -sign >> +digit);
auto const uuid_quads = x3::repeat(7)[x3::repeat(4)[x3::xdigit] >> -x3::lit('-')] >> x3::repeat(4)[x3::xdigit];
auto const uuid = uuid_quads | '{' >> uuid_quads >> '}';
auto const octal = x3::char_('0', '3') >> x3::char_('0', '7') >> x3::char_('0', '7');
auto const hex_pair = x3::xdigit >> x3::xdigit;
auto const bytea = "\\x" >> *(hex_pair | x3::char_(" \t\n\r")) |
                   !x3::lit("\\x") >> *(~x3::char_('\\') | "\\\\" | '\\' >> octal);

// Days in forms beside ISO 8601's: counted from 4714 BC, of a year, in any order, with a month's name.
auto const month = x3::no_case[x3::lit("jan") | "feb" | "mar" | "apr" | "may" | "jun" | "jul" | "aug" | "sep" | "oct" |
                               "nov" | "dec"] >>
                   *x3::alpha >> -x3::lit('.');
auto const between = +x3::char_(" ,./-");
auto const other_day = x3::no_case['j'] >> +digit | x3::repeat(4)[digit] >> x3::char_(".-") >> x3::repeat(3)[digit] |
                       +digit >> x3::char_("./-") >> +digit >> x3::char_("./-") >> +digit
                       | month >> between >> +digit >> between >> +digit |
                       +digit >> between >> month >> between >> +digit;
auto const time_of_day = x3::char_(" T") >> *x3::char_("0-9a-zA-Z:.+ -");
auto const other_form = other_day >> -time_of_day;

bool is_whole_text(std::string_view text, auto const& grammar) {
    auto first = text.begin();
    return x3::parse(first, text.end(), grammar) && first == text.end();
}

/// Neither too large nor too small for a double.
bool fits_float8(std::string_view text) {
    double number = python_float(text).value_or(HUGE_VAL);
    auto mantissa = text.substr(0, text.find_first_of("eE"));
    return std::isfinite(number) && (number != 0 || mantissa.find_first_of("123456789") == std::string_view::npos);
}

bool is_float8(std::string_view text) {
    if (is_whole_text(text, finite)) return fits_float8(text);
    return is_whole_text(text, infinity) || is_whole_text(text, -sign >> nan) || is_whole_text(text, hexadecimal);
}

/// The beginning of a word is enough, where no other word begins so.
bool is_boolean(std::string_view text) {
    constexpr std::string_view words[] = {"true", "false", "yes", "no", "on", "off", "1", "0"};
    auto lower = ascii_lower(text);
    return !lower.empty() && lower != "o" &&
           std::any_of(std::begin(words), std::end(words),
                       [&](std::string_view word) { return word.starts_with(lower); });
}

Word word_of(std::string_view text) {
    constexpr struct {
        std::string_view text;
        Word word;
    } words[] = {{"-infinity", Word::before_all}, {"yesterday", Word::yesterday},
                 {"today", Word::today},          {"now", Word::now},
                 {"tomorrow", Word::tomorrow},    {"infinity", Word::after_all}};
    if (text.size() > 9) return Word::none;
    auto lower = ascii_lower(text);
    auto found = std::find_if(std::begin(words), std::end(words), [&](auto const& row) { return row.text == lower; });
    return found == std::end(words) ? Word::none : found->word;
}

/// ISO 8601 of which PostgreSQL knows nothing: weeks, and times of hours alone.
bool is_python_only(std::string_view text) {
    auto const hours_alone = x3::omit[+x3::char_("0-9-")] >> x3::char_(" T") >> x3::repeat(0, 2)[digit] >>
                             -(x3::char_("Zz+-") >> *x3::char_);
    return text.find('W') != std::string_view::npos || is_whole_text(text, hours_alone);
}

/// The sixtieth second and the 24th hour, which only PostgreSQL knows.
bool is_end_of_unit(std::string_view text) {
    return text.find(":60") != std::string_view::npos || text.find("24:00") != std::string_view::npos;
}

/// YYMMDD, and YYYMMDD or longer: whatever stands before month and day is the year.
std::optional<PgInstant> digits_alone(std::string_view text) {
    auto years = text.substr(0, text.size() - 4);
    std::int32_t year = 0, month_and_day = 0;
    auto last_years = years.substr(years.size() - std::min<std::size_t>(years.size(), 4));
    std::from_chars(last_years.data(), last_years.data() + last_years.size(), year);
    std::from_chars(years.data() + years.size(), text.data() + text.size(), month_and_day);
    bool is_known = years.size() <= 4;
    if (years.size() == 2) year += year < 70 ? 2000 : 1900;
    if (is_known && year == 0) return {};
    Moment const m{is_known ? year : year % 400 + 400, month_and_day / 100, month_and_day % 100};
    namespace chrono = std::chrono;
    chrono::month_day const day{chrono::month(static_cast<unsigned>(m.month)),
                                chrono::day(static_cast<unsigned>(m.day))};
    if (!chrono::year_month_day(chrono::year(m.year), day.month(), day.day()).ok()) return {};
    return is_known ? PgInstant{Word::none, m} : PgInstant{Word::unread, {}};
}

Moment start_of_day(Moment const& m) {
    return {m.year, m.month, m.day};
}

}  // namespace

bool pg_takes(PgType type, std::string_view text) {
    auto const stripped = strip(text, c_blanks);
    switch (type) {
        case PgType::text:
            return true;
        case PgType::boolean:
            return is_boolean(stripped);
        case PgType::int4:
        case PgType::int8:
            return pg_integer(type, text).has_value();
        case PgType::numeric:
            return pg_numeric(text).has_value();
        case PgType::float8:
            return is_float8(stripped);
        case PgType::uuid:
            return is_whole_text(text, uuid);
        case PgType::bytea:
            return is_whole_text(text, bytea);
        case PgType::timestamp:
            return pg_instant(text).has_value();
        default:
            return false;
    }
}

std::optional<std::int64_t> pg_integer(PgType type, std::string_view text) {
    text = strip(text, c_blanks);
    if (!is_whole_text(text, whole)) return {};
    if (text.front() == '+') text.remove_prefix(1);
    std::int64_t value = 0;
    if (std::from_chars(text.data(), text.data() + text.size(), value).ec != std::errc()) return {};
    using Int4 = std::numeric_limits<std::int32_t>;
    bool fits = type == PgType::int8 || (value >= Int4::min() && value <= Int4::max());
    return fits ? std::optional(value) : std::nullopt;
}

std::optional<PgNumeric> pg_numeric(std::string_view text) {
    text = strip(text, c_blanks);
    if (is_whole_text(text, nan)) return PgNumeric{2, 0};
    if (is_whole_text(text, infinity)) return PgNumeric{static_cast<std::int8_t>(text.front() == '-' ? -1 : 1), 0};
    if (!is_whole_text(text, finite)) return {};
    return PgNumeric{0, python_float(text).value_or(0)};
}

std::optional<PgInstant> pg_instant(std::string_view text) {
    text = strip(text, c_blanks);
    text.remove_prefix(std::min(text.find_first_not_of("[({"), text.size()));  // most punctuation means nothing
    if (auto word = word_of(text); word != Word::none) return PgInstant{word, {}};
    if (text.size() == 5 && ascii_lower(text) == "epoch") return PgInstant{Word::none, {1970, 1, 1}};
    if (is_python_only(text)) return {};
    if (text.size() >= 6 && is_whole_text(text, +digit)) return digits_alone(text);
    auto parsed = parse_datetime(text);
    if (parsed.result == ParsedMoment::Result::other_form) parsed = parse_date(text);
    if (parsed && std::abs(parsed.moment.zone.value_or(0)) >= pg_zone_limit) return {};
    if (parsed) return PgInstant{Word::none, parsed.moment};
    bool is_other = parsed.result == ParsedMoment::Result::other_form || is_end_of_unit(text);
    return is_other && is_whole_text(text, other_form) ? std::optional(PgInstant{Word::unread, {}}) : std::nullopt;
}

bool is_surely_after(PgInstant const& a, PgInstant const& b, bool whole_days) {
    auto as_word = [&](PgInstant const& i) { return whole_days && i.word == Word::now ? Word::today : i.word; };
    auto is_infinite = [](PgInstant const& i) { return i.word == Word::before_all || i.word == Word::after_all; };
    if (is_infinite(a) || is_infinite(b)) return as_word(a) > as_word(b);
    if (a.word == Word::unread || b.word == Word::unread) return false;
    if (a.word != Word::none && b.word != Word::none) return as_word(a) > as_word(b);
    if (a.word != Word::none) return b.moment.year < written_in;
    if (b.word != Word::none) return a.moment.year > used_until;
    if (whole_days) return *is_after(start_of_day(a.moment), start_of_day(b.moment));
    auto with_zone = [](Moment m) {
        m.zone = m.zone.value_or(0);
        return m;
    };
    return *is_after(with_zone(a.moment), with_zone(b.moment));
}

}  // namespace alyx::analyzer
