// Two pairs that no row can meet together.
#include <algorithm>

#include "analyzer/rules/condition.hpp"
#include "analyzer/rules/order.hpp"
#include "analyzer/rules/text.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {

extern Rule const contradictory_pairs;

namespace {

using Values = std::vector<PyValue> const*;

/// What a condition asks of a value: one of some points, an interval, or whether it is there.
struct Demand {
    enum class Kind : std::uint8_t { other, missing, present, points, interval };
    Kind kind = Kind::other;
    Values points = nullptr;
    PyValue const* low = nullptr;
    PyValue const* high = nullptr;
    bool open_low = false, open_high = false;  ///< the end itself does not belong to it
};

bool is_scalar(PyValue const& value) {
    using Kind = PyValue::Kind;
    return value.is(Kind::text) || value.is(Kind::boolean) || value.is(Kind::integer) || value.is(Kind::number);
}

Demand demand_of(Conjunct const& c) {
    using Kind = Demand::Kind;
    auto const& values = c.converted;
    if (c.target.lookup == Lookup::isnull) return {c.raw().boolean ? Kind::missing : Kind::present};
    bool is_json = c.target.field_class->type == FieldType::json;  // None is JSON's null there, which is a value
    if (c.raw().is(PyValue::Kind::none))
        return {c.target.lookup == Lookup::exact && !is_json ? Kind::missing : Kind::other};
    // Of JSON a value is compared with the whole of what stands there.
    bool is_whole = is_json && c.target.lookup == Lookup::exact && is_scalar(c.raw());
    bool comparable = is_ordered(*c.target.field_class) || c.target.field_class->type == FieldType::text || is_whole;
    if (!comparable || values.empty()) return {};
    switch (c.target.lookup) {
        case Lookup::exact:
        case Lookup::in:
            return {Kind::points, &values};
        case Lookup::gt:
            return {Kind::interval, nullptr, &values[0], nullptr, true, false};
        case Lookup::gte:
            return {Kind::interval, nullptr, &values[0], nullptr};
        case Lookup::lt:
            return {Kind::interval, nullptr, nullptr, &values[0], false, true};
        case Lookup::lte:
            return {Kind::interval, nullptr, nullptr, &values[0]};
        case Lookup::range:
            return {Kind::interval, nullptr, &values[0], &values.back()};
        default:
            return {};
    }
}

/// Certainly another value; of texts the bytes tell, and no text is a number or a boolean.
bool differ(PyValue const& a, PyValue const& b) {
    bool a_is_text = a.is(PyValue::Kind::text), b_is_text = b.is(PyValue::Kind::text);
    if (a_is_text && b_is_text) return a.text != b.text;
    if (a_is_text != b_is_text) return is_scalar(a) && is_scalar(b);
    return order(a, b).value_or(0) != 0;
}

bool is_empty(PyValue const* low, PyValue const* high, bool open) {
    if (!low || !high) return false;
    auto o = order(*low, *high);
    return o && (*o > 0 || (*o == 0 && open));
}

bool lies_outside(PyValue const& point, Demand const& interval) {
    return is_empty(interval.low, &point, interval.open_low) || is_empty(&point, interval.high, interval.open_high);
}

bool all_differ(Demand const& a, Demand const& b) {
    return std::all_of(a.points->begin(), a.points->end(), [&](PyValue const& x) {
        return std::all_of(b.points->begin(), b.points->end(), [&](PyValue const& y) { return differ(x, y); });
    });
}

/// Only in this order of kinds: the smaller first.
bool exclude_in_order(Demand const& a, Demand const& b) {
    using Kind = Demand::Kind;
    if (a.kind == Kind::other) return false;
    if (a.kind == Kind::missing) return b.kind != Kind::missing;
    if (a.kind == Kind::present) return false;
    if (b.kind == Kind::points) return all_differ(a, b);
    if (a.kind == Kind::points)
        return std::all_of(a.points->begin(), a.points->end(), [&](PyValue const& p) { return lies_outside(p, b); });
    return is_empty(a.low, b.high, a.open_low || b.open_high) || is_empty(b.low, a.high, b.open_low || a.open_high);
}

bool is_written_alike(Review const& review, Conjunct const& a, Conjunct const& b) {
    return a.target.lookup == b.target.lookup && written(review, a) == written(review, b);
}

/// For one row, if the way to the value is one: over a to-many relation each pair may take a row of its own.
bool exclude(Review const& review, Conjunct const& a, Conjunct const& b) {
    if (a.negated != b.negated) return is_written_alike(review, a, b);
    if (a.negated || a.target.is_multi_valued) return false;
    auto x = demand_of(a), y = demand_of(b);
    return x.kind <= y.kind ? exclude_in_order(x, y) : exclude_in_order(y, x);
}

bool may_be_compared(Conjunct const& c) {
    return is_sound(c) && c.path_source == Conjunct::PathSource::value && c.known == Conjunct::Known::no;
}

std::string shown(Review const& review, Conjunct const& c) {
    return quote(Span{c.path->span.begin, c.value->span.end}.of(review.value_of(c.parameter)));
}

void check(Review const& review, Report& report) {
    constexpr std::size_t farthest = 16;  // pairs that belong together stand together
    auto const& conjuncts = review.outcome.conjuncts;
    for (std::size_t i = 1; i < conjuncts.size(); ++i) {
        auto const& c = conjuncts[i];
        if (!may_be_compared(c)) continue;
        for (std::size_t k = i - std::min(i, farthest); k < i; ++k) {
            auto const& other = conjuncts[k];
            bool same = other.parameter == c.parameter && may_be_compared(other) && field_text(other) == field_text(c);
            if (!same || !exclude(review, other, c)) continue;
            report.add(
                contradictory_pairs, c.parameter, {c.path->span.begin, c.value->span.end},
                concat(shown(review, c), " cannot hold where ", shown(review, other), " does: nothing is found"));
            break;
        }
    }
}

constexpr RuleExample examples[] = {
    {"sessions", "qc,10,qc__exact,30", "qc__in,[10, 30]"},
    {"sessions", "number__gt,5,number__lt,3", "number__gt,3,number__lt,5"},
    {"subjects", "death_date__isnull,True,death_date__gte,2021-01-01", "death_date__gte,2021-01-01"},
};

}  // namespace

Rule const contradictory_pairs{
    .code = "AQ413",
    .name = "contradictory-pairs",
    .effect = Effect::misleading,
    .summary = "Two pairs over the same field that cannot both hold",
    .why =
        "All pairs of a filter string must hold together. A number that is to be above 5 and below 3, or a label "
        "that is to be one thing and another, is never found; `in` asks for one of several values. Over a "
        "to-many relation this is not reported: there each pair may be met by a row of its own.",
    .examples = examples,
    .check = check,
};

}  // namespace alyx::analyzer
