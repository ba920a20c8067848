// `has` and `any` on plain values.
#include "analyzer/rules/statement.hpp"
#include "analyzer/rules/text.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {

extern Rule const scalar_relation_test;
StatementCheck check_scalar_relation_test;

namespace {

constexpr RuleExample examples[] = {
    {"", R"(Task where name has (name is a))", R"(Task where parent has (name is a))"},
};

}  // namespace

void check_scalar_relation_test(StatementReview const& review, Report& report) {
    each_condition(review, [&](AttributeUse const& use, Name const& name) {
        if (!name.is_relation() && is_relation_test(*use.comparison))
            report.add(scalar_relation_test, 0, use.comparison->op_span,
                       concat(quote(review.text_of(use.comparison->op_span)), " is for relations, and ", describe(use),
                              " is none"));
    });
}

Rule const scalar_relation_test{
    .code = "AQ623",
    .name = "scalar-relation-test",
    .effect = Effect::refused,
    .summary = "`has` or `any` on an attribute that is no relation",
    .why =
        "`has (…)` and `any (…)` hold criteria about the entities that a relation leads to; a plain value "
        "leads to none.",
    .examples = examples,
};

}  // namespace alyx::analyzer
