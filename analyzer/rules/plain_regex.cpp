// A regular expression that is plain text but for its anchors.
#include "analyzer/resolve/filter.hpp"
#include "analyzer/rules/condition.hpp"
#include "analyzer/rules/text.hpp"
#include "analyzer/text/concat.hpp"
#include "analyzer/value/number.hpp"
#include "analyzer/value/pg_regex.hpp"

namespace alyx::analyzer {

extern Rule const plain_regex;

namespace {

std::string_view plain_lookup(PlainPattern::Match match, bool minds_case) {
    switch (match) {
        case PlainPattern::Match::anywhere:
            return minds_case ? "contains" : "icontains";
        case PlainPattern::Match::prefix:
            return minds_case ? "startswith" : "istartswith";
        case PlainPattern::Match::suffix:
            return minds_case ? "endswith" : "iendswith";
        default:
            return minds_case ? "exact" : "iexact";
    }
}

/// Digits are written as a pattern to keep them from becoming a number.
bool stays_text(std::string_view text) {
    return !text.empty() && !reads_as_other(text) && text.front() != ' ' && text.back() != ' ' &&
           text.find_first_of("[](),") == text.npos;
}

void check(Review const& review, Report& report) {
    for (auto const& c : review.outcome.conjuncts) {
        bool is_regex = c.target.lookup == Lookup::regex || c.target.lookup == Lookup::iregex;
        if (!is_regex || !is_sound(c) || !is_in_query(c) || c.value->form != Value::Form::text) continue;
        if (c.target.field_class->type != FieldType::text) continue;
        auto plain = as_plain_text(c.raw().text);
        if (!plain || !stays_text(plain->text)) continue;
        auto lookup = plain_lookup(plain->match, c.target.lookup == Lookup::regex);
        auto at = c.in_value(c.path->segments.back().span);
        auto* d = report.add(plain_regex, c.parameter, at,
                             concat("the pattern is plain text, for which ", quote(lookup), " is enough"));
        if (!d || !review.with_help) continue;
        d->help = concat("write ", quote(pair_text(review.schema(), concat(field_of(c), "__", lookup), plain->text)));
        d->fix = replace(at, std::string(lookup));
        d->fix->edits.push_back({c.value->span, plain->text});
        d->fix->title = concat("use ", quote(lookup));
    }
}

constexpr RuleExample examples[] = {
    {"subjects", "nickname__regex,^KS", "nickname__startswith,KS"},
    {"sessions", "task_protocol__iregex,.*ephys.*", "task_protocol__icontains,ephys"},
};

}  // namespace

Rule const plain_regex{
    .code = "AQ905",
    .name = "plain-regex",
    .effect = Effect::advice,
    .summary = "A regular expression that is plain text, for which a text lookup is enough",
    .why =
        "`contains`, `startswith`, `endswith` and their forms that do not mind the case say what such a pattern "
        "says, are quicker, and need no escapes.",
    .examples = examples,
    .check = check,
};

}  // namespace alyx::analyzer
