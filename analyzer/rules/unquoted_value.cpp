// Values that need quotes.
#include <algorithm>

#include "analyzer/rules/statement.hpp"
#include "analyzer/rules/text.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {

extern Rule const unquoted_value;
StatementCheck check_unquoted_value;

namespace {

bool is_plain(char c) {
    bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    return is_letter || static_cast<unsigned char>(c) >= 0x80 ||
           std::string_view("_-.:+").find(c) != std::string_view::npos;
}

constexpr RuleExample examples[] = {
    {"", R"(User where username is jane@example.com)", R"(User where username is "jane@example.com")"},
};

}  // namespace

void check_unquoted_value(StatementReview const& review, Report& report) {
    for (auto const& use : review.resolved.uses) {
        if (!use.comparison) continue;
        for (auto const& value : use.comparison->values) {
            auto text = review.text_of(value.span);
            bool is_bare = value.form == Operand::Form::bare && !value.has_hole;
            if (!is_bare || std::all_of(text.begin(), text.end(), is_plain)) continue;
            if (auto* d = report.add(unquoted_value, 0, value.span, concat(quote(text), " needs quotes")))
                d->fix = replace(value.span, concat("\"", text, "\""), Fix::Safety::safe);
        }
    }
}

Rule const unquoted_value{
    .code = "AQ608",
    .name = "unquoted-value",
    .effect = Effect::refused,
    .summary = "A value without quotes that holds more than letters, digits and `_-.:+`",
    .why =
        "Single words, numbers, dates and UUIDs may stand without quotes; anything else is cut apart by the "
        "server, which answers `ParseError`.",
    .examples = examples,
};

}  // namespace alyx::analyzer
