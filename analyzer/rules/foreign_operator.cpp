// Operators of other languages.
#include "analyzer/rules/statement.hpp"
#include "analyzer/rules/text.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {

extern Rule const foreign_operator;
StatementCheck check_foreign_operator;

namespace {

constexpr std::string_view operators[] = {"is", "is_not", "after", "greater_than", "before", "less_than",
                                          "in", "not_in", "like",  "not_like",     "has",    "any"};

constexpr RuleExample examples[] = {
    {"", R"(Task where name == "a")", R"(Task where name is "a")"},
    {"", R"(Task where status.name is not "Done")", R"(Task where status.name is_not "Done")"},
    {"", R"(Task where name contains "a")", R"(Task where name like "%a%")"},
};

}  // namespace

void check_foreign_operator(StatementReview const& review, Report& report) {
    for (auto const& fault : review.statement.faults) {
        if (fault.kind != SyntaxFault::Kind::foreign_operator) continue;
        auto* d = report.add(foreign_operator, 0, fault.span,
                             concat(quote(review.text_of(fault.span)), " is no operator of ftrack"));
        if (!d) continue;
        if (fault.expected.empty()) {
            suggest_name(review, *d, review.text_of(fault.span), operators);
            continue;
        }
        d->help = concat("write ", quote(fault.expected));
        bool is_whole = fault.expected.find("\xE2\x80\xA6") == std::string_view::npos;
        if (is_whole) d->fix = replace(fault.span, std::string(fault.expected), Fix::Safety::safe);
    }
}

Rule const foreign_operator{
    .code = "AQ603",
    .name = "foreign-operator",
    .effect = Effect::refused,
    .summary = "An operator of another language: `==`, `is not`, `contains`, `&&`",
    .why =
        "The operators are `=` or `is`, `!=` or `is_not`, `>` or `after`, `<` or `before`, `>=`, `<=`, `in`, "
        "`not_in`, `like`, `not_like`, `has` and `any`; conditions are joined with `and` and `or`. The server"
        " answers `ParseError` to anything else.",
    .examples = examples,
};

}  // namespace alyx::analyzer
