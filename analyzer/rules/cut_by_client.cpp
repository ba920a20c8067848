// Text that the Python client takes for a limit.
#include "analyzer/rules/statement.hpp"
#include "analyzer/rules/text.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {

extern Rule const cut_by_client;
StatementCheck check_cut_by_client;

namespace {

constexpr RuleExample examples[] = {
    {"", R"(Task where name is "speed limit 3")", R"(Task where name is "speed  limit  3")"},
};

/// Where a hole may close quotes that are not closed behind the words, those may be the query's own.
bool may_be_clause(StatementReview const& review, Span found) {
    auto const behind = review.statement.text.substr(found.end);
    return review.statement.has_holes && behind.find_first_of("\"'") == behind.npos;
}

}  // namespace

void check_cut_by_client(StatementReview const& review, Report& report) {
    for (auto const& found : {review.client.limit, review.client.offset})
        if (found && !is_clause(review, *found, true) && !is_clause(review, *found, false) &&
            !may_be_clause(review, *found))
            report.add(cut_by_client, 0, *found,
                       concat("the Python client cuts ", quote(review.text_of(*found)),
                              " out and takes it for the query's own"));
}

Rule const cut_by_client{
    .code = "AQ641",
    .name = "cut-by-client",
    .effect = Effect::misleading,
    .summary = "A text that the Python client takes for a `limit` or `offset`, and cuts out",
    .why =
        "The client looks for the first `limit 3` and `offset 3` anywhere in the query, within quotes and "
        "words too, cuts them out, and appends them.",
    .examples = examples,
};

}  // namespace alyx::analyzer
