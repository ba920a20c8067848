// A piece that a statement of ftrack lacks.
#include "analyzer/rules/statement.hpp"
#include "analyzer/rules/text.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {

extern Rule const incomplete_statement;
StatementCheck check_incomplete_statement;

namespace {

constexpr RuleExample examples[] = {
    {"", R"(Task where name is)", R"(Task where name is "lighting")"},
    {"", R"(Task where (name is a or name is b)", R"(Task where (name is a or name is b))"},
};

}  // namespace

void check_incomplete_statement(StatementReview const& review, Report& report) {
    using Kind = SyntaxFault::Kind;
    for (auto const& fault : review.statement.faults) {
        if (fault.kind == Kind::unclosed_quote)
            report.add(incomplete_statement, 0, fault.span, "this quote is never closed");
        if (fault.kind != Kind::missing) continue;
        bool is_sign = fault.expected.size() == 1;
        auto what = is_sign || fault.expected == "from" || fault.expected == "by" ? quote(fault.expected)
                                                                                  : std::string(fault.expected);
        auto after = fault.before.empty() ? std::string() : concat(" behind ", quote(review.text_of(fault.before)));
        auto* d = report.add(incomplete_statement, 0, fault.before.empty() ? fault.span : fault.before,
                             concat(what, " is missing", after));
        if (d && is_sign && fault.expected != "(")
            d->fix = Fix{
                concat("add ", what), Fix::Safety::unsafe, Subject::value, {{fault.span, std::string(fault.expected)}}};
    }
}

Rule const incomplete_statement{
    .code = "AQ601",
    .name = "incomplete-statement",
    .effect = Effect::refused,
    .summary = "A statement that lacks a piece: a value, an operator, a closing parenthesis or quote",
    .why =
        "The server parses the whole statement before it looks at any name, and answers `ParseError` without "
        "saying where.",
    .examples = examples,
};

}  // namespace alyx::analyzer
