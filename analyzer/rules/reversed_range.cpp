// A range whose first end lies above the second holds nothing.
#include "analyzer/rules/condition.hpp"
#include "analyzer/rules/order.hpp"
#include "analyzer/rules/text.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {

extern Rule const reversed_range;

namespace {

struct Ends {
    Span first, second;
};

/// Where the two ends are written, one after the other.
std::optional<Ends> find_ends(Conjunct const& c) {
    auto const& raw = c.raw();
    if (!raw.is_sequence() || raw.items.size() != 2 || c.value->evaluation || !is_in_query(c)) return std::nullopt;
    Ends ends{raw.items[0].span, raw.items[1].span};
    bool apart = ends.first.end <= ends.second.begin && !ends.first.empty() && !ends.second.empty();
    if (!apart || !c.value->span.covers(ends.first) || !c.value->span.covers(ends.second)) return std::nullopt;
    return ends;
}

Fix swap_ends(Ends const& ends, std::string_view text) {
    Fix fix;
    fix.title = "exchange the two ends";
    fix.edits = {{ends.first, std::string(ends.second.of(text))}, {ends.second, std::string(ends.first.of(text))}};
    return fix;
}

/// Two days in one parameter: each of them is a condition of its own.
void check_date_ranges(Review const& review, Report& report) {
    auto const& conjuncts = review.outcome.conjuncts;
    for (std::size_t i = 1; i < conjuncts.size(); ++i) {
        auto const &first = conjuncts[i - 1], &last = conjuncts[i];
        auto const* spec = review.outcome.parameters[last.parameter].spec;
        bool is_range = spec && spec->meaning == ParameterMeaning::date_range && first.parameter == last.parameter;
        if (!is_range || !is_sound(first) || !is_sound(last) || first.converted.empty() || last.converted.empty())
            continue;
        if (order(first.converted[0], last.converted[0]).value_or(0) <= 0) continue;
        auto* d = report.add(reversed_range, last.parameter, {first.value->span.begin, last.value->span.end},
                             concat(quote(spec->name), " begins after its end, so nothing lies in it"));
        if (d && review.with_help)
            d->fix = swap_ends({first.value->span, last.value->span}, review.value_of(last.parameter));
    }
}

void check(Review const& review, Report& report) {
    check_date_ranges(review, report);
    for (auto const& c : review.outcome.conjuncts) {
        if (!is_sound(c) || c.target.lookup != Lookup::range || c.converted.size() != 2) continue;
        if (!is_ordered(*c.target.field_class) || order(c.converted[0], c.converted[1]).value_or(0) <= 0) continue;
        auto ends = find_ends(c);
        // The second end may have a mistake of its own.
        auto* d = report.add(reversed_range, c.parameter, ends ? ends->first : c.value->span,
                             concat("the range begins above its end, so no ", quote(field_of(c)), " lies in it"));
        if (d && review.with_help && ends) d->fix = swap_ends(*ends, review.value_of(c.parameter));
    }
}

constexpr RuleExample examples[] = {
    {"sessions", "number__range,(5, 1)", "number__range,(1, 5)"},
    {"sessions", "start_time__date__range,['2021-05-01', '2020-05-01']",
     "start_time__date__range,['2020-05-01', '2021-05-01']"},
    {"sessions", "date_range=2021-02-01,2021-01-01", "date_range=2021-01-01,2021-02-01", true},
};

}  // namespace

Rule const reversed_range{
    .code = "AQ408",
    .name = "reversed-range",
    .effect = Effect::misleading,
    .summary = "A range whose first end is above its second, which holds nothing",
    .why =
        "`range` is `BETWEEN first AND second`: both ends belong to it, and nothing lies between a higher first "
        "and a lower second. The parameter `date_range` asks for the same of two days. The request is accepted and "
        "finds "
        "nothing.",
    .examples = examples,
    .check = check,
};

}  // namespace alyx::analyzer
