// Clauses behind `limit` and `offset`.
#include "analyzer/rules/statement.hpp"
#include "analyzer/rules/text.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {

extern Rule const late_clause;
StatementCheck check_late_clause;

namespace {

constexpr RuleExample examples[] = {
    {"", R"(Task limit 10 order by name)", R"(Task order by name limit 10)"},
};

}  // namespace

void check_late_clause(StatementReview const& review, Report& report) {
    for (auto const& fault : review.statement.faults)
        if (fault.kind == SyntaxFault::Kind::clause_order && is_only_late(review, fault))
            if (auto* d = report.add(late_clause, 0, fault.span,
                                     concat(quote(review.text_of(fault.span)),
                                            " stands behind `limit` or `offset`: only the Python client mends that")))
                d->help = "`offset` and `limit` come last";
}

Rule const late_clause{
    .code = "AQ605",
    .name = "late-clause",
    .effect = Effect::misleading,
    .summary = "A clause behind `limit` or `offset`",
    .why =
        "The order is `where`, `group by`, `order by`, `offset`, `limit`. The Python client cuts `offset` and"
        " `limit` out of the text and appends them, which hides the mistake; the server itself, and every "
        "other client, answers `ParseError`.",
    .examples = examples,
};

}  // namespace alyx::analyzer
