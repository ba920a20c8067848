// Casts to types that cannot be there.
#include <algorithm>

#include "analyzer/rules/statement.hpp"
#include "analyzer/rules/text.hpp"
#include "analyzer/schema/entity_types.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {

extern Rule const invalid_cast;
StatementCheck check_invalid_cast;

namespace {

constexpr RuleExample examples[] = {
    {"", R"(Task where parent[Asset].name is "x")", R"(Task where parent[Shot].name is "x")"},
};

}  // namespace

void check_invalid_cast(StatementReview const& review, Report& report) {
    for (auto const& use : review.resolved.uses) {
        auto fault = use.target.fault;
        bool is_cast = fault == AttributeFault::unknown_cast || fault == AttributeFault::unrelated_cast ||
                       fault == AttributeFault::cast_of_scalar;
        if (!is_cast) continue;
        auto cast = std::find_if(use.path->casts.begin(), use.path->casts.end(),
                                 [&](Cast const& c) { return c.segment == use.target.fault_segment; });
        auto type = quote(review.text_of(cast->type));
        auto const& step = use.target.steps.back();
        std::vector<std::string_view> fitting;
        std::string message;
        if (fault == AttributeFault::cast_of_scalar) {
            message =
                concat(quote(step.name->name), " of ", step.model->name, " is no relation, and has no type to cast to");
        } else {
            message = fault == AttributeFault::unknown_cast ? concat("there is no entity type ", type)
                                                            : concat(type, " is no kind of ", step.name->target->name,
                                                                     ", to which ", quote(step.name->name), " leads");
            fitting.push_back(step.name->target->name);
            for (auto const* subtype : entity_type(review.schema, *step.name->target).subtypes)
                fitting.push_back(subtype->name);
        }
        if (review.text_of(cast->type).find_first_of("\"'") != std::string_view::npos) continue;
        if (auto* d = report.add(invalid_cast, 0, cast->type, std::move(message)))
            suggest_name(review, *d, review.text_of(cast->type), fitting);
    }
}

Rule const invalid_cast{
    .code = "AQ615",
    .name = "invalid-cast",
    .effect = Effect::refused,
    .summary = "A cast to an entity type that the relation cannot lead to",
    .why =
        "A cast names a special case of what the relation leads to: `parent` of a task is a `Context`, so "
        "`parent[Shot]` and `parent[Project]` can be, and `parent[Asset]` cannot.",
    .examples = examples,
};

}  // namespace alyx::analyzer
