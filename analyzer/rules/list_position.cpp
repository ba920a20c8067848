// Numbers as segments.
#include "analyzer/rules/collection.hpp"
#include "analyzer/rules/text.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {

extern Rule const list_position;
CollectionCheck check_list_position;

namespace {

constexpr RuleExample examples[] = {
    {"", R"(entries.find_all_where(scores__0=5))", ""},
};

}  // namespace

void check_list_position(CollectionReview const& review, Report& report) {
    auto see = [&](ResolvedCondition const& c, CollectionArgument const&, std::uint32_t index) {
        auto path = c.keyword.text.substr(0, c.keyword.segments[c.segment - 1].span.end);
        auto* d = report.add(list_position, index, c.keyword.segments[c.segment].span,
                             concat(quote(c.at_fault()), " leads into no list: ", quote(path), " itself is compared"),
                             Subject::parameter);
        if (d) d->help = concat("test for any of its values: ", quote(concat(path, "__contains")));
    };
    each_fault(review, ResolvedCondition::Fault::list_position, see);
}

Rule const list_position{
    .code = "AQ716",
    .name = "list-position",
    .effect = Effect::misleading,
    .summary = "A number in a keyword, which leads into no list",
    .why =
        "Only names of attributes and keys of dictionaries lead on. A number is neither: the list itself is compared, "
        "and nothing is found.",
    .examples = examples,
};

}  // namespace alyx::analyzer
