// Texts as containers.
#include "analyzer/rules/collection.hpp"
#include "analyzer/rules/text.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {

extern Rule const text_as_container;
CollectionCheck check_text_as_container;

namespace {

constexpr RuleExample examples[] = {
    {"", R"(entries.find_all_where(status__in='PENDING'))", R"(entries.find_all_where(status__in=['PENDING']))"},
};

}  // namespace

void check_text_as_container(CollectionReview const& review, Report& report) {
    auto see = [&](ResolvedCondition const& c, CollectionArgument const& argument, std::uint32_t index) {
        if (!c.test || c.lookup() != CollectionLookup::in) return;
        if (argument.value.kind != CollectionValue::Kind::text) return;
        auto* d = report.add(text_as_container, index, make_span(0, argument.value.text.size()),
                             "each part of the text matches, not only the whole of it");
        if (d) d->help = "put the text into a list";
    };
    each_condition(review, see);
}

Rule const text_as_container{
    .code = "AQ723",
    .name = "text-as-container",
    .effect = Effect::misleading,
    .summary = "A text behind `in`, of which each part matches",
    .why =
        "`in` asks whether the value is part of what is given. Of a text every part is: `status__in=\"PENDING\"` finds "
        "`END` and the empty text too, and values that are no texts raise `TypeError`, which is swallowed.",
    .examples = examples,
};

}  // namespace alyx::analyzer
