// Limits and offsets that are no numbers.
#include "analyzer/rules/statement.hpp"
#include "analyzer/rules/text.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {

extern Rule const invalid_page;
StatementCheck check_invalid_page;

namespace {

constexpr RuleExample examples[] = {
    {"", R"(Task limit -1)", R"(Task limit 1)"},
};

}  // namespace

void check_invalid_page(StatementReview const& review, Report& report) {
    for (auto const& part : review.resolved.parts)
        for (auto const* number : {&part.statement->offset, &part.statement->limit}) {
            if (!*number || (*number)->form == Operand::Form::missing || (*number)->has_hole) continue;
            auto text = review.text_of((*number)->span);
            if (text.find_first_not_of("0123456789") == std::string_view::npos) continue;
            report.add(invalid_page, 0, (*number)->span, concat(quote(text), " is no whole number"));
        }
}

Rule const invalid_page{
    .code = "AQ633",
    .name = "invalid-page",
    .effect = Effect::refused,
    .summary = "A `limit` or `offset` that is no whole number",
    .why =
        "Both take a whole number that is not negative. The Python client does not find anything else, "
        "appends its own, and the server answers `ParseError`.",
    .examples = examples,
};

}  // namespace alyx::analyzer
