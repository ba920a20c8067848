// Patterns that `re` refuses.
#include "analyzer/rules/collection.hpp"
#include "analyzer/rules/text.hpp"
#include "analyzer/text/concat.hpp"
#include "analyzer/value/python_pattern.hpp"

namespace alyx::analyzer {

extern Rule const invalid_python_pattern;
CollectionCheck check_invalid_python_pattern;

namespace {

constexpr RuleExample examples[] = {
    {"", R"(entries.find_all_where(serial__match='SN[0-9'))", R"(entries.find_all_where(serial__match='SN[0-9]'))"},
    {"", R"(entries.find_all_where(serial__search='*76'))", R"(entries.find_all_where(serial__search='76'))"},
};

}  // namespace

void check_invalid_python_pattern(CollectionReview const& review, Report& report) {
    auto see = [&](ResolvedCondition const& c, CollectionArgument const& argument, std::uint32_t index) {
        bool is_pattern = c.test && (c.lookup() == CollectionLookup::match || c.lookup() == CollectionLookup::search);
        if (!is_pattern || argument.value.kind != CollectionValue::Kind::text || argument.value.is_open) return;
        auto error = check_python_pattern(argument.value.text);
        if (!error) return;
        auto* d = report.add(invalid_python_pattern, index, error->culprit,
                             concat("Python refuses the pattern: ", error->message));
        if (d) d->server = raises("re.error");
    };
    each_condition(review, see);
}

Rule const invalid_python_pattern{
    .code = "AQ721",
    .name = "invalid-python-pattern",
    .effect = Effect::refused,
    .summary = "A regular expression that Python refuses",
    .why =
        "`match` and `search` hand the text to `re`. What they raise for a bad pattern is not caught, other than type "
        "errors: the query fails at the first item that is tested.",
    .examples = examples,
};

}  // namespace alyx::analyzer
