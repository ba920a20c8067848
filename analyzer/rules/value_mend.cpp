// Tries values in other spellings.
#include "analyzer/rules/value_mend.hpp"

#include <algorithm>
#include <array>

#include "analyzer/dialect/conversion.hpp"
#include "analyzer/rules/culprit.hpp"
#include "analyzer/rules/mend.hpp"
#include "analyzer/rules/suggest.hpp"
#include "analyzer/rules/text.hpp"
#include "analyzer/text/concat.hpp"
#include "analyzer/value/moment.hpp"
#include "analyzer/value/number.hpp"

namespace alyx::analyzer {
namespace {

using Kind = PyValue::Kind;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// Takes digits from the front.
std::string_view take_digits(std::string_view& text) {
    std::size_t n = 0;
    while (n < text.size() && is_digit(text[n])) ++n;
    auto digits = text.substr(0, n);
    text.remove_prefix(n);
    return digits;
}

std::optional<std::string> valid(std::string_view year, std::string_view month, std::string_view day) {
    auto two = [](std::string_view digits) { return digits.size() < 2 ? concat("0", digits) : std::string(digits); };
    auto text = concat(year, "-", two(month), "-", two(day));
    return parse_date(text) ? std::optional(text) : std::nullopt;
}

bool is_year(std::string_view digits) {
    return digits.size() == 4 && (digits[0] == '1' || digits[0] == '2');
}

/// `start_time__gt,2021` → `start_time__year__gt`
bool offer_year(Review const& review, Refusal const& refusal, Diagnosis& d) {
    auto const& c = *refusal.conjunct;
    if (!wrote_path(c) || !is_year(culprit_text(review, refusal))) return false;
    auto field = field_span(c);
    auto fix = with_path(c, {field.end, field.end}, "__year");
    d.help = concat("a year is compared with ", quote(path_after(c, fix)));
    offer(review, refusal, d, std::move(fix));
    return true;
}

std::string_view wanted(FieldType type) {
    if (type == FieldType::date) return "a day like `2021-02-05`";
    return type == FieldType::time ? "a time of day like `10:30`" : "a day, or a day and time like `2021-02-05 10:30`";
}

ParsedMoment parse(FieldType type, std::string_view text) {
    if (type == FieldType::date) return parse_date(text);
    if (type == FieldType::time) return parse_time(text);
    auto parsed = parse_datetime(text);
    return parsed || parsed.result == ParsedMoment::Result::impossible ? parsed : parse_date(text);
}

/// In a list a date needs quotes.
std::string as_written(Refusal const& refusal, std::string text) {
    bool in_brackets = refusal.conjunct->value->form == Value::Form::expression;
    return in_brackets ? python_text(text) : text;
}

void help_with_text(Review const& review, Refusal const& refusal, Diagnosis& d, FieldType type, std::string_view text) {
    std::string_view rest;
    auto date = as_iso_date(text, &rest);
    if (date && type == FieldType::date && !rest.empty() && parse_date(*date))
        d.help = concat("leave out the time: ", quote(*date));
    else if (date)
        d.help = concat("write ", quote(type == FieldType::datetime ? * date = concat(*date, rest) : *date));
    if (date && type != FieldType::time) {
        bool is_same_day = text.substr(0, 4) == date->substr(0, 4) && rest.empty();
        offer_text(review, refusal, d, as_written(refusal, *date),
                   is_same_day ? Fix::Safety::safe : Fix::Safety::unsafe);
        return;
    }
    d.help = concat("write ", wanted(type));
}

}  // namespace

bool is_taken_for_characters(Refusal const& refusal) {
    auto lookup = refusal.conjunct->target.lookup;
    return (lookup == Lookup::in || lookup == Lookup::range) && refusal.conjunct->raw().is(Kind::text);
}

std::string_view label_instead(Review const& review, ResolvedPath const& target, PyValue const& value) {
    bool ends_at_relation = target.fault == PathFault::none && target.is_relation && target.field_class;
    if (!ends_at_relation || !value.is(Kind::text) || value.text.empty()) return {};
    if (!convert(*target.field_class, value, target.is_null).fault) return {};
    return label_field(review.schema(), *target.name->target);
}

bool fits(Conjunct const& c, PyValue const& value) {
    auto const& t = c.target;
    return t.field_class && !value.is_sequence() && !value.is(Kind::none) &&
           !convert(*t.field_class, value, t.is_null).fault;
}

std::optional<std::string> as_list(Review const& review, Conjunct const& c) {
    auto text = written(review, c);
    auto const& raw = c.raw();
    if (c.value->form == Value::Form::expression) {
        if (raw.is(Kind::text) && fits(c, raw)) return concat("[", python_text(raw.text), "]");
        if (!fits(c, raw) || text.size() < 3) return std::nullopt;
        return concat("[", text.substr(1, text.size() - 2), "]");
    }
    auto as_text = PyValue::make_text(std::string(unquoted(text)));
    bool is_number = c.value->form == Value::Form::number;
    auto type = c.target.field_class ? c.target.field_class->type : FieldType::json;
    bool for_text = type <= FieldType::nullable_text || (type >= FieldType::uuid && type <= FieldType::time);
    if (is_number && !for_text && fits(c, raw)) {
        auto first = text.find_first_not_of('0');
        bool is_zero = first == std::string_view::npos || text[first] == '.';
        return concat("[", is_zero ? std::string("0") : std::string(), text.substr(std::min(first, text.size())), "]");
    }
    if (raw.is(Kind::boolean) && fits(c, raw)) return std::string(raw.boolean ? "[True]" : "[False]");
    return fits(c, as_text) ? std::optional(concat("[", python_text(as_text.text), "]")) : std::nullopt;
}

std::optional<std::string> as_iso_date(std::string_view text, std::string_view* rest) {
    std::array<std::string_view, 3> parts;
    auto left = text;
    for (std::size_t i = 0; i < 3; ++i) {
        parts[i] = take_digits(left);
        if (i == 0 && parts[0].size() == 8 && left.empty())
            return valid(parts[0].substr(0, 4), parts[0].substr(4, 2), parts[0].substr(6));
        if (parts[i].empty() || parts[i].size() > 4) return std::nullopt;
        if (i < 2) {
            if (left.empty() || std::string_view("-/._ ").find(left[0]) == std::string_view::npos) return std::nullopt;
            left.remove_prefix(1);
        }
    }
    if (rest) *rest = left;
    if (!left.empty() && left[0] != ' ' && left[0] != 'T') return std::nullopt;
    if (is_year(parts[0])) return valid(parts[0], parts[1], parts[2]);
    if (!is_year(parts[2]) || parts[0].size() > 2 || parts[1].size() > 2) return std::nullopt;
    auto day_first = valid(parts[2], parts[1], parts[0]), month_first = valid(parts[2], parts[0], parts[1]);
    if (day_first && month_first && *day_first != *month_first) return std::nullopt;
    return day_first ? day_first : month_first;
}

void explain_moment(Review const& review, Refusal const& refusal, Diagnosis& d) {
    auto const& c = *refusal.conjunct;
    auto type = c.target.field_class->type;
    auto const& value = culprit_value(refusal);
    auto shown = show_culprit(review, refusal);
    auto text = value.is(Kind::text) ? std::string_view(value.text) : culprit_text(review, refusal);
    bool impossible = value.is(Kind::text) && parse(type, text).result == ParsedMoment::Result::impossible;
    if (impossible)
        d.message = concat("there is no ",
                           type == FieldType::date   ? "day "
                           : type == FieldType::time ? "time "
                                                     : "day or time ",
                           shown);
    else if (value.is(Kind::number) || value.is(Kind::integer))
        d.message =
            concat(shown, " is read as a number, and ", comparand(review, c), " is compared with ", wanted(type));
    else
        d.message = concat(comparand(review, c), " is compared with ", wanted(type), ", and ", shown, " is none");
    if (!review.with_help || impossible) return;
    if (offer_unquoted(review, refusal, d) || offer_operator(review, refusal, d) || offer_year(review, refusal, d))
        return;
    help_with_text(review, refusal, d, type, text);
}

}  // namespace alyx::analyzer
