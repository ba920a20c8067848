// A path without a value: the parts between commas do not come out in pairs.
#include <algorithm>

#include "analyzer/query/alyx_filter.hpp"
#include "analyzer/rules/comparison.hpp"
#include "analyzer/rules/culprit.hpp"
#include "analyzer/rules/mend.hpp"
#include "analyzer/rules/text.hpp"
#include "analyzer/rules/value_mend.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {
namespace {

/// `{'a': 1, 'b': 2}` was split at its comma.
bool explain_parentheses(Review const& review, Refusal const& refusal, Diagnosis& d) {
    auto const& query = *review.outcome.parameters[refusal.parameter].query;
    for (auto const& condition : query.conditions) {
        auto value = query.text_of(condition.value.span);
        if (value.empty() || value.front() != '{' || query.text.back() != '}') continue;
        auto end = static_cast<std::uint32_t>(query.text.size());
        d.help = "a comma within a value must stand between brackets: put the dictionary in parentheses";
        Fix fix{.title = "put the dictionary in parentheses"};
        fix.edits = {{{condition.value.span.begin, condition.value.span.begin}, "("}, {{end, end}, ")"}};
        offer(review, refusal, d, std::move(fix));
        return true;
    }
    return false;
}

/// The first path that is one; behind a path that leads nowhere, values may stand where paths are due.
std::optional<WrittenComparison> find_comparison(Review const& review, std::uint32_t parameter) {
    auto const& query = *review.outcome.parameters[parameter].query;
    for (auto const& condition : query.conditions) {
        if (auto found = read_comparison(query.text, condition.path.span)) {
            auto name = query.text_of(found->path);
            name.remove_prefix(name.front() == '~');
            auto value = PyValue::make_text(std::string(unquoted(query.text_of(found->value))));
            auto target = resolve_path(parse_path(name), name, *review.endpoint().model, review.endpoint().annotations);
            auto label = found->lookup.empty() ? label_instead(review, target, value) : std::string_view();
            if (!label.empty()) found->lookup = concat("__", label);
            return found;
        }
        if (target_of(review, condition, parameter).fault != PathFault::none) break;
    }
    return std::nullopt;
}

bool explain_comparison(Review const& review, Refusal const& refusal, Diagnosis& d) {
    auto const& query = *review.outcome.parameters[refusal.parameter].query;
    auto const found = find_comparison(review, refusal.parameter);
    if (!found) return false;
    d.span = {found->path.begin, found->value.end};
    d.message = concat("no value for ", quote(query.text_of(d.span)),
                       ": the string is read as `path,value,path,value`, split at each comma");
    auto path = query.text_of(found->path);
    if (joins_conditions(query.text_of(found->value))) {
        d.help = "conditions are joined with commas too: `number,1,lab__name,x`";
        return true;
    }
    bool negates = found->negated && path.front() != '~';
    auto mended = concat(negates ? "~" : "", path, found->lookup, ",", query.text_of(found->value));
    bool is_equality = query.text_of(found->sign).find_first_of("<>!") == std::string_view::npos;
    d.help = concat(is_equality ? "put a comma between path and value: " : "comparisons are lookups of the path: ",
                    quote(mended));
    if (found->negated) d.help = concat("`~` in front of the path negates: ", quote(mended));
    if (!review.with_help || (found->negated && !negates)) return true;
    Fix fix{.title = concat("write ", quote(mended))};
    if (negates) fix.edits.push_back({{found->path.begin, found->path.begin}, "~"});
    fix.edits.push_back({found->sign, concat(found->lookup, ",")});
    offer(review, refusal, d, std::move(fix));
    return true;
}

/// `json='task;FAIL'`, as the service's own documentation shows it.
bool explain_semicolons(Review const& review, Refusal const& refusal, Diagnosis& d) {
    auto const& use = review.outcome.parameters[refusal.parameter];
    if (use.spec->meaning != ParameterMeaning::pairs || use.value.find(';') == std::string_view::npos) return false;
    d.message = concat(quote(use.spec->name),
                       " is split into `key,value,key,value` at commas only: semicolons "
                       "separate nothing, and ",
                       show_culprit(review, refusal), " is a key without a value");
    if (!review.with_help) return true;
    auto fix = commas_for_semicolons(use.value);
    d.help = "write commas: `key,value,key,value`";
    offer(review, refusal, d, std::move(fix));
    return true;
}

/// `x{1,3}`: the comma of a bound separates too.
bool explain_pattern(Review const& review, Refusal const& refusal, Diagnosis& d) {
    auto const& query = *review.outcome.parameters[refusal.parameter].query;
    auto rest = culprit_text(review, refusal);
    auto digits = std::min(rest.find_first_not_of("0123456789"), rest.size());
    if (query.conditions.size() < 2 || digits == rest.size() || rest[digits] != '}') return false;
    auto const& before = query.conditions[query.conditions.size() - 2];
    auto value = query.text_of(before.value.span);
    auto brace = value.rfind('{');
    bool is_bound = brace != value.npos && value.find_first_not_of("0123456789", brace + 1) == value.npos;
    if (!is_bound || !query.text_of(before.path.span).ends_with("regex")) return false;
    Span pattern{before.value.span.begin, d.span.end};
    auto text = query.text_of(pattern);
    auto mended = concat(text.find('\\') == text.npos ? "('" : "(r'", text, "')");
    d.help = concat("the comma of the bound ",
                    quote(query.text_of({pattern.begin + static_cast<std::uint32_t>(brace), pattern.end})),
                    " separates too");
    // A bracket within would end the protection of the outer one: then only spelling the bound out is left.
    if (offer(review, refusal, d, replace(pattern, mended)))
        d.help += concat(": put the pattern in quotes and parentheses, ", quote(mended));
    else
        d.help += ": spell it out, `ab{1,2}` as `abb?`";
    return true;
}

bool explain(Review const& review, Refusal const& refusal, Diagnosis& d) {
    auto text = culprit_text(review, refusal);
    if (text.empty() && d.span.begin > 0) {
        d.message = "a comma at the end begins a pair that never comes";
        d.help = "remove the comma";
        offer(review, refusal, d, replace({d.span.begin - 1, d.span.end}, "", Fix::Safety::safe));
        return true;
    }
    if (explain_semicolons(review, refusal, d)) return true;
    d.message =
        concat("no value for ", quote(text), ": the string is read as `path,value,path,value`, split at each comma");
    if (explain_parentheses(review, refusal, d) || explain_pattern(review, refusal, d) ||
        explain_comparison(review, refusal, d) || !review.with_help)
        return true;
    d.help =
        "a comma within a value must stand between brackets: `name__in,['a', 'b']`; a dictionary needs "
        "parentheses around it: `({'a': 1, 'b': 2})`";
    return true;
}

constexpr Cause causes[] = {Cause::odd_parts};
constexpr RuleExample examples[] = {
    {"subjects", "nickname__icontains,ks,death_date__isnull", "nickname__icontains,ks,death_date__isnull,True"},
    {"sessions", "extended_qc__contains,{'task': 'PASS', 'behavior': 'PASS'}",
     "extended_qc__contains,({'task': 'PASS', 'behavior': 'PASS'})"},
    {"sessions", "number=1", "number,1"},
    {"sessions", "number >= 3", "number__gte,3"},
    {"subjects", "nickname__regex,^KS[0-9]{2,3}", "nickname__regex,^KS[0-9][0-9][0-9]?"},
    {"subjects", "nickname__regex,^KS\\d{2,3}", "nickname__regex,(r'^KS\\d{2,3}')"},
};

}  // namespace

extern Rule const odd_number_of_parts;
Rule const odd_number_of_parts{
    .code = "AQ101",
    .name = "odd-number-of-parts",
    .effect = Effect::refused,
    .summary = "A filter string whose parts do not come out in pairs of path and value",
    .why =
        "The server splits the string at each comma outside brackets and takes the parts in pairs. With one part "
        "left over it fails with `list index out of range`, which says nothing about where. A comma inside a "
        "value, a trailing comma, `=` or `:` for the comma, a sign such as `>=`, or a dictionary without parentheses "
        "are the usual "
        "reasons.",
    .examples = examples,
    .causes = causes,
    .explain = explain,
};

}  // namespace alyx::analyzer
