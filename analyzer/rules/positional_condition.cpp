// Positional arguments.
#include "analyzer/dialect/collection_words.hpp"
#include "analyzer/rules/collection.hpp"
#include "analyzer/rules/text.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {

extern Rule const positional_condition;
CollectionCheck check_positional_condition;

namespace {

constexpr RuleExample examples[] = {
    {"", R"(entries.find_all_where('status', 'ACTIVE'))", R"(entries.find_all_where(status='ACTIVE'))"},
    {"", R"(entries.find_one_where({'status': 'ACTIVE'}))", R"(entries.find_one_where(**{'status': 'ACTIVE'}))"},
};

}  // namespace

void check_positional_condition(CollectionReview const& review, Report& report) {
    if (find_missing_method(review.call.method)) return;  // what is called takes something else
    for (std::uint32_t i = 0; i < review.call.arguments.size(); ++i) {
        auto const& argument = review.call.arguments[i];
        if (!argument.name.empty()) continue;
        auto* d = report.add(positional_condition, i, {},
                             concat(quote(review.call.method), " takes keywords only: a positional argument fails"));
        if (!d) continue;
        d->server = raises("TypeError");
        d->help = argument.value.kind == CollectionValue::Kind::dict ? "spread the dictionary: `**`"
                                                                     : "write `field__lookup=value`";
    }
}

Rule const positional_condition{
    .code = "AQ703",
    .name = "positional-condition",
    .effect = Effect::refused,
    .summary = "A positional argument, where only keywords are taken",
    .why = "The query methods take keywords only. Conditions are joined with *and*; there is no `Q`, and no *or*.",
    .examples = examples,
};

}  // namespace alyx::analyzer
