// An entity type that is none.
#include "analyzer/rules/statement.hpp"
#include "analyzer/rules/suggest.hpp"
#include "analyzer/rules/text.hpp"
#include "analyzer/schema/entity_types.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {

extern Rule const unknown_entity_type;
StatementCheck check_unknown_entity_type;

namespace {

constexpr RuleExample examples[] = {
    {"", R"(Tasks where name is a)", R"(Task where name is a)"},
    {"", R"(select id from asset_version)", R"(select id from AssetVersion)"},
};

}  // namespace

void check_unknown_entity_type(StatementReview const& review, Report& report) {
    for (auto const& part : review.resolved.parts) {
        auto const& s = *part.statement;
        if (part.target || s.target_has_hole || s.target.empty()) continue;
        auto name = review.text_of(s.target);
        auto near = near_entity_types(review, name);
        if (near.empty() && is_capitalised(name)) continue;
        auto* d = report.add(unknown_entity_type, 0, s.target, concat("there is no entity type ", quote(name)));
        if (!d) continue;
        if (&s == &review.statement && s.select.empty()) d->server = ServerAnswer{0, "KeyError"};
        if (near.empty()) continue;
        d->help = concat("did you mean ", join_or(near), "?");
        if (near.size() == 1) d->fix = replace(s.target, near.front());
    }
}

Rule const unknown_entity_type{
    .code = "AQ611",
    .name = "unknown-entity-type",
    .effect = Effect::refused,
    .summary = "An entity type that ftrack does not have",
    .why =
        "Entity types are singular and in CamelCase: `Task`, `AssetVersion`, `TypedContext`. The Python "
        "client looks the type up before it sends anything, and raises `KeyError`.",
    .examples = examples,
};

}  // namespace alyx::analyzer
