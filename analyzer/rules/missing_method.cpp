// Methods that collections do not have.
#include "analyzer/dialect/collection_words.hpp"
#include "analyzer/rules/collection.hpp"
#include "analyzer/rules/text.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {

extern Rule const missing_method;
CollectionCheck check_missing_method;

namespace {

constexpr RuleExample examples[] = {
    {"", R"(entries = SearchableCollection(rows)
entries.filter(pub_date__lte=today))",
     R"(entries = SearchableCollection(rows)
entries.find_all_where(pub_date__lte=today))"},
    {"", R"(entries = SearchableCollection(rows)
entries.exclude(status='FAILED'))",
     R"(entries = SearchableCollection(rows)
entries.find_all_where(status__not_eq='FAILED'))"},
};

}  // namespace

void check_missing_method(CollectionReview const& review, Report& report) {
    auto const* missing = find_missing_method(review.call.method);
    if (!missing) return;
    auto* d = report.add(missing_method, 0, {}, concat("a SearchableCollection has no method ", quote(missing->name)),
                         Subject::call);
    if (!d) return;
    d->server = raises("AttributeError");
    if (!review.with_help) return;
    d->help = missing->help;
    if (missing->replacement.empty()) return;
    d->help = concat("use ", quote(missing->replacement));
    d->fix = replace({}, std::string(missing->replacement));
    d->fix->subject = Subject::call;
}

Rule const missing_method{
    .code = "AQ701",
    .name = "missing-method",
    .effect = Effect::refused,
    .summary = "A method of querysets that a SearchableCollection does not have",
    .why =
        "Collections are searched with `find_all_where`, `find_one_where` and `delete_where`; other names of Django, "
        "such as `filter` or `exclude`, are no attributes of the class. The conditions are written the same way.",
    .examples = examples,
};

}  // namespace alyx::analyzer
