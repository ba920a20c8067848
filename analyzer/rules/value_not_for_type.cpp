// Values that do not fit a type.
#include <boost/algorithm/string/predicate.hpp>

#include "analyzer/rules/statement.hpp"
#include "analyzer/rules/text.hpp"
#include "analyzer/text/concat.hpp"
#include "analyzer/value/moment.hpp"
#include "analyzer/value/number.hpp"

namespace alyx::analyzer {

extern Rule const value_not_for_type;
StatementCheck check_value_not_for_type;

namespace {

bool is_text(Operand const& value) {
    return !value.has_hole && (value.form == Operand::Form::quoted || value.form == Operand::Form::bare ||
                               value.form == Operand::Form::number || value.form == Operand::Form::boolean);
}

/// What is due, where the value is not that; empty where it fits.
std::string_view expected(FieldType type, Operand const& value, std::string_view text) {
    auto word = value.value(text);
    switch (type) {
        case FieldType::number:
        case FieldType::integer:
            return python_float(word) ? "" : "a number";
        case FieldType::boolean:
            return boost::iequals(word, "true") || boost::iequals(word, "false") || word == "0" || word == "1"
                       ? ""
                       : "`true` or `false`";
        case FieldType::datetime:
            return parse_datetime(word).result == ParsedMoment::Result::other_form &&
                           parse_date(word).result == ParsedMoment::Result::other_form
                       ? "a date"
                       : "";
        default:
            return {};
    }
}

constexpr RuleExample examples[] = {
    {"", R"(Task where bid > "abc")", R"(Task where bid > 3600)"},
    {"", R"(Status where is_active is "maybe")", R"(Status where is_active is true)"},
    {"", R"(Task where end_date after "yesterday")", R"(Task where end_date after "2020-01-31")"},
};

}  // namespace

void check_value_not_for_type(StatementReview const& review, Report& report) {
    each_condition(review, [&](AttributeUse const& use, Name const& name) {
        auto op = use.comparison->op;
        bool is_pattern = op == Operator::like || op == Operator::not_like;
        if (name.is_relation() || is_pattern) return;
        for (auto const& value : use.comparison->values) {
            if (!is_text(value)) continue;
            auto due = expected(name.field_class->type, value, review.statement.text);
            if (!due.empty())
                report.add(
                    value_not_for_type, 0, value.span,
                    concat(quote(review.text_of(value.span)), " is not ", due, ", as ", describe(use), " needs"));
        }
    });
}

Rule const value_not_for_type{
    .code = "AQ625",
    .name = "value-not-for-type",
    .effect = Effect::misleading,
    .summary = "A value that does not fit the type of the attribute",
    .why =
        "Numbers may stand in quotes, but must be numbers; booleans are `true` and `false`; dates are "
        "`2020-01-31` or `2020-01-31T12:00:00`.",
    .examples = examples,
};

}  // namespace alyx::analyzer
