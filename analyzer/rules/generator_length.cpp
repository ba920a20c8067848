// The length of what `find_all_where` gives.
#include "analyzer/rules/collection.hpp"
#include "analyzer/rules/text.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {

extern Rule const generator_length;
CollectionCheck check_generator_length;

namespace {

constexpr RuleExample examples[] = {
    {"", R"(len(entries.find_all_where(status='FAILED')))", R"(len(list(entries.find_all_where(status='FAILED'))))"},
};

}  // namespace

void check_generator_length(CollectionReview const& review, Report& report) {
    if (review.call.method != "__len__") return;
    auto* d = report.add(generator_length, 0, {}, "a generator has no length", Subject::call);
    if (!d) return;
    d->server = raises("TypeError");
    d->help = "make a list of it: `len(list(…))`";
}

Rule const generator_length{
    .code = "AQ732",
    .name = "generator-length",
    .effect = Effect::refused,
    .summary = "`len()` of the result of `find_all_where`, which has none",
    .why = "`find_all_where` gives a generator, which has no length.",
    .examples = examples,
};

}  // namespace alyx::analyzer
