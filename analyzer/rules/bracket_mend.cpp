// One proposal a kind of lookup.
#include "analyzer/rules/bracket_mend.hpp"

#include "analyzer/rules/culprit.hpp"
#include "analyzer/rules/mend.hpp"
#include "analyzer/rules/text.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {
namespace {

enum class Meant { pattern, items, text, value };

Meant meant_by(ResolvedPath const& target) {
    if (target.fault != PathFault::none || !target.is_known) return Meant::value;
    auto lookup = target.lookup;
    if (lookup == Lookup::regex || lookup == Lookup::iregex) return Meant::pattern;
    auto type = target.is_relation ? FieldType::relation : target.field_class->type;
    bool holds_items = lookup == Lookup::contains && (type == FieldType::json || type == FieldType::array);
    if (is_pattern_lookup(lookup) && !holds_items) return Meant::text;
    if (lookup == Lookup::in || lookup == Lookup::range || lookup >= Lookup::contained_by || holds_items)
        return Meant::items;
    return Meant::value;
}

std::string in_parentheses(std::string_view text) {
    return concat("(", python_text(text), ")");
}

/// `nickname,[KS022]` → `nickname__in,['KS022']`
bool offer_membership(Review const& review, Refusal const& refusal, Diagnosis& d, Condition const& condition,
                      std::string const& list) {
    auto target = target_of(review, condition, refusal.parameter);
    if (target.fault != PathFault::none || !target.is_known || target.lookup_written) return false;
    auto path = condition.path.span;
    auto membership = concat(path.of(review.value_of(refusal.parameter)), "__in,", list);
    Fix fix{.title = concat("write ", quote(membership))};
    fix.edits = {{{path.end, path.end}, "__in"}, {condition.value.span, list}};
    if (!offer(review, refusal, d, std::move(fix))) return false;
    d.help = concat("put texts in quotes, and compare with a list by `__in`: ", quote(membership));
    return true;
}

/// `({'a': [1], 'b': 2})` was cut at the comma behind the inner bracket.
bool is_cut(std::string_view value, std::string_view rest) {
    int depth = 0;
    for (char ch : value) depth += ch == '(' || ch == '[' ? 1 : ch == ')' || ch == ']' ? -1 : 0;
    return depth > 0 && !rest.empty() && rest.front() == ',';
}

}  // namespace

bool is_cut_off(Review const& review, Refusal const& refusal) {
    auto const* condition = condition_at(review, refusal);
    auto whole = review.value_of(refusal.parameter);
    return condition && is_cut(condition->value.span.of(whole), whole.substr(condition->value.span.end));
}

void mend_brackets(Review const& review, Refusal const& refusal, Diagnosis& d) {
    auto const* condition = condition_at(review, refusal);
    if (!review.with_help || !condition) return;
    auto whole = review.value_of(refusal.parameter);
    Span span = condition->value.span;
    auto value = span.of(whole);
    auto propose = [&](std::string text, std::string_view reason) {
        Fix fix = replace(span, std::move(text));
        d.help = concat(reason, quote(fix.edits[0].text));
        offer(review, refusal, d, std::move(fix));
    };
    if (is_cut_off(review, refusal)) {
        d.help =
            "a comma behind an inner bracket ends the value, for only one bracket is remembered: leave the inner "
            "brackets out, put them last, or use separate pairs";
        return;
    }
    auto list = with_quoted_items(value);
    bool raises = refusal.fault.cause == Cause::failing_expression;
    switch (meant_by(target_of(review, *condition, refusal.parameter))) {
        case Meant::pattern:
            return propose(concat(value, ".*"),
                           "a pattern must not both begin and end with a bracket; the same without that: ");
        case Meant::text:
            return propose(in_parentheses(value), "to search for the brackets themselves, quote the text: ");
        case Meant::items:
            if (list && !raises) return propose(*list, "put the texts in quotes: ");
            break;
        case Meant::value:
            if (list && !raises && value.front() == '(' && list->find(',') == std::string::npos)
                return propose(in_parentheses(value.substr(1, value.size() - 2)), "put the text in quotes: ");
            if (list && !raises && offer_membership(review, refusal, d, *condition, *list)) return;
            break;
    }
    if (raises) {
        d.help = "write plain values: nothing is computed that a script could not compute itself";
        return;
    }
    d.help = concat("for text that is meant as it stands, write ", quote(in_parentheses(value)));
}

}  // namespace alyx::analyzer
