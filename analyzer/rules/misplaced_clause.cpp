// Clauses in an order that no client mends.
#include "analyzer/rules/statement.hpp"
#include "analyzer/rules/text.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {

extern Rule const misplaced_clause;
StatementCheck check_misplaced_clause;

namespace {

constexpr RuleExample examples[] = {
    {"", R"(Task order by name where bid > 5)", R"(Task where bid > 5 order by name)"},
};

}  // namespace

void check_misplaced_clause(StatementReview const& review, Report& report) {
    for (auto const& fault : review.statement.faults)
        if (fault.kind == SyntaxFault::Kind::clause_order && !is_only_late(review, fault))
            if (auto* d = report.add(
                    misplaced_clause, 0, fault.span,
                    concat(quote(review.text_of(fault.span)), " stands behind a clause that it belongs in front of")))
                d->help = "the order is `where`, `group by`, `order by`, `offset`, `limit`";
}

Rule const misplaced_clause{
    .code = "AQ606",
    .name = "misplaced-clause",
    .effect = Effect::refused,
    .summary = "Clauses in another order than `where`, `group by`, `order by`",
    .why =
        "The order is `where`, `group by`, `order by`, `offset`, `limit`; the server answers `ParseError` to "
        "any other.",
    .examples = examples,
};

}  // namespace alyx::analyzer
