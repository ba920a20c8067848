// Keywords that are not in lower case.
#include "analyzer/rules/statement.hpp"
#include "analyzer/rules/text.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {

extern Rule const upper_case_keyword;
StatementCheck check_upper_case_keyword;

namespace {

constexpr RuleExample examples[] = {
    {"", R"(SELECT name FROM Task)", R"(select name from Task)"},
    {"", R"(Task where name is a AND bid > 5)", R"(Task where name is a and bid > 5)"},
};

}  // namespace

void check_upper_case_keyword(StatementReview const& review, Report& report) {
    for (auto const& fault : review.statement.faults) {
        if (fault.kind != SyntaxFault::Kind::letter_case) continue;
        auto* d = report.add(upper_case_keyword, 0, fault.span,
                             concat(quote(review.text_of(fault.span)), " is not in lower case"));
        if (!d) continue;
        d->fix = replace(fault.span, std::string(fault.expected), Fix::Safety::safe);
        if (fault.span == review.statement.select) d->server = ServerAnswer{0, "KeyError"};
    }
}

Rule const upper_case_keyword{
    .code = "AQ604",
    .name = "upper-case-keyword",
    .effect = Effect::refused,
    .summary = "A keyword that is not in lower case",
    .why =
        "The Python client only knows a lower-case `select`: it takes `SELECT` for the name of an entity type"
        " and raises `KeyError`. That the server reads keywords in another case is documented nowhere.",
    .examples = examples,
};

}  // namespace alyx::analyzer
