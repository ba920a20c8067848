// Operators that do not fit a type.
#include "analyzer/rules/statement.hpp"
#include "analyzer/rules/text.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {

extern Rule const operator_not_for_type;
StatementCheck check_operator_not_for_type;

namespace {

constexpr RuleExample examples[] = {
    {"", R"(Status where is_active > 1)", R"(Status where is_active is true)"},
    {"", R"(Task where end_date like "2020%")", R"(Task where end_date >= "2020-01-01" and end_date < "2021-01-01")"},
};

}  // namespace

void check_operator_not_for_type(StatementReview const& review, Report& report) {
    each_condition(review, [&](AttributeUse const& use, Name const& name) {
        if (name.is_relation()) return;
        auto op = use.comparison->op;
        auto type = name.field_class->type;
        bool is_pattern = op == Operator::like || op == Operator::not_like;
        bool is_order = op >= Operator::greater && op <= Operator::less_equal;
        bool is_boolean = type == FieldType::boolean;
        if (!((is_pattern && (is_boolean || type == FieldType::datetime)) || (is_order && is_boolean))) return;
        report.add(operator_not_for_type, 0, use.comparison->op_span,
                   concat(quote(review.text_of(use.comparison->op_span)), " does not fit ", describe(use)));
    });
}

Rule const operator_not_for_type{
    .code = "AQ624",
    .name = "operator-not-for-type",
    .effect = Effect::misleading,
    .summary = "An operator that does not fit the type of the attribute",
    .why =
        "`like` and `not_like` match text; `>`, `<`, `>=` and `<=` with their words order numbers, dates and "
        "text. A boolean has no order, and a date is no text.",
    .examples = examples,
};

}  // namespace alyx::analyzer
