// An order by what the endpoint cannot be ordered by.
#include <algorithm>

#include "analyzer/rules/suggest.hpp"
#include "analyzer/rules/text.hpp"
#include "analyzer/rules/url_parameter.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {

extern Rule const unknown_ordering;

namespace {

void check_name(Review const& review, Report& report, std::uint32_t index, Span span,
                std::vector<std::string> const& known) {
    auto const& use = review.outcome.parameters[index];
    auto const name = span.of(use.value);
    if (std::find(known.begin(), known.end(), name) != known.end()) return;
    auto* d =
        report.add(unknown_ordering, index, span,
                   concat(quote(review.endpoint().name), " cannot be ordered by ", quote(name), ": it is dropped"));
    if (!d || !review.with_help) return;
    std::vector<std::string_view> const candidates(known.begin(), known.end());
    auto close = closest(name, candidates);
    if (auto const snake = snake_case(name); std::find(known.begin(), known.end(), snake) != known.end())
        close = {snake};
    d->help = close.empty() ? concat("there are ", join_or(known)) : concat("did you mean ", join_or(close), "?");
    if (close.size() == 1) d->fix = replace(span, close[0]);
}

void check(Review const& review, Report& report) {
    auto const& parameters = review.outcome.parameters;
    for (std::uint32_t i = 0; i < parameters.size(); ++i) {
        auto const& use = parameters[i];
        auto const* known = use.spec ? ordering_of(review.schema(), *use.spec) : nullptr;
        if (!known || !use.holes.empty() || use.value.empty()) continue;
        for (std::size_t begin = 0; begin <= use.value.size();) {
            auto const end = std::min(use.value.find(',', begin), use.value.size());
            auto const turned = begin < end && use.value[begin] == '-' ? 1U : 0U;
            check_name(review, report, i, make_span(begin + turned, end), *known);
            begin = end + 1;
        }
    }
}

constexpr RuleExample examples[] = {
    {"analysis", "ordering=-localTimestamp", "ordering=-local_timestamp"},
};

}  // namespace

Rule const unknown_ordering{
    .code = "AQ806",
    .name = "unknown-ordering",
    .effect = Effect::misleading,
    .summary = "An order by a name that the endpoint cannot be ordered by",
    .why =
        "Names that cannot be ordered by are dropped without a word, and the answer comes in whatever order the "
        "service "
        "has. Lists that are cut into pages then miss some rows and repeat others.",
    .examples = examples,
    .check = check,
};

}  // namespace alyx::analyzer
