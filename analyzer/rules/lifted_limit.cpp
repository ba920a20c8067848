// Limits of subqueries.
#include "analyzer/rules/statement.hpp"
#include "analyzer/rules/text.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {

extern Rule const lifted_limit;
StatementCheck check_lifted_limit;

namespace {

constexpr RuleExample examples[] = {
    {"", R"(Task where id in (select task_id from AssetVersion limit 5))", R"()"},
};

}  // namespace

void check_lifted_limit(StatementReview const& review, Report& report) {
    for (auto const& found : {review.client.limit, review.client.offset})
        if (found && is_clause(review, *found, false))
            report.add(lifted_limit, 0, *found,
                       concat("the Python client makes ", quote(review.text_of(*found)), " that of the whole query"));
}

Rule const lifted_limit{
    .code = "AQ643",
    .name = "lifted-limit",
    .effect = Effect::misleading,
    .summary = "A `limit` or `offset` in a subquery, which the Python client lifts out",
    .why =
        "The client takes the first `limit` and `offset` wherever they stand, so those of a subquery become "
        "the ones of the whole query.",
    .examples = examples,
};

}  // namespace alyx::analyzer
