// The same keyword twice.
#include <algorithm>

#include "analyzer/rules/collection.hpp"
#include "analyzer/rules/text.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {

extern Rule const repeated_condition;
CollectionCheck check_repeated_condition;

namespace {

constexpr RuleExample examples[] = {
    {"", R"(entries.find_all_where(tags__contains='a', tags__contains='b'))", ""},
};

}  // namespace

void check_repeated_condition(CollectionReview const& review, Report& report) {
    auto const& arguments = review.call.arguments;
    for (std::uint32_t i = 0; i < arguments.size(); ++i) {
        if (arguments[i].name.empty()) continue;
        auto same = [&](CollectionArgument const& other) { return other.name == arguments[i].name; };
        auto earlier = std::find_if(arguments.begin(), arguments.begin() + i, same);
        if (earlier == arguments.begin() + i) continue;
        auto* d = report.add(repeated_condition, i, make_span(0, arguments[i].name.size()),
                             concat(quote(arguments[i].name), " is given twice"), Subject::parameter);
        if (d) d->server = raises("SyntaxError");
    }
}

Rule const repeated_condition{
    .code = "AQ705",
    .name = "repeated-condition",
    .effect = Effect::refused,
    .summary = "The same keyword twice in a call",
    .why =
        "An argument can be given once. Two conditions for one field need two keywords: `eq` may be written or left "
        "out, `lte` has the other name `le`, and a range is `gte` with `lte`.",
    .examples = examples,
};

}  // namespace alyx::analyzer
