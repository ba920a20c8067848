// Names and calls in brackets: the server runs them.
#include <algorithm>
#include <cmath>

#include "analyzer/rules/condition.hpp"
#include "analyzer/rules/text.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {

extern Rule const executed_expression;

namespace {

using Kind = PyValue::Kind;

std::string iso(Moment const& m) {
    auto pad = [](std::int32_t n, std::size_t width) {
        auto digits = std::to_string(n);
        return std::string(width - std::min(width, digits.size()), '0') + digits;
    };
    auto text = concat(pad(m.year, 4), "-", pad(m.month, 2), "-", pad(m.day, 2), " ", pad(m.hour, 2), ":",
                       pad(m.minute, 2), ":", pad(m.second, 2));
    if (m.microsecond) text += concat(".", pad(m.microsecond, 6));
    return text;
}

/// A moment as the field wants it: days have no time.
std::optional<std::string> spell(PyValue const& v, FieldType type) {
    if (v.moment.zone || (type != FieldType::date && type != FieldType::datetime)) return std::nullopt;
    auto text = iso(v.moment);
    return type == FieldType::date ? text.substr(0, text.find(' ')) : text;
}

/// As a literal of Python, where it has one.
std::optional<std::string> literal(PyValue const& v, FieldType type) {
    switch (v.kind) {
        case Kind::none:
        case Kind::boolean:
        case Kind::integer:
            return py_repr(v);
        case Kind::number:  // `inf` and `nan` are names, which nothing defines
            return std::isfinite(v.number) ? std::optional(py_repr(v)) : std::nullopt;
        case Kind::text:
            return quoted_text(v.text);
        case Kind::datetime: {
            auto text = spell(v, type);
            return text ? std::optional(concat("'", *text, "'")) : std::nullopt;
        }
        default:
            return std::nullopt;
    }
}

/// What it was evaluated to, written down.
std::optional<std::string> written_down(PyValue const& v, FieldType type) {
    if (v.is(Kind::datetime)) return spell(v, type);
    if (!v.is_sequence() || v.items.empty()) return std::nullopt;
    std::string text;
    for (auto const& item : v.items) {
        auto shown = literal(item, type);
        if (!shown) return std::nullopt;
        text += concat(text.empty() ? "" : ", ", *shown);
    }
    if (v.is(Kind::list)) return concat("[", text, "]");
    return concat("(", text, v.items.size() == 1 ? ",)" : ")");
}

void report_value(Review const& review, Report& report, std::uint32_t parameter, Value const& value) {
    auto const& spans = value.evaluation->executed;
    Span hull = spans.front();
    for (Span span : spans) hull = {std::min(hull.begin, span.begin), std::max(hull.end, span.end)};
    auto* d = report.add(executed_expression, parameter, hull,
                         concat(quote(hull.of(review.value_of(parameter))),
                                " is executed on the server: what stands in brackets is evaluated as Python there"));
    if (!d || !review.with_help) return;
    d->help = "write the value itself; no server should be relied on to run code it is sent";
    auto const* c = conjunct_of(review, value);
    if (!c || !is_sound(*c)) return;
    if (auto text = written_down(value.literal, c->target.field_class->type)) d->fix = replace(value.span, *text);
}

void check(Review const& review, Report& report) {
    auto const& parameters = review.outcome.parameters;
    for (std::uint32_t i = 0; i < parameters.size(); ++i) {
        if (!parameters[i].query) continue;
        for (auto const& condition : parameters[i].query->conditions) {
            auto const& value = condition.value;
            bool runs =
                value.evaluation && value.failure == Value::Failure::none && !value.evaluation->executed.empty();
            if (runs) report_value(review, report, i, value);
        }
    }
}

constexpr RuleExample examples[] = {
    {"sessions", "start_time__lt,(datetime(2021,1,1))", "start_time__lt,2021-01-01 00:00:00"},
    {"sessions", "number__in,[x for x in range(3)]", "number__in,[0, 1, 2]"},
};

}  // namespace

Rule const executed_expression{
    .code = "AQ415",
    .name = "executed-expression",
    .effect = Effect::misleading,
    .summary = "Names, calls or attributes in brackets, which are executed on the server",
    .why =
        "A value in `[…]` or `(…)` is handed to Python's `eval` on the server. Names of its modules and built-in "
        "functions can be seen there, and calls are made: `[os.getcwd()]` runs. That is an accident of the server "
        "and a hole in its security, which may be closed any day. Send values, not code.",
    .examples = examples,
    .check = check,
};

}  // namespace alyx::analyzer
