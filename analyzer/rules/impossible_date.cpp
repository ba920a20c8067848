// Days and times that do not exist.
#include "analyzer/rules/statement.hpp"
#include "analyzer/rules/text.hpp"
#include "analyzer/text/concat.hpp"
#include "analyzer/value/moment.hpp"

namespace alyx::analyzer {

extern Rule const impossible_date;
StatementCheck check_impossible_date;

namespace {

bool is_text(Operand const& value) {
    return !value.has_hole && (value.form == Operand::Form::quoted || value.form == Operand::Form::bare ||
                               value.form == Operand::Form::number || value.form == Operand::Form::boolean);
}

constexpr RuleExample examples[] = {
    {"", R"(Task where end_date after 2020-13-01)", R"(Task where end_date after 2020-12-01)"},
};

}  // namespace

void check_impossible_date(StatementReview const& review, Report& report) {
    each_condition(review, [&](AttributeUse const& use, Name const& name) {
        if (name.is_relation() || name.field_class->type != FieldType::datetime) return;
        for (auto const& value : use.comparison->values) {
            auto word = value.value(review.statement.text);
            bool is_impossible = parse_datetime(word).result == ParsedMoment::Result::impossible ||
                                 parse_date(word).result == ParsedMoment::Result::impossible;
            if (!is_text(value) || !is_impossible) continue;
            report.add(impossible_date, 0, value.span,
                       concat("there is no such day or time: ", quote(review.text_of(value.span))));
        }
    });
}

Rule const impossible_date{
    .code = "AQ626",
    .name = "impossible-date",
    .effect = Effect::refused,
    .summary = "A day or time that does not exist",
    .why =
        "The text has the form of a date, but there is no such day: the thirteenth month, the thirtieth of "
        "February.",
    .examples = examples,
};

}  // namespace alyx::analyzer
