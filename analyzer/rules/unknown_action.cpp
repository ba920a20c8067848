// An action that the endpoint does not have, as the client sees it.
#include "analyzer/rules/call_text.hpp"
#include "analyzer/rules/suggest.hpp"
#include "analyzer/rules/text.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {

extern Rule const unknown_action;

namespace {

void check(CallReview const& review, Report& report) {
    for (auto const* refusal : refusals_of(review, Cause::client_unknown_action)) {
        auto const& endpoint = *review.outcome.endpoint;
        auto* d = report.add(
            unknown_action, refusal->argument, refusal->fault.culprit,
            concat(quote(review.call.arguments[refusal->argument].text), " is no action of ", quote(endpoint.name)));
        if (!d) continue;
        d->server = raised(*refusal);
        auto const& actions = *endpoint.client_actions;
        std::vector<std::string_view> names(actions.begin(), actions.end());
        auto close = closest(review.outcome.action, names);
        d->help =
            close.empty() ? concat("its actions are ", join_or(actions)) : concat("did you mean ", join_or(close), "?");
        if (close.size() == 1) d->fix = replace(refusal->fault.culprit, close[0]);
    }
}

}  // namespace

Rule const unknown_action{
    .code = "AQ521",
    .name = "unknown-action",
    .effect = Effect::refused,
    .summary = "A client call with an action that the endpoint does not have",
    .why =
        "Not every endpoint can be written to, or read one by one. ONE looks the action up and raises a "
        "`ValueError` before anything is sent.",
    .check_call = check,
    .code_example = "one.alyx.rest('sessions', 'lst', subject='KS022')",
};

}  // namespace alyx::analyzer
