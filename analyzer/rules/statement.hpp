// What rules about statements look at, and their common words.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "analyzer/outcome/ftrack_client.hpp"
#include "analyzer/resolve/statement.hpp"
#include "analyzer/rules/rule.hpp"

namespace alyx::analyzer {

/// Dialects whose queries are whole statements, which name their target themselves.
inline bool is_statement_dialect(std::string_view dialect) {
    return dialect == "ftrack";
}

/// A statement with its names, and what the client does with it.
struct StatementReview {
    Schema const& schema;
    Statement const& statement;
    ResolvedStatement const& resolved;
    FtrackClientOutcome const& client;
    bool with_help = true;

    std::string_view text_of(Span span) const { return statement.text_of(span); }
};

/// Parsed, resolved and judged: everything that a review points to.
struct StatementJudgement {
    Statement statement;
    ResolvedStatement resolved;
    FtrackClientOutcome client;

    StatementJudgement(std::string_view text, Holes holes, Schema const& schema);
    StatementJudgement(StatementJudgement const&) = delete;
    StatementReview review(Schema const& schema, bool with_help = true) const {
        return {schema, statement, resolved, client, with_help};
    }
};

/// How a rule looks at a statement; `check_` and the rule's name.
using StatementCheck = void(StatementReview const&, Report&);

/// What all rules about statements say, in the order of the text.
std::vector<Diagnosis> diagnose(StatementReview const& review);
/// Is the rule about statements, and its examples are some?
bool is_about_statements(Rule const& rule);

/// The attribute that a condition compares; null where it is not known.
inline Name const* compared(AttributeUse const& use) {
    return use.comparison && use.comparison->op != Operator::unknown ? use.target.end() : nullptr;
}
/// Calls `visit(use, name)` for each condition whose attribute is known.
void each_condition(StatementReview const& review, auto const& visit) {
    for (auto const& use : review.resolved.uses)
        if (auto const* name = compared(use)) visit(use, *name);
}
bool is_relation_test(Comparison const& comparison);
bool is_list_test(Comparison const& comparison);

/// Does nothing but `limit` and `offset` stand wrongly before the clause that the fault is about?
bool is_only_late(StatementReview const& review, SyntaxFault const& fault);
/// Is `found` the keyword of a clause: of the statement itself, or (not `outer`) of one within it?
bool is_clause(StatementReview const& review, Span found, bool outer);
/// Entity types that may be meant by the name.
std::vector<std::string> near_entity_types(StatementReview const& review, std::string_view name);
/// As the names of entity types are.
bool is_capitalised(std::string_view name);

/// `status` (a Status of Task), `bid` (number of Task).
std::string describe(AttributeUse const& use);
/// The names of a type and of its subtypes, those of the type first.
std::vector<std::string_view> attributes_of(Schema const& schema, Model const& model);
/// Adds help and, where one name is closest, a fix that writes it.
void suggest_name(StatementReview const& review, Diagnosis& d, std::string_view written,
                  std::span<std::string_view const> candidates);

}  // namespace alyx::analyzer
