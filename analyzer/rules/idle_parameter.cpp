// A parameter that does nothing without another one.
#include <algorithm>

#include "analyzer/rules/text.hpp"
#include "analyzer/rules/url_parameter.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {

extern Rule const idle_parameter;

namespace {

void check(Review const& review, Report& report) {
    auto const& parameters = review.outcome.parameters;
    if (!url_of(review) || !review.request.is_complete) return;
    auto const is_given = [&](std::string_view name) {
        return std::any_of(review.request.parameters.begin(), review.request.parameters.end(),
                           [&](RequestParameter const& p) { return p.name == name; });
    };
    // Lookups whose names are not known may be anything.
    auto const has_hidden_name = std::any_of(parameters.begin(), parameters.end(), [](ParameterUse const& use) {
        return use.query && std::any_of(use.query->conditions.begin(), use.query->conditions.end(),
                                        [](Condition const& c) { return c.path.has_hole; });
    });
    if (has_hidden_name) return;
    for (std::uint32_t i = 0; i < parameters.size(); ++i) {
        if (!parameters[i].spec) continue;
        auto const other = required_by(review.schema(), *parameters[i].spec);
        if (other.empty() || is_given(other)) continue;
        auto* d = report.add(idle_parameter, i, make_span(0, parameters[i].spec->name.size()),
                             concat(quote(parameters[i].spec->name), " does nothing without ", quote(other)),
                             Subject::parameter);
        if (d && review.with_help) d->help = concat("add ", quote(concat(other, "=1")), ", or leave it out");
    }
}

constexpr RuleExample examples[] = {
    {"analysis", "label=run&page_size=50", "label=run&page_size=50&page=1"},
};

}  // namespace

Rule const idle_parameter{
    .code = "AQ805",
    .name = "idle-parameter",
    .effect = Effect::misleading,
    .summary = "A parameter of a URL that does nothing without another one",
    .why =
        "Some parameters only say how another one is meant. `page_size` alone does not make pages: the answer is the "
        "whole list.",
    .examples = examples,
    .check = check,
};

}  // namespace alyx::analyzer
