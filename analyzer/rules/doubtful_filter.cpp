// Attributes of which it is not known that one can filter by them.
#include "analyzer/rules/statement.hpp"
#include "analyzer/rules/text.hpp"
#include "analyzer/schema/entity_types.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {

extern Rule const doubtful_filter;
StatementCheck check_doubtful_filter;

namespace {

std::string_view reason(FilterDoubt doubt) {
    switch (doubt) {
        case FilterDoubt::computed:
            return "is computed by the server";
        case FilterDoubt::restricted:
            return "is restricted, and dropped by the Python client";
        case FilterDoubt::path:
            return "is a path made for showing";
        case FilterDoubt::object:
            return "holds structured data";
        case FilterDoubt::internal:
            return "is deprecated or ftrack's own";
        case FilterDoubt::none:
            break;
    }
    return {};
}

constexpr RuleExample examples[] = {
    {"", R"(Task where time_logged > 3600)", R"()"},
    {"", R"(Asset where latest_version.version > 3)", R"(Asset where versions.version > 3)"},
};

}  // namespace

void check_doubtful_filter(StatementReview const& review, Report& report) {
    each_condition(review, [&](AttributeUse const& use, Name const&) {
        for (auto const& step : use.target.steps) {
            auto doubt = doubt_about(review.schema, *step.name);
            if (doubt == FilterDoubt::none) continue;
            auto const what = &step == &use.target.steps.back()
                                  ? describe(use)
                                  : concat(quote(step.name->name), " of ", step.model->name);
            report.add(doubtful_filter, 0, use.path->path.span,
                       concat(what, " ", reason(doubt), ": that one can filter by it is not documented"));
        }
    });
}

Rule const doubtful_filter{
    .code = "AQ616",
    .name = "doubtful-filter",
    .effect = Effect::advice,
    .summary = "A condition on an attribute of which nobody knows that it can be filtered by",
    .why =
        "Some attributes are computed, hidden from most users, or made for showing. No document says that "
        "conditions on them are refused, and no public script has one.",
    .examples = examples,
};

}  // namespace alyx::analyzer
