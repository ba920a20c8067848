// A name that the service has changed.
#include "analyzer/rules/path_mend.hpp"
#include "analyzer/rules/suggest.hpp"
#include "analyzer/rules/text.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {
namespace {

bool explain(Review const& review, Refusal const& refusal, Diagnosis& d) {
    auto const& c = *refusal.conjunct;
    // A filter that the endpoint does not have leads nowhere.
    bool names_model = c.target.model && (c.target.fault_segment == 0 || c.target.is_relation);
    auto const* rename = names_model ? find_rename(review.schema(), *c.target.model, failing_segment(c)) : nullptr;
    if (!rename) return false;
    d.message = concat(quote(rename->from), " of ", c.target.model->name, " was renamed to ", quote(rename->to));
    if (!rename->since.empty()) d.message += concat(" in ", rename->since);
    if (!review.with_help) return true;
    d.help = concat("write ", quote(rename->to));
    auto span = c.path->segments[c.target.fault_segment].span;
    propose_edit(review, refusal, d, {span, rename->to}, Fix::Safety::safe);
    return true;
}

constexpr Cause causes[] = {Cause::unknown_field, Cause::unsupported_lookup};
constexpr RuleExample examples[] = {
    {"sessions", "project__name__icontains,ibl", "projects__name__icontains,ibl"},
    {"insertions", "session__project__name,ibl", "session__projects__name,ibl"},
};

}  // namespace

extern Rule const renamed_field;
Rule const renamed_field{
    .code = "AQ206",
    .name = "renamed-field",
    .effect = Effect::refused,
    .summary = "A name that the service has changed",
    .why =
        "Scripts outlive schemas. `project` of sessions and subjects became `projects` when one project was no longer "
        "enough; paths with the old name are refused at any depth, while the REST parameter of that name still "
        "works.",
    .examples = examples,
    .causes = causes,
    .explain = explain,
    .tag = Tag::deprecated,
};

}  // namespace alyx::analyzer
