// A date alone, compared with a date and time, is the midnight at which that day begins.
#include "analyzer/rules/condition.hpp"
#include "analyzer/rules/text.hpp"
#include "analyzer/text/concat.hpp"
#include "analyzer/value/moment.hpp"

namespace alyx::analyzer {

extern Rule const date_as_midnight;

namespace {

bool is_date(PyValue const& value) {
    return value.is(PyValue::Kind::text) && parse_date(value.text);
}

/// The date that is taken for its midnight where the whole day is meant; `gte` and `lt` say the same either way.
PyValue const* find_midnight(Conjunct const& c) {
    auto const& raw = c.raw();
    switch (c.target.lookup) {
        case Lookup::exact:
        case Lookup::gt:
        case Lookup::lte:
            return is_date(raw) ? &raw : nullptr;
        case Lookup::range:
            return raw.is_sequence() && raw.items.size() == 2 && is_date(raw.items[1]) ? &raw.items[1] : nullptr;
        default:
            return nullptr;
    }
}

std::string_view consequence(Lookup lookup) {
    switch (lookup) {
        case Lookup::exact:
            return "only what is at 0:00 of that day is found";
        case Lookup::gt:
            return "the day itself is found too";
        default:
            return "the day itself is left out";
    }
}

void check(Review const& review, Report& report) {
    for (auto const& c : review.outcome.conjuncts) {
        if (!is_sound(c) || c.target.field_class->type != FieldType::datetime) continue;
        auto const* date = find_midnight(c);
        if (!date) continue;
        auto field = field_of(c);
        auto* d = report.add(date_as_midnight, c.parameter, date->span,
                             concat(quote(date->text), " stands for its midnight where ", quote(field),
                                    " has a time: ", consequence(c.target.lookup)));
        if (!d || !review.with_help || !is_in_query(c)) continue;
        if (c.target.lookup == Lookup::range && !is_date(c.raw().items[0])) {
            d->help = "give the last day its time too: `2021-02-05 23:59:59`";
            continue;
        }
        auto lookup = c.target.lookup_written ? concat("__", name_of(c.target.lookup)) : std::string();
        if (c.target.lookup == Lookup::gt) {  // both are meant, and in `gt, … lt` the other one finds nothing
            d->help = concat("from that day on: ", quote(concat(field, "__gte")),
                             "; after it: ", quote(concat(field, "__date__gt")));
            continue;
        }
        d->help = concat("compare days: ", quote(concat(field, "__date", lookup)));
        d->fix = insert_after_field(c, "__date");
    }
}

constexpr RuleExample examples[] = {
    {"sessions", "start_time__lte,2021-02-05", "start_time__date__lte,2021-02-05"},
    {"sessions", "start_time,2021-02-05", "start_time__date,2021-02-05"},
    {"sessions", "start_time__range,['2021-02-01', '2021-02-05']",
     "start_time__date__range,['2021-02-01', '2021-02-05']"},
};

}  // namespace

Rule const date_as_midnight{
    .code = "AQ404",
    .name = "date-as-midnight",
    .effect = Effect::misleading,
    .summary = "A date without time, compared with a date and time: it is that day's midnight",
    .why =
        "Where a field has a time, a date alone means 0:00 of that day. `start_time,2021-02-05` then finds "
        "nothing, `start_time__lte,2021-02-05` and the end of a `range` leave that day out, and `gt` takes it in. "
        "`gte` and `lt` are right as they are. `start_time__date` compares days with days.",
    .examples = examples,
    .check = check,
};

}  // namespace alyx::analyzer
