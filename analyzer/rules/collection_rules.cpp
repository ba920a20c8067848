// The table of rules about collections, and how they are asked.
#include <algorithm>

#include "analyzer/rules/collection.hpp"

namespace alyx::analyzer {

#define ALYX_COLLECTION_RULE(name) \
    extern Rule const name;        \
    CollectionCheck check_##name;
#include "analyzer/rules/collection_rules.def"
#undef ALYX_COLLECTION_RULE

namespace {

struct CollectionRule {
    Rule const* rule;
    CollectionCheck* check;
};

constexpr CollectionRule rules[] = {
#define ALYX_COLLECTION_RULE(name) {&name, check_##name},
#include "analyzer/rules/collection_rules.def"
#undef ALYX_COLLECTION_RULE
};

}  // namespace

std::vector<Diagnosis> diagnose(CollectionReview const& review) {
    std::vector<Diagnosis> diagnoses;
    Report report(diagnoses);
    for (auto const& each : rules) each.check(review, report);
    std::stable_sort(diagnoses.begin(), diagnoses.end(),
                     [](Diagnosis const& a, Diagnosis const& b) { return a.parameter < b.parameter; });
    return diagnoses;
}

bool is_about_collections(Rule const& rule) {
    return std::any_of(std::begin(rules), std::end(rules), [&](auto const& each) { return each.rule == &rule; });
}

}  // namespace alyx::analyzer
