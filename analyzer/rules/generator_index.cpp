// Items of what `find_all_where` gives, by position.
#include "analyzer/rules/collection.hpp"
#include "analyzer/rules/text.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {

extern Rule const generator_index;
CollectionCheck check_generator_index;

namespace {

constexpr RuleExample examples[] = {
    {"", R"(entries.find_all_where(status='FAILED')[0])", R"(entries.find_one_where(status='FAILED'))"},
};

}  // namespace

void check_generator_index(CollectionReview const& review, Report& report) {
    if (review.call.method != "__getitem__") return;
    auto* d = report.add(generator_index, 0, {}, "a generator has no items by position", Subject::call);
    if (!d) return;
    d->server = raises("TypeError");
    d->help = "use `find_one_where`, or make a list of it";
}

Rule const generator_index{
    .code = "AQ733",
    .name = "generator-index",
    .effect = Effect::refused,
    .summary = "An index on the result of `find_all_where`, which takes none",
    .why = "`find_all_where` gives a generator, which is gone through once and from the front: `[0]` and slices raise.",
    .examples = examples,
};

}  // namespace alyx::analyzer
