// A text where a list is wanted: the server takes each of its characters for an item.
#include <algorithm>

#include "analyzer/rules/choice.hpp"
#include "analyzer/rules/condition.hpp"
#include "analyzer/rules/culprit.hpp"
#include "analyzer/rules/split_list.hpp"
#include "analyzer/rules/text.hpp"
#include "analyzer/text/concat.hpp"
#include "analyzer/value/number.hpp"

namespace alyx::analyzer {

extern Rule const text_as_list;

namespace {

/// `sex__in,MF` is a short way to write what it says.
bool lists_choices(Conjunct const& c) {
    auto choices = c.target.choices();
    if (choices.empty() || c.target.lookup != Lookup::in || c.converted.empty()) return false;
    return std::all_of(c.converted.begin(), c.converted.end(),
                       [&](PyValue const& v) { return find_code(choices, v) != nullptr; });
}

/// A list that was never closed is another mistake.
bool is_unclosed(Review const& review, Conjunct const& c) {
    auto const& query = review.outcome.parameters[c.parameter].query;
    return query && query->unclosed && query->unclosed->swallows_comma &&
           c.value->span.contains(query->unclosed->opener.begin);
}

bool is_iterated(Review const& review, Conjunct const& c) {
    if (!takes_list(c.target.lookup) || is_unclosed(review, c)) return false;
    if (is_sound(c)) return c.raw().is(PyValue::Kind::text) && !c.raw().text.empty() && !lists_choices(c);
    // With a hole in it, its characters are not known, nor how many they are.
    return leads_somewhere(c) && c.target.lookup != Lookup::range && is_surely_text(review, c);
}

bool is_bracketed(std::string_view text) {
    return (text.starts_with('[') && text.ends_with(']')) || (text.starts_with('(') && text.ends_with(')'));
}

std::optional<Fix> fix_known(Review const& review, Conjunct const& c) {
    auto text = python_strip(c.raw().text);
    if (c.value->form == Value::Form::text && text.size() < c.raw().text.size() && is_bracketed(text)) {
        auto at = static_cast<std::uint32_t>(written(review, c).find(text));
        auto fix = replace({c.value->span.begin, c.value->span.begin + at}, "", Fix::Safety::safe);
        fix.title = "remove the blank";
        return fix;
    }
    if (c.value->form == Value::Form::text) text = unquoted(text);
    bool is_integer = c.target.field_class->type == FieldType::integer && is_digits(text);
    auto item = is_integer ? std::string(text) : quoted_text(text);
    bool is_mend = item && c.target.lookup != Lookup::range && (is_integer || is_allowed(c.target, text));
    if (!is_mend) return std::nullopt;
    return replace(c.value->span, concat("[", *item, "]"));
}

Fix fix_hidden(Conjunct const& c) {
    Fix fix;
    fix.title = "write it as a list";
    fix.edits = {{{c.value->span.begin, c.value->span.begin}, "['"}, {{c.value->span.end, c.value->span.end}, "']"}};
    return fix;
}

void check(Review const& review, Report& report) {
    for (auto const& c : review.outcome.conjuncts) {
        if (!is_iterated(review, c)) continue;
        bool known = c.value->form != Value::Form::hole;
        auto text = known ? quote(c.raw().text) : std::string("the text");
        auto* d = report.add(
            text_as_list, c.parameter, c.value->span,
            concat(quote(name_of(c.target.lookup)), " takes a list, and of ", text, " each character becomes an item"));
        if (!d || !review.with_help || !is_in_query(c)) continue;
        bool is_whole = !may_go_on(review, c);
        if (known && is_whole) d->fix = fix_known(review, c);
        if (!known && is_whole) d->fix = fix_hidden(c);
        bool is_list = d->fix && known && !d->fix->edits[0].text.empty();
        if (is_list)
            d->help = concat("a list of one item is written ", quote(d->fix->edits[0].text));
        else
            d->help = "a list stands in square brackets, its texts in quotes, with no blank before it";
    }
}

constexpr RuleExample examples[] = {
    {"subjects", "nickname__in,KS022", "nickname__in,['KS022']"},
    {"subjects", "nickname__in,('KS022')", "nickname__in,('KS022',)"},
    {"sessions", "extended_qc__has_any_keys,behavior", "extended_qc__has_any_keys,['behavior']"},
    {"subjects", "nickname__in, ['KS022']", "nickname__in,['KS022']"},
};

}  // namespace

Rule const text_as_list{
    .code = "AQ402",
    .name = "text-as-list",
    .effect = Effect::misleading,
    .summary = "A text where a list is wanted: each of its characters becomes an item",
    .why =
        "`in`, `range`, `has_keys` and `has_any_keys` go through the items of their value, and the items of a "
        "text are its characters: `name__in,KS022` finds rows named `K`, `S`, `0` or `2`. A text in parentheses "
        "alone, `('KS022')`, is still a text; a list needs square brackets, a tuple of one item a comma. A blank "
        "in front of the bracket makes a text of the whole list.",
    .examples = examples,
    .check = check,
};

}  // namespace alyx::analyzer
