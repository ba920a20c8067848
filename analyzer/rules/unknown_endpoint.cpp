// An endpoint that the service does not have.
#include "analyzer/rules/suggest.hpp"
#include "analyzer/rules/text.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {
namespace {

bool explain(Review const& review, Refusal const&, Diagnosis& d) {
    auto name = review.request.endpoint;
    d.message = concat(review.schema().title, " has no endpoint ", quote(name));
    if (!review.with_help) return true;
    std::vector<std::string_view> known;
    for (auto const& endpoint : review.schema().endpoints)
        if (endpoint->model) known.push_back(endpoint->name);
    auto close = closest(name, known);
    if (close.empty()) return true;
    d.help = concat("did you mean ", join_or(close), "?");
    if (close.size() > 1) return true;
    d.fix = replace(make_span(0, name.size()), close[0]);
    d.fix->subject = Subject::endpoint;
    return true;
}

constexpr Cause causes[] = {Cause::unknown_endpoint};
constexpr RuleExample examples[] = {{"session", "number,1", ""}};

}  // namespace

extern Rule const unknown_endpoint;
Rule const unknown_endpoint{
    .code = "AQ201",
    .name = "unknown-endpoint",
    .effect = Effect::refused,
    .summary = "An endpoint that the service does not have",
    .why =
        "The server answers 404 before it looks at anything else. Names of endpoints are mostly plural, with dashes, "
        "and differ from those of the models: `insertions`, `fields-of-view`.",
    .examples = examples,
    .causes = causes,
    .explain = explain,
    .code_example = "endpoint: session\nnumber,1",
};

}  // namespace alyx::analyzer
