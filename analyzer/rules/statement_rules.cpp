// The table of rules about statements, and how they are asked.
#include <algorithm>

#include "analyzer/rules/statement.hpp"

namespace alyx::analyzer {

#define ALYX_STATEMENT_RULE(name) \
    extern Rule const name;       \
    StatementCheck check_##name;
#include "analyzer/rules/statement_rules.def"
#undef ALYX_STATEMENT_RULE

namespace {

struct StatementRule {
    Rule const* rule;
    StatementCheck* check;
};

constexpr StatementRule rules[] = {
#define ALYX_STATEMENT_RULE(name) {&name, check_##name},
#include "analyzer/rules/statement_rules.def"
#undef ALYX_STATEMENT_RULE
};

}  // namespace

std::vector<Diagnosis> diagnose(StatementReview const& review) {
    std::vector<Diagnosis> diagnoses;
    Report report(diagnoses);
    for (auto const& each : rules) each.check(review, report);
    std::stable_sort(diagnoses.begin(), diagnoses.end(),
                     [](Diagnosis const& a, Diagnosis const& b) { return a.span.begin < b.span.begin; });
    return diagnoses;
}

bool is_about_statements(Rule const& rule) {
    return std::any_of(std::begin(rules), std::end(rules), [&](auto const& each) { return each.rule == &rule; });
}

}  // namespace alyx::analyzer
