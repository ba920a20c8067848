// Values that an attribute never has.
#include <algorithm>

#include "analyzer/rules/statement.hpp"
#include "analyzer/rules/text.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {

extern Rule const unlisted_value;
StatementCheck check_unlisted_value;

namespace {

constexpr RuleExample examples[] = {
    {"", R"(Job where status is finished)", R"(Job where status is done)"},
};

}  // namespace

void check_unlisted_value(StatementReview const& review, Report& report) {
    each_condition(review, [&](AttributeUse const& use, Name const& name) {
        auto op = use.comparison->op;
        bool is_whole = op == Operator::equal || op == Operator::not_equal || is_list_test(*use.comparison);
        if (name.choices.empty() || !is_whole) return;
        std::vector<std::string_view> known;
        for (auto const& choice : name.choices)
            if (auto const* text = std::get_if<std::string>(&choice.code)) known.push_back(*text);
        for (auto const& value : use.comparison->values) {
            bool is_word = value.form == Operand::Form::quoted || value.form == Operand::Form::bare;
            auto word = value.value(review.statement.text);
            if (!is_word || value.has_hole || std::find(known.begin(), known.end(), word) != known.end()) continue;
            auto* d = report.add(unlisted_value, 0, value.span, concat(describe(use), " is never ", quote(word)));
            if (!d) continue;
            std::vector<std::string> all(known.begin(), known.end());
            d->help = concat("it is ", join_or(all));
        }
    });
}

Rule const unlisted_value{
    .code = "AQ629",
    .name = "unlisted-value",
    .effect = Effect::misleading,
    .summary = "A value that is none of those the attribute can have",
    .why = "The attribute has a fixed set of values; a comparison with another one is never true.",
    .examples = examples,
};

}  // namespace alyx::analyzer
