// Fields that something else hides.
#include "analyzer/rules/collection.hpp"
#include "analyzer/rules/text.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {

extern Rule const shadowed_field;
CollectionCheck check_shadowed_field;

namespace {

constexpr RuleExample examples[] = {
    {"", R"(entries.find_all_where(collection='A'))", ""},
    {"", R"(entries.find_all_where(items__contains='pen'))", ""},
};

}  // namespace

void check_shadowed_field(CollectionReview const& review, Report& report) {
    using Hidden = ResolvedCondition::Fault;
    for (auto fault : {Hidden::wrapper_attribute, Hidden::dict_method}) {
        auto see = [&](ResolvedCondition const& c, CollectionArgument const&, std::uint32_t index) {
            bool is_wrapper = fault == Hidden::wrapper_attribute;
            auto* d = report.add(
                shadowed_field, index, c.keyword.segments[c.segment].span,
                concat(quote(c.at_fault()),
                       is_wrapper ? " is an attribute of the library's wrapper" : " is a method of dictionaries",
                       ", which hides the field"),
                Subject::parameter);
            if (d) d->help = "select with a comprehension instead";
        };
        each_fault(review, fault, see);
    }
}

Rule const shadowed_field{
    .code = "AQ717",
    .name = "shadowed-field",
    .effect = Effect::misleading,
    .summary = "A field that an attribute of the library, or a method of dictionaries, hides",
    .why =
        "The library wraps each item, and the attributes of that wrapper come before those of the item: `target`, "
        "`collection`, `delete`, `original_delete`, `set_item_index`. Attributes come before keys too: of a dictionary "
        "`items`, `keys`, `values`, `get`, `pop`, `copy`, `update` or `clear` are its methods. They are called: "
        "`clear` empties each item that is looked at.",
    .examples = examples,
};

}  // namespace alyx::analyzer
