// Values that no test of the kind can take.
#include "analyzer/rules/collection.hpp"
#include "analyzer/rules/text.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {

extern Rule const value_not_for_lookup;
CollectionCheck check_value_not_for_lookup;

namespace {

using Kind = CollectionValue::Kind;

/// What the lookup takes, where it cannot take the value; else empty.
std::string_view wants(CollectionLookup lookup, CollectionValue const& value) {
    if (value.kind == Kind::unknown) return {};
    switch (lookup) {
        case CollectionLookup::in:
            return value.is_number() || value.kind == Kind::none ? "a list, a tuple or a set" : "";
        case CollectionLookup::startswith:
        case CollectionLookup::endswith:
            return value.kind == Kind::text || value.kind == Kind::tuple ? "" : "a text or a tuple of texts";
        case CollectionLookup::match:
        case CollectionLookup::search:
            return value.kind == Kind::text ? "" : "a pattern";
        case CollectionLookup::lt:
        case CollectionLookup::lte:
        case CollectionLookup::gt:
        case CollectionLookup::gte:
            return value.kind == Kind::none || value.kind == Kind::dict ? "what can be ordered" : "";
        case CollectionLookup::eq:
        case CollectionLookup::contains:
            return {};
    }
    return {};
}

constexpr RuleExample examples[] = {
    {"", R"(entries.find_all_where(status__in=5))", R"(entries.find_all_where(status__in=[5]))"},
    {"", R"(entries.find_all_where(serial__startswith=['SN', 'SM']))",
     R"(entries.find_all_where(serial__startswith=('SN', 'SM')))"},
    {"", R"(entries.find_all_where(cost__not_gt=None))", ""},
};

}  // namespace

void check_value_not_for_lookup(CollectionReview const& review, Report& report) {
    auto see = [&](ResolvedCondition const& c, CollectionArgument const& argument, std::uint32_t index) {
        auto wanted = wants(c.lookup(), argument.value);
        if (wanted.empty()) return;
        auto word = c.test->name.of(c.keyword.text);
        auto* d =
            report.add(value_not_for_lookup, index, {},
                       concat(quote(word), " takes ", wanted, ", not ", describe(argument.value), ": ", outcome_of(c)));
        if (!d) return;
        bool is_list = argument.value.kind == Kind::list || argument.value.kind == Kind::set;
        if (is_list && wanted.find("tuple") != wanted.npos)
            d->help = "several beginnings or ends are a tuple: `('a', 'b')`";
        if (c.lookup() == CollectionLookup::in) d->help = "put it into a list";
    };
    each_condition(review, see);
}

Rule const value_not_for_lookup{
    .code = "AQ722",
    .name = "value-not-for-lookup",
    .effect = Effect::misleading,
    .summary = "A value with which the lookup can only fail",
    .why =
        "The errors of a test are swallowed: `in` with a number, `startswith` with a list or `gt` with None raise "
        "`TypeError` for each item, which then does not match, or under `not_` always does.",
    .examples = examples,
};

}  // namespace alyx::analyzer
