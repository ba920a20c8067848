// A parameter spelled like the keys of the answers, where the service filters by the names of its fields.
#include "analyzer/rules/text.hpp"
#include "analyzer/rules/url_parameter.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {

extern Rule const camel_case_parameter;

namespace {

void check(Review const& review, Report& report) {
    each_unread(review, [&](UnreadParameter const& unread) {
        auto const snake = snake_case(unread.text);
        if (snake == unread.text || !url_of(review)->may_begin(review.endpoint(), snake)) return;
        auto* d =
            report.add(camel_case_parameter, unread.parameter, unread.name,
                       concat(quote(unread.text), " is no filter: those are named after fields, here ", quote(snake)));
        if (!d || !review.with_help) return;
        d->help = concat("did you mean ", quote(snake), "?");
        d->fix = replace(unread.name, snake);
    });
}

constexpr RuleExample examples[] = {
    {"analysis", "localTimestamp__gte=2022-01-01", "local_timestamp__gte=2022-01-01"},
};

}  // namespace

Rule const camel_case_parameter{
    .code = "AQ801",
    .name = "camel-case-parameter",
    .effect = Effect::misleading,
    .summary = "A parameter in camelCase, as answers spell it, where a field in snake_case is meant",
    .why =
        "Services in Django name their filters after the fields of their models, `local_timestamp`, while the keys of "
        "their answers are often turned into camelCase for JavaScript. A parameter that is spelled like a key of the "
        "answers is no filter.",
    .examples = examples,
    .check = check,
};

}  // namespace alyx::analyzer
