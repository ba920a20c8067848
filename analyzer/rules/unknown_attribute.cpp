// Attributes that an entity type does not have.
#include "analyzer/rules/statement.hpp"
#include "analyzer/rules/text.hpp"
#include "analyzer/schema/entity_types.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {

extern Rule const unknown_attribute;
StatementCheck check_unknown_attribute;

namespace {

/// The path behind the unknown name, resolved from `model`: does it lead anywhere?
bool goes_on(AttributeUse const& use, std::string_view text, Model const* model) {
    auto const& segments = use.path->path.segments;
    for (auto i = use.target.fault_segment + 1; i < segments.size(); ++i) {
        auto const* name = model ? model->find(segments[i].span.of(text)) : nullptr;
        if (!name) return false;
        model = name->target;
    }
    return true;
}

/// References in whose place, or behind which, the unknown name makes sense: `asset.parent`, or `state` for `type`.
std::vector<std::string> other_ways(AttributeUse const& use, std::string_view text, Model const& model) {
    std::vector<std::string> ways;
    auto segment = use.path->path.segments[use.target.fault_segment].span.of(text);
    bool is_last = use.target.fault_segment + 1 == use.path->path.segments.size();
    for (auto const& name : model.names) {
        if (!name.is_relation() || name.multi_valued) continue;
        auto const* behind = name.target->find(segment);
        if (behind && goes_on(use, text, behind->target)) ways.push_back(concat(name.name, ".", segment));
    }
    if (!ways.empty() || is_last) return ways;
    for (auto const& name : model.names)
        if (name.is_relation() && !name.multi_valued && name.target != &model && goes_on(use, text, name.target))
            ways.push_back(name.name);
    return ways;
}

void help(StatementReview const& review, AttributeUse const& use, Model const& model, Diagnosis& d) {
    auto name = review.text_of(d.span);
    bool is_keyed = model.find("key") && model.find("value");
    if (is_keyed && use.target.fault_segment > 0) {
        auto relation = use.target.steps.back().name->name;
        d.help = concat("write ", quote(concat(relation, " any (key is \"", name, "\" and value is …)")));
        return;
    }
    if (name.find("__") != std::string_view::npos) {
        d.help = "paths have dots, and the operator is a word of its own";
        return;
    }
    suggest_name(review, d, name, attributes_of(review.schema, model));
    if (!d.help.empty()) return;
    auto ways = other_ways(use, review.statement.text, model);
    if (ways.size() > 3 || ways.empty()) return;
    d.help = concat("did you mean ", join_or(ways), "?");
    if (ways.size() == 1) d.fix = replace(d.span, ways.front());
}

/// Not in the schema, and projected by programs that work; `id` of types whose key is made of other attributes.
bool is_put_up_with(StatementReview const& review, Model const& model, std::string_view name) {
    return name == "__entity_type__" || (name == "id" && !entity_type(review.schema, model).keys.empty());
}

constexpr RuleExample examples[] = {
    {"", R"(Task where status.type.name is "Done")", R"(Task where status.state.name is "Done")"},
    {"", R"(AssetVersion where parent.id is x)", R"(AssetVersion where asset.parent.id is x)"},
    {"", R"(Task where custom_attributes.fps is 24)",
     R"(Task where custom_attributes any (key is "fps" and value is 24))"},
};

}  // namespace

void check_unknown_attribute(StatementReview const& review, Report& report) {
    for (auto const& use : review.resolved.uses) {
        if (use.target.fault != AttributeFault::unknown) continue;
        auto const& steps = use.target.steps;
        auto const& model = steps.empty() ? *use.root : *steps.back().target;
        auto span = use.path->path.segments[use.target.fault_segment].span;
        // What a star stands for has been said.
        if (review.text_of(span) == "*") continue;
        if (use.role == AttributeUse::Role::projection && is_put_up_with(review, model, review.text_of(span))) continue;
        auto* d = report.add(unknown_attribute, 0, span,
                             concat(quote(review.text_of(span)), " is no attribute of ", model.name));
        if (d && review.with_help) help(review, use, model, *d);
    }
}

Rule const unknown_attribute{
    .code = "AQ613",
    .name = "unknown-attribute",
    .effect = Effect::refused,
    .summary = "An attribute that neither the entity type nor one of its subtypes has",
    .why =
        "Each name of a path is looked up on the entity type to which the names before it lead; attributes of"
        " subtypes may be used, for rows may be of any of them. Custom attributes are no attributes of the "
        "type: they are rows with a `key` and a `value`.",
    .examples = examples,
};

}  // namespace alyx::analyzer
