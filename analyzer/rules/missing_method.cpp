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
    {"", R"(entries = SearchableCollection(rows)
entries.find_al_where(status='FAILED'))",
     R"(entries = SearchableCollection(rows)
entries.find_all_where(status='FAILED'))"},
};

}  // namespace

void check_missing_method(CollectionReview const& review, Report& report) {
    auto const method = review.call.method;
    auto const* missing = find_missing_method(method);
    auto const misspelt = missing ? std::string_view() : misspelt_method(method);
    if (!missing && misspelt.empty()) return;
    auto* d = report.add(missing_method, 0, {}, concat("a SearchableCollection has no method ", quote(method)),
                         Subject::call);
    if (!d) return;
    d->server = raises("AttributeError");
    if (!review.with_help) return;
    if (missing) d->help = missing->help;
    auto const replacement = missing ? missing->replacement : misspelt;
    if (replacement.empty()) return;
    d->help = concat("use ", quote(replacement));
    d->fix = replace({}, std::string(replacement));
    d->fix->subject = Subject::call;
}

Rule const missing_method{
    .code = "AQ701",
    .name = "missing-method",
    .effect = Effect::refused,
    .summary = "A method that a SearchableCollection does not have: one of querysets, or a misspelt one",
    .why =
        "Collections are searched with `find_all_where`, `find_one_where` and `delete_where`; other names of Django, "
        "such as `filter` or `exclude`, are no attributes of the class. The conditions are written the same way.",
    .examples = examples,
};

}  // namespace alyx::analyzer
