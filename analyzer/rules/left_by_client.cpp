// Limits that the Python client does not find.
#include "analyzer/rules/statement.hpp"
#include "analyzer/rules/text.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {

extern Rule const left_by_client;
StatementCheck check_left_by_client;

namespace {

constexpr RuleExample examples[] = {
    {"", R"(Task limit  5)", R"(Task limit 5)"},
};

}  // namespace

void check_left_by_client(StatementReview const& review, Report& report) {
    auto const& s = review.statement;
    for (auto const& clause : s.clauses) {
        if (clause.clause < Clause::offset) continue;
        bool is_limit = clause.clause == Clause::limit;
        auto const& number = is_limit ? s.limit : s.offset;
        auto const& found = is_limit ? review.client.limit : review.client.offset;
        bool is_number = number && number->form == Operand::Form::number && number->span.begin > clause.span.end;
        if (!is_number || (found && found->begin == clause.span.begin)) continue;
        Span between{clause.span.end, number->span.begin};
        if (review.text_of(between) == " " || review.text_of(number->span).front() == '-') continue;
        auto* d = report.add(
            left_by_client, 0, {clause.span.begin, number->span.end},
            concat("the Python client only finds ", quote(review.text_of(clause.span)), " with one blank behind it"));
        if (d) d->fix = Fix{"write one blank", Fix::Safety::safe, Subject::value, {{between, " "}}};
    }
}

Rule const left_by_client{
    .code = "AQ642",
    .name = "left-by-client",
    .effect = Effect::refused,
    .summary = "A `limit` or `offset` that the Python client does not find",
    .why =
        "The client looks for the keyword, one blank and digits. Two blanks or a line end between them hide "
        "the clause: it stays where it is, the client appends `offset 0 limit 500`, and the server answers "
        "`ParseError`.",
    .examples = examples,
};

}  // namespace alyx::analyzer
