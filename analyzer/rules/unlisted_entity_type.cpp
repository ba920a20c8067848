// An entity type that only some workspaces have.
#include "analyzer/rules/statement.hpp"
#include "analyzer/rules/suggest.hpp"
#include "analyzer/rules/text.hpp"
#include "analyzer/schema/entity_types.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {

extern Rule const unlisted_entity_type;
StatementCheck check_unlisted_entity_type;

namespace {

constexpr RuleExample examples[] = {
    {"", R"(Vehicle where name is a)", R"()"},
};

}  // namespace

void check_unlisted_entity_type(StatementReview const& review, Report& report) {
    for (auto const& part : review.resolved.parts) {
        auto const& s = *part.statement;
        if (part.target || s.target_has_hole || s.target.empty()) continue;
        auto name = review.text_of(s.target);
        if (!is_capitalised(name) || !near_entity_types(review, name).empty()) continue;
        report.add(unlisted_entity_type, 0, s.target, concat(quote(name), " is none of ftrack's own entity types"));
    }
}

Rule const unlisted_entity_type{
    .code = "AQ612",
    .name = "unlisted-entity-type",
    .effect = Effect::misleading,
    .summary = "An entity type that is none of ftrack's own",
    .why =
        "Workspaces make object types of their own, and each is an entity type, so this one may exist where "
        "the script runs; nothing of the query can be checked. A pack that lists it (`alyxlint schema show`, "
        "`--schema`) makes it known.",
    .examples = examples,
};

}  // namespace alyx::analyzer
