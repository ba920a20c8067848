// Tests that the stored values cannot pass.
#include "analyzer/rules/collection.hpp"
#include "analyzer/rules/text.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {

extern Rule const lookup_not_for_item;
CollectionCheck check_lookup_not_for_item;

namespace {

using Kind = CollectionValue::Kind;

bool is_number(ItemShape const& stored) {
    return stored.is_only({ItemKind::boolean, ItemKind::integer, ItemKind::number});
}

/// Of types that never equal each other, nor can be ordered.
bool are_strangers(ItemShape const& stored, CollectionValue const& value) {
    if (value.kind == Kind::text)
        return stored.is_never({ItemKind::text, ItemKind::date, ItemKind::uuid, ItemKind::none});
    if (value.is_number())
        return stored.is_never({ItemKind::boolean, ItemKind::integer, ItemKind::number, ItemKind::none});
    return false;
}

bool cannot_pass(CollectionLookup lookup, ItemShape const& stored, CollectionValue const& value) {
    if (stored.is_open || stored.kinds == 0) return false;
    switch (lookup) {
        case CollectionLookup::eq:
            return are_strangers(stored, value);
        case CollectionLookup::lt:
        case CollectionLookup::lte:
        case CollectionLookup::gt:
        case CollectionLookup::gte:
            return are_strangers(stored, value) || (value.kind == Kind::text && stored.is_only({ItemKind::date}));
        case CollectionLookup::contains:
            return is_number(stored) || stored.is_only({ItemKind::none, ItemKind::date}) ||
                   (stored.is_only({ItemKind::text}) && value.is_number());
        case CollectionLookup::startswith:
        case CollectionLookup::endswith:
        case CollectionLookup::match:
        case CollectionLookup::search:
            return stored.is_never({ItemKind::text});
        case CollectionLookup::in:
            return value.kind == Kind::text && stored.is_never({ItemKind::text});
    }
    return false;
}

constexpr RuleExample examples[] = {
    {"", R"(entries = SearchableCollection([{'serial': 'SN76', 'cost': 3.5}])
entries.find_all_where(cost__gt='3'))",
     R"(entries = SearchableCollection([{'serial': 'SN76', 'cost': 3.5}])
entries.find_all_where(cost__gt=3))"},
    {"", R"(entries = SearchableCollection([{'serial': 'SN76', 'cost': 3.5}])
entries.find_all_where(cost__startswith='3'))",
     ""},
};

}  // namespace

void check_lookup_not_for_item(CollectionReview const& review, Report& report) {
    auto see = [&](ResolvedCondition const& c, CollectionArgument const& argument, std::uint32_t index) {
        if (!cannot_pass(c.lookup(), c.target, argument.value)) return;
        auto of_field =
            c.keyword.segments.size() == 1 && c.test ? std::string("the items are ") : concat(tested(c), " is ");
        report.add(lookup_not_for_item, index, {},
                   concat(of_field, describe_kinds(c.target), ", and given is ", describe(argument.value), ": ",
                          outcome_of(c)));
    };
    each_condition(review, see);
}

Rule const lookup_not_for_item{
    .code = "AQ725",
    .name = "lookup-not-for-item",
    .effect = Effect::misleading,
    .summary = "A test that the values of the collection cannot pass",
    .why =
        "A text is never less than a number nor equal to one, a number contains nothing, and only texts begin with "
        "something: the errors are swallowed, and no item matches, or under `not_` every one does. What values there "
        "are is known from the literal that the collection is made of, or from a pack.",
    .examples = examples,
};

}  // namespace alyx::analyzer
