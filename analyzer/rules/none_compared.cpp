// `none` where it means nothing, and other words for it.
#include <boost/algorithm/string/predicate.hpp>

#include "analyzer/rules/statement.hpp"
#include "analyzer/rules/text.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {

extern Rule const none_compared;
StatementCheck check_none_compared;

namespace {

bool is_equality(Operator op) {
    return op == Operator::equal || op == Operator::not_equal;
}

constexpr RuleExample examples[] = {
    {"", R"(Task where end_date > none)", R"(Task where end_date is_not none)"},
    {"", R"(Task where parent is null)", R"(Task where parent is none)"},
};

}  // namespace

void check_none_compared(StatementReview const& review, Report& report) {
    each_condition(review, [&](AttributeUse const& use, Name const&) {
        for (auto const& value : use.comparison->values) {
            auto text = review.text_of(value.span);
            bool is_none = value.form == Operand::Form::none;
            bool is_other =
                value.form == Operand::Form::bare &&
                (boost::iequals(text, "null") || boost::iequals(text, "nil") || boost::iequals(text, "none"));
            if (is_none && !is_equality(use.comparison->op))
                report.add(none_compared, 0, value.span, concat(quote(text), " only stands behind `is` and `is_not`"));
            if (!is_other) continue;
            auto* d = report.add(none_compared, 0, value.span, concat(quote(text), " is a word like any other"));
            if (d && is_equality(use.comparison->op)) d->fix = replace(value.span, "none");
        }
    });
}

Rule const none_compared{
    .code = "AQ627",
    .name = "none-compared",
    .effect = Effect::misleading,
    .summary = "`none` with another operator than `is` and `is_not`, or another word for it",
    .why =
        "Only `is none` and `is_not none` ask whether there is a value. In lists, in patterns and with an "
        "order it is a word like any other, and so are `null` and `nil`.",
    .examples = examples,
};

}  // namespace alyx::analyzer
