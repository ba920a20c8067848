// A value in brackets that is no Python.
#include "analyzer/rules/bracket_mend.hpp"
#include "analyzer/rules/culprit.hpp"
#include "analyzer/rules/text.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {
namespace {

/// What the comma behind an inner bracket cut off is no path without a value, but the rest of a value that was refused.
bool is_rest(Review const& review, Refusal const& refusal, Diagnosis& d) {
    for (auto const& other : review.outcome.refusals) {
        bool before = other.parameter == refusal.parameter && other.fault.cause == Cause::invalid_expression;
        if (!before || !is_cut_off(review, other)) continue;
        d.span = other.fault.culprit;
        return true;
    }
    return false;
}

bool explain(Review const& review, Refusal const& refusal, Diagnosis& d) {
    if (refusal.fault.cause == Cause::odd_parts) return is_rest(review, refusal, d);
    auto const* condition = condition_at(review, refusal);
    auto value =
        condition ? condition->value.span.of(review.value_of(refusal.parameter)) : culprit_text(review, refusal);
    d.message = concat("a value in brackets is evaluated as Python, and ", quote(value), " is none");
    if (!refusal.fault.detail.empty()) d.message = concat(d.message, ": ", refusal.fault.detail);
    mend_brackets(review, refusal, d);
    return true;
}

constexpr Cause causes[] = {Cause::invalid_expression, Cause::odd_parts};
constexpr RuleExample examples[] = {
    {"subjects", "nickname__regex,[A-Z]+(_[0-9]|x?)", "nickname__regex,[A-Z]+(_[0-9]|x?).*"},
    {"sessions", "start_time__date__range,[2021-01-01, 2021-02-01]",
     "start_time__date__range,['2021-01-01', '2021-02-01']"},
    {"tasks", "log__icontains,[Errno 110]", "log__icontains,('[Errno 110]')"},
};

}  // namespace

extern Rule const invalid_expression;
Rule const invalid_expression{
    .code = "AQ104",
    .name = "invalid-expression",
    .effect = Effect::refused,
    .summary = "A value in brackets that is no Python",
    .why =
        "A value that begins with `(` or `[` and ends with `)` or `]` is handed to Python's `eval`. Texts in it need "
        "quotes, dates too; regular expressions and log messages that happen to have such brackets are evaluated "
        "all the same, and refused with SyntaxError.",
    .examples = examples,
    .causes = causes,
    .explain = explain,
};

}  // namespace alyx::analyzer
