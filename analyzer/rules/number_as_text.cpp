// Digits are read as a float, and a text is compared with that float's spelling.
#include "analyzer/rules/condition.hpp"
#include "analyzer/rules/text.hpp"
#include "analyzer/text/concat.hpp"
#include "analyzer/value/number.hpp"

namespace alyx::analyzer {

extern Rule const number_as_text;

namespace {

bool compares_as_text(ResolvedPath const& t) {
    if (searches_text(t)) return true;
    return t.field_class->type == FieldType::text && (t.lookup == Lookup::exact || is_comparison(t.lookup));
}

void check(Review const& review, Report& report) {
    for (auto const& c : review.outcome.conjuncts) {
        if (!is_sound(c) || !c.raw().is(PyValue::Kind::number) || c.raw().is_decimal || !compares_as_text(c.target))
            continue;
        auto digits = written(review, c);
        auto shown = python_float_repr(c.raw().number);
        bool bare = c.value->form == Value::Form::number;
        // What is sent for it comes out as it is written by chance: `1.20` and `1e2` would not.
        bool is_alike = !bare || digits == shown;
        auto* d = report.add(
            number_as_text, c.parameter, c.value->span,
            concat(quote(digits), bare ? " is read as a number, and " : " is a number, and ", quote(field_of(c)),
                   " is compared with ", is_alike ? "how Python spells that number: " : "the text ", quote(shown)));
        if (!d || !review.with_help) continue;
        auto digits_alone = bare ? digits : std::string_view(shown);
        auto text = concat("('", digits_alone, "')");
        d->help = is_alike ? concat("it is the same here, but not for `022`, `1` or `1.20`; a text of digits is ",
                                    "surely compared as it stands in quotes and parentheses: ", quote(text))
                           : concat("put the text in quotes and parentheses: ", quote(text));
        if (!is_alike && is_allowed(c.target, digits_alone)) d->fix = replace(c.value->span, text);
    }
}

constexpr RuleExample examples[] = {
    {"subjects", "nickname,022", "nickname,('022')"},
    {"sessions", "task_protocol__icontains,6", "task_protocol__icontains,('6')"},
};

}  // namespace

Rule const number_as_text{
    .code = "AQ401",
    .name = "number-as-text",
    .effect = Effect::misleading,
    .summary = "Digits compared with text: the server turns them into a float first",
    .why =
        "A value of digits is converted to a float before the field is looked at. On a text field, and with every "
        "lookup that searches text, that float's own spelling is used: `022` becomes `22.0`, and `1.20` becomes `1.2`. "
        "The "
        "request is accepted and silently finds nothing. Only what happens to be spelled as Python spells it, such as "
        "`1.5`, is compared as it stands.",
    .examples = examples,
    .check = check,
};

}  // namespace alyx::analyzer
