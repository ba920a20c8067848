// Containers without items.
#include "analyzer/rules/collection.hpp"
#include "analyzer/rules/text.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {

extern Rule const empty_container;
CollectionCheck check_empty_container;

namespace {

constexpr RuleExample examples[] = {
    {"", R"(entries.find_all_where(status__in=[]))", ""},
};

}  // namespace

void check_empty_container(CollectionReview const& review, Report& report) {
    auto see = [&](ResolvedCondition const& c, CollectionArgument const& argument, std::uint32_t index) {
        auto const& value = argument.value;
        bool is_empty = value.is_container() && !value.is_open && value.items.empty();
        if (!c.test || c.lookup() != CollectionLookup::in || !is_empty) return;
        report.add(empty_container, index, {}, concat("nothing is in an empty list: ", outcome_of(c)));
    };
    each_condition(review, see);
}

Rule const empty_container{
    .code = "AQ724",
    .name = "empty-container",
    .effect = Effect::misleading,
    .summary = "An empty list behind `in`",
    .why = "Nothing is in an empty list: no item matches, or under `not_` every one does.",
    .examples = examples,
};

}  // namespace alyx::analyzer
