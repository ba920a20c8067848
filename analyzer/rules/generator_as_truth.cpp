// What `find_all_where` gives, asked whether it is true.
#include "analyzer/rules/collection.hpp"
#include "analyzer/rules/text.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {

extern Rule const generator_as_truth;
CollectionCheck check_generator_as_truth;

namespace {

constexpr RuleExample examples[] = {
    {"", R"(if entries.find_all_where(status='FAILED'):
    print('failed'))",
     R"(if entries.find_one_where(status='FAILED') is not None:
    print('failed'))"},
};

}  // namespace

void check_generator_as_truth(CollectionReview const& review, Report& report) {
    if (review.call.method != "__bool__") return;
    auto* d = report.add(generator_as_truth, 0, {}, "a generator is always true, whether or not anything is found",
                         Subject::call);
    if (!d) return;
    d->help = "ask `find_one_where(…) is not None`, or make a list of it";
}

Rule const generator_as_truth{
    .code = "AQ731",
    .name = "generator-as-truth",
    .effect = Effect::misleading,
    .summary = "The result of `find_all_where` as a condition, which always holds",
    .why =
        "`find_all_where` gives a generator, which knows nothing of what it will find: as a condition it always holds.",
    .examples = examples,
};

}  // namespace alyx::analyzer
