// Aggregates that cannot be computed.
#include <algorithm>

#include "analyzer/rules/statement.hpp"
#include "analyzer/rules/text.hpp"
#include "analyzer/schema/entity_types.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {

extern Rule const invalid_aggregate;
StatementCheck check_invalid_aggregate;

namespace {

constexpr std::string_view functions[] = {"sum", "avg", "min", "max", "count"};

constexpr RuleExample examples[] = {
    {"", R"(select count(id) from Task)", R"(select status_id, count(id) from Task group by status_id)"},
    {"", R"(select length(name) from Task group by name)", R"(select count(name) from Task group by name)"},
};

}  // namespace

void check_invalid_aggregate(StatementReview const& review, Report& report) {
    for (auto const& part : review.resolved.parts) {
        auto const& s = *part.statement;
        for (auto const& p : s.projections) {
            if (p.aggregate.empty()) continue;
            auto function = review.text_of(p.aggregate);
            if (std::find(std::begin(functions), std::end(functions), function) == std::end(functions)) {
                if (auto* d =
                        report.add(invalid_aggregate, 0, p.aggregate, concat(quote(function), " is no aggregate")))
                    suggest_name(review, *d, function, functions);
            } else if (s.group.empty() && review.statement.faults.empty() && !review.statement.has_holes) {
                report.add(invalid_aggregate, 0, p.span, concat(quote(function), " needs a `group by`"));
            }
        }
        if (!s.group.empty() && part.target && !entity_type(review.schema, *part.target).is_grouped)
            report.add(invalid_aggregate, 0, s.group.front().path.span,
                       concat(part.target->name, " cannot be grouped"));
    }
}

Rule const invalid_aggregate{
    .code = "AQ632",
    .name = "invalid-aggregate",
    .effect = Effect::refused,
    .summary = "An aggregate without `group by`, of an unknown function, or of entities that cannot be grouped",
    .why =
        "`sum`, `avg`, `min`, `max` and `count` are computed over the groups of a `group by`, of those entity"
        " types that allow it. They need the strict API and `session.call`; the objects of `session.query` "
        "have no place for them.",
    .examples = examples,
};

}  // namespace alyx::analyzer
