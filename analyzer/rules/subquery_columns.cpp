// Subqueries that give no list of values.
#include "analyzer/rules/statement.hpp"
#include "analyzer/rules/text.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {

extern Rule const subquery_columns;
StatementCheck check_subquery_columns;

namespace {

constexpr RuleExample examples[] = {
    {"", R"(Task where id in (select id, task_id from AssetVersion))",
     R"(Task where id in (select task_id from AssetVersion))"},
};

}  // namespace

void check_subquery_columns(StatementReview const& review, Report& report) {
    for (auto const& part : review.resolved.parts) {
        auto const& s = *part.statement;
        if (&s == &review.statement) continue;
        if (s.select.empty()) {
            report.add(subquery_columns, 0, s.target, "a query in a list needs `select … from`");
        } else if (s.projections.size() > 1) {
            Span rest{s.projections[1].span.begin, s.projections.back().span.end};
            report.add(subquery_columns, 0, rest, "a query in a list selects one attribute");
        }
    }
}

Rule const subquery_columns{
    .code = "AQ631",
    .name = "subquery-columns",
    .effect = Effect::refused,
    .summary = "A query in a list that does not select exactly one attribute",
    .why = "The query stands for a list of values, so it has a `select` with one attribute.",
    .examples = examples,
};

}  // namespace alyx::analyzer
