// The table of rules, and how they are asked.
#include <algorithm>
#include <array>
#include <boost/container/small_vector.hpp>
#include <tuple>

#include "analyzer/rules/mend.hpp"
#include "analyzer/rules/rule.hpp"
#include "analyzer/rules/url_parameter.hpp"

namespace alyx::analyzer {

#define ALYX_RULE(name) extern Rule const name;
#include "analyzer/rules/rules.def"
#undef ALYX_RULE

namespace {

constexpr Rule const* rules[] = {
#define ALYX_RULE(name) &name,
#include "analyzer/rules/rules.def"
#undef ALYX_RULE
};

constexpr auto cause_count = static_cast<std::size_t>(Cause::client_ambiguous_term) + 1;

using RulesOfCause = boost::container::small_vector<Rule const*, 8>;

/// Of each cause the rules that explain it, in the order in which they are asked.
std::array<RulesOfCause, cause_count> const& rules_by_cause() {
    static auto const table = [] {
        std::array<RulesOfCause, cause_count> by_cause;
        for (auto rule = std::rbegin(rules); rule != std::rend(rules); ++rule)
            for (auto cause : (*rule)->causes) by_cause[static_cast<std::size_t>(cause)].push_back(*rule);
        return by_cause;
    }();
    return table;
}

Diagnosis explain(Review const& review, Refusal const& refusal) {
    Diagnosis d;
    d.span = refusal.fault.culprit;
    d.parameter = refusal.parameter;
    if (refusal.parameter == Refusal::no_parameter) d.subject = Subject::endpoint;
    for (auto const* rule : rules_by_cause()[static_cast<std::size_t>(refusal.fault.cause)]) {
        d.rule = rule;
        if (rule->explain(review, refusal, d)) break;
    }
    return d;
}

}  // namespace

std::string_view name_of(Effect effect) {
    constexpr std::string_view names[] = {"refused", "misleading", "advice"};
    return names[static_cast<std::size_t>(effect)];
}

std::string_view name_of(Severity severity) {
    constexpr std::string_view names[] = {"error", "warning", "information"};
    return names[static_cast<std::size_t>(severity)];
}

std::span<Rule const* const> all_rules() {
    return rules;
}

Rule const* find_rule(std::string_view code_or_name) {
    auto found = std::find_if(std::begin(rules), std::end(rules), [&](Rule const* rule) {
        return rule->code == code_or_name || rule->name == code_or_name;
    });
    return found == std::end(rules) ? nullptr : *found;
}

Diagnosis* Report::add(Rule const& rule, std::uint32_t parameter, Span span, std::string message, Subject subject) {
    for (auto const& other : diagnoses_) {
        bool overlaps = other.span == span || (other.span.begin < span.end && span.begin < other.span.end);
        bool same = other.parameter == parameter && other.subject == subject && overlaps;
        if (same && other.rule->effect <= rule.effect) return nullptr;
    }
    auto& d = diagnoses_.emplace_back();
    d.rule = &rule;
    d.parameter = parameter;
    d.span = span;
    d.subject = subject;
    d.message = std::move(message);
    return &d;
}

std::vector<Diagnosis> diagnose(Review const& review) {
    std::vector<Diagnosis> diagnoses;
    for (auto const& refusal : review.outcome.refusals) {
        auto d = explain(review, refusal);
        // Both ends of a date range may fail for the one reason.
        bool said = std::any_of(diagnoses.begin(), diagnoses.end(), [&](Diagnosis const& other) {
            return std::tie(other.rule, other.parameter, other.subject, other.span) ==
                   std::tie(d.rule, d.parameter, d.subject, d.span);
        });
        if (!said) diagnoses.push_back(std::move(d));
        bool const is_documented = refusal.server.status != 0;
        if (&refusal == &review.outcome.refusals.front() && is_documented) diagnoses[0].server = refusal.server;
    }
    Report report(diagnoses);
    bool const is_url = url_of(review) != nullptr;
    if (review.outcome.endpoint && review.outcome.endpoint->model)
        for (auto const* rule : rules)
            if (rule->check && (!is_url || holds_in_urls(*rule))) rule->check(review, report);
    if (review.with_help) keep_what_mends(review, diagnoses);
    std::stable_sort(diagnoses.begin(), diagnoses.end(), [](Diagnosis const& a, Diagnosis const& b) {
        return std::pair(a.parameter, a.span.begin) < std::pair(b.parameter, b.span.begin);
    });
    return diagnoses;
}

std::vector<Diagnosis> diagnose(CallReview const& review) {
    std::vector<Diagnosis> diagnoses;
    Report report(diagnoses);
    for (auto const* rule : rules)
        if (rule->check_call) rule->check_call(review, report);
    return diagnoses;
}

}  // namespace alyx::analyzer
