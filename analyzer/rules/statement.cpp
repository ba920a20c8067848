// Judgements of statements, and words for what they compare.
#include "analyzer/rules/statement.hpp"

#include <algorithm>

#include "analyzer/query/ftrack.hpp"
#include "analyzer/rules/suggest.hpp"
#include "analyzer/rules/text.hpp"
#include "analyzer/schema/entity_types.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {

StatementJudgement::StatementJudgement(std::string_view text, Holes holes, Schema const& schema)
    : statement(parse_ftrack(text, holes)),
      resolved(resolve_statement(statement, schema)),
      client(predict_ftrack_client(statement, resolved.parts.front().target != nullptr)) {}

bool is_relation_test(Comparison const& comparison) {
    return comparison.op == Operator::has || comparison.op == Operator::any;
}

bool is_list_test(Comparison const& comparison) {
    return comparison.op == Operator::in || comparison.op == Operator::not_in;
}

bool is_only_late(StatementReview const& review, SyntaxFault const& fault) {
    for (auto const& part : review.resolved.parts) {
        auto const& clauses = part.statement->clauses;
        auto at = std::find_if(clauses.begin(), clauses.end(), [&](auto const& c) { return c.span == fault.span; });
        if (at == clauses.end()) continue;
        return std::none_of(clauses.begin(), at,
                            [&](auto const& c) { return c.clause > at->clause && c.clause < Clause::offset; });
    }
    return false;
}

bool is_clause(StatementReview const& review, Span found, bool outer) {
    for (auto const& part : review.resolved.parts)
        for (auto const& clause : part.statement->clauses)
            if (clause.span.begin == found.begin && (part.statement == &review.statement) == outer) return true;
    return false;
}

std::vector<std::string> near_entity_types(StatementReview const& review, std::string_view name) {
    std::vector<std::string_view> names;
    for (auto const& model : review.schema.models) names.push_back(model->name);
    return closest(name, names);
}

bool is_capitalised(std::string_view name) {
    return !name.empty() && name.front() >= 'A' && name.front() <= 'Z';
}

std::string describe(AttributeUse const& use) {
    auto const& step = use.target.steps.back();
    auto what = step.name->is_relation()
                    ? concat(step.name->multi_valued ? "a collection of " : "a ", step.name->target->name, " of ")
                    : concat(step.name->field_class->name, " of ");
    return concat(quote(step.name->name), " (", what, step.model->name, ")");
}

std::vector<std::string_view> attributes_of(Schema const& schema, Model const& model) {
    auto names = names_of(model);
    for (auto const* subtype : entity_type(schema, model).subtypes)
        for (auto name : names_of(*subtype))
            if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
    return names;
}

void suggest_name(StatementReview const& review, Diagnosis& d, std::string_view written,
                  std::span<std::string_view const> candidates) {
    if (!review.with_help) return;
    auto names = closest(written, candidates);
    if (names.empty()) return;
    d.help = concat("did you mean ", join_or(names), "?");
    if (names.size() == 1) d.fix = replace(d.span, names.front());
}

}  // namespace alyx::analyzer
