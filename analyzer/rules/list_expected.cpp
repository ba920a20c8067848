// One value where a list is wanted, or several that no brackets hold together.
#include <algorithm>

#include "analyzer/rules/condition.hpp"
#include "analyzer/rules/culprit.hpp"
#include "analyzer/rules/mend.hpp"
#include "analyzer/rules/split_list.hpp"
#include "analyzer/rules/text.hpp"
#include "analyzer/rules/value_mend.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {
namespace {

bool wants_keys(Lookup lookup) {
    return lookup == Lookup::has_keys || lookup == Lookup::has_any_keys;
}

/// A label, or a name for an id, would be wrong in a list too.
bool is_wrong_in_list(Review const& review, Conjunct const& c) {
    auto const& t = c.target;
    bool is_id = t.is_relation || (t.name && t.ends_at_field() && t.name == t.model->key);
    return (is_id || !t.choices().empty()) && !as_list(review, c);
}

/// `number__in,1,2,3`: is the refusal due to a list without brackets? Each that is says the same.
bool explain_split(Review const& review, Refusal const& refusal, Diagnosis& d) {
    auto lists = split_lists(review, refusal.parameter);
    bool is_string = refusal.fault.cause == Cause::odd_parts;
    auto of = std::find_if(lists.begin(), lists.end(),
                           [&](SplitList const& list) { return is_string || list.span.covers(refusal.fault.culprit); });
    if (of == lists.end()) return false;
    auto text = of->span.of(review.value_of(refusal.parameter));
    d.span = of->span;
    d.message = concat(quote(name_of(of->lookup)), " takes a list in brackets, and each comma of ", quote(text),
                       " ends a path or a value");
    if (!review.with_help) return true;
    d.help = of->lookup == Lookup::range ? "write both ends between brackets, like `['2021-01-01', '2021-01-31']`"
                                         : "write the values between brackets, texts in quotes: `['a', 'b']`";
    if (!of->list) return true;
    auto path = of->path.of(review.value_of(refusal.parameter));
    auto whole = of->names == path ? *of->list : concat(of->names, ",", *of->list);
    auto fix = replace(of->span, *of->list);
    fix.title = concat("write ", quote(whole));
    if (of->names != path) fix.edits.insert(fix.edits.begin(), {of->path, of->names});
    if (offer(review, refusal, d, std::move(fix))) d.help = concat("write ", quote(whole));
    return true;
}

/// `number__in,[1, 2`
bool explain_unclosed(Review const& review, Refusal const& refusal, Diagnosis& d) {
    auto const& c = *refusal.conjunct;
    auto const& query = review.outcome.parameters[c.parameter].query;
    bool is_list =
        takes_list(c.target.lookup) && query && query->unclosed && query->unclosed->opener.begin == c.value->span.begin;
    if (!is_list) return false;
    auto text = written(review, c);
    auto closed = concat(text, text.front() == '[' ? "]" : ")");
    d.message = concat("the bracket is never closed, so ", quote(text), " is no list but a text");
    if (!review.with_help) return true;
    d.help = concat("close it: ", quote(closed));
    offer(review, refusal, d, replace(c.value->span, closed));
    return true;
}

bool explain(Review const& review, Refusal const& refusal, Diagnosis& d) {
    if (explain_split(review, refusal, d)) return true;
    if (!refusal.conjunct || refusal.fault.cause == Cause::unknown_field) return false;
    if (explain_unclosed(review, refusal, d)) return true;
    auto const& c = *refusal.conjunct;
    auto lookup = c.target.lookup;
    bool has_characters = is_taken_for_characters(refusal);
    if (refusal.fault.cause != Cause::not_iterable && (!has_characters || is_wrong_in_list(review, c))) return false;
    if (c.raw().is_sequence()) {
        d.message =
            concat("an array is looked for in a list of lists, and ", show_culprit(review, refusal), " is no list");
        if (review.with_help) d.help = "write `[[1, 2], [3, 4]]`";
        return true;
    }
    bool is_range = lookup == Lookup::range;
    auto name = quote(name_of(lookup));
    d.message =
        concat(name, is_range ? " takes a list of two values, and " : " takes a list, and ", quote(written(review, c)),
               has_characters ? " is read character by character" : " is a single value");
    if (!review.with_help) return true;
    if (c.raw().is(PyValue::Kind::none)) {
        d.help = concat("ask for missing values with ", quote(concat(field_of(c), "__isnull,True")));
        return true;
    }
    d.help = is_range ? "write both ends between brackets, like `['2021-01-01', '2021-01-31']`"
                      : "write the values between brackets, texts in quotes: `['a', 'b']`";
    auto list = wants_keys(lookup) ? std::optional(concat("[", python_text(unquoted(written(review, c))), "]"))
                                   : as_list(review, c);
    if (is_range || !list || may_go_on(review, c)) return true;
    if (offer(review, refusal, d, replace(c.value->span, *list, Fix::Safety::safe)))
        d.help = concat("write ", quote(*list));
    return true;
}

constexpr Cause causes[] = {Cause::not_iterable,  Cause::range_count,     Cause::not_a_number,   Cause::not_a_boolean,
                            Cause::not_a_uuid,    Cause::not_a_date,      Cause::not_a_datetime, Cause::not_a_time,
                            Cause::unknown_field, Cause::duplicated_path, Cause::odd_parts};
constexpr RuleExample examples[] = {
    {"sessions", "number__in,5", "number__in,[5]"},
    {"sessions", "id__in,4ecb5d24-f5cc-402c-be28-9d0f7cb14b3a", "id__in,['4ecb5d24-f5cc-402c-be28-9d0f7cb14b3a']"},
    {"sessions", "extended_qc__has_keys,1", "extended_qc__has_keys,['1']"},
    {"sessions", "number__range,5", "number__range,[5, 10]"},
    {"sessions", "number__in,1,2,3", "number__in,[1, 2, 3]"},
    {"sessions", "subject__nickname__in,KS022,KS023", "subject__nickname__in,['KS022', 'KS023']"},
};

}  // namespace

extern Rule const list_expected;
Rule const list_expected{
    .code = "AQ312",
    .name = "list-expected",
    .effect = Effect::refused,
    .summary = "One value, or several without brackets, where a list is wanted",
    .why =
        "`in`, `range`, `has_keys` and `has_any_keys` go through the items of their value. A number has none "
        "(TypeError), and a text has its characters, which are no numbers, dates or ids. (Where characters fit, "
        "the request is accepted and finds nothing.) A list without brackets ends at its first comma, and what stands "
        "behind that is read as paths and values.",
    .examples = examples,
    .causes = causes,
    .explain = explain,
};

}  // namespace alyx::analyzer
