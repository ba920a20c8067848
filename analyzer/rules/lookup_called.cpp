// Lookups that are called like functions.
#include "analyzer/rules/collection.hpp"
#include "analyzer/rules/text.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {

extern Rule const lookup_called;
CollectionCheck check_lookup_called;

namespace {

bool is_lookup(CollectionArgument const& argument) {
    if (!argument.name.empty() || argument.called.empty()) return false;
    auto keyword = parse_collection_keyword(argument.called);
    return keyword.segments.size() > 1 || keyword.test();
}

constexpr RuleExample examples[] = {
    {"", R"(entries.find_all_where(serial_number__startswith("SN76")))",
     R"(entries.find_all_where(serial_number__startswith="SN76"))"},
    {"", R"(entries.find_all_where(cost__not_lt(3.50)))", R"(entries.find_all_where(cost__not_lt=3.50))"},
};

}  // namespace

void check_lookup_called(CollectionReview const& review, Report& report) {
    for (std::uint32_t i = 0; i < review.call.arguments.size(); ++i) {
        auto const& argument = review.call.arguments[i];
        if (!is_lookup(argument)) continue;
        auto* d = report.add(lookup_called, i, {},
                             concat(quote(argument.called), " is called like a function, which does not exist"));
        if (!d) continue;
        d->server = raises("NameError");
        d->help = concat("a condition is a keyword: ", quote(concat(argument.called, "=…")));
        // The edits are those of the call itself: no text of a query stands here.
        if (argument.called_with == 1)
            d->fix =
                Fix{concat("write ", quote(concat(argument.called, "=…"))), Fix::Safety::unsafe, Subject::value, {}};
    }
}

Rule const lookup_called{
    .code = "AQ702",
    .name = "lookup-called",
    .effect = Effect::refused,
    .summary = "A lookup written as a call: `name__startswith(\"SN\")`",
    .why =
        "What looks like a condition is the call of a function of that name, whose result would be a positional "
        "argument: Python looks for the name and raises `NameError`. The documentation of the library has sixteen "
        "examples of that kind.",
    .examples = examples,
};

}  // namespace alyx::analyzer
