// Relations that are compared with plain values.
#include <algorithm>

#include "analyzer/rules/statement.hpp"
#include "analyzer/rules/text.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {

extern Rule const reference_compared;
StatementCheck check_reference_compared;

namespace {

/// `null` is meant to be `none`: another rule says so.
bool is_plain(Operand const& value, std::string_view text) {
    using Form = Operand::Form;
    if (value.form == Form::bare && (text == "null" || text == "nil")) return false;
    return value.form != Form::none && value.form != Form::hole && value.form != Form::missing;
}

/// By what people call such an entity.
std::string_view label(Model const& model) {
    for (std::string_view name : {"name", "full_name", "username", "label", "key", "id"})
        if (model.find(name)) return name;
    return {};
}

constexpr RuleExample examples[] = {
    {"", R"(Task where status is active)", R"(Task where status.name is active)"},
    {"", R"(Task where timelogs is "x")", R"(Task where timelogs any (name is "x"))"},
};

}  // namespace

void check_reference_compared(StatementReview const& review, Report& report) {
    each_condition(review, [&](AttributeUse const& use, Name const& name) {
        auto const& values = use.comparison->values;
        bool is_compared = name.is_relation() && !is_relation_test(*use.comparison);
        auto is_meant = [&](Operand const& value) { return is_plain(value, review.text_of(value.span)); };
        if (!is_compared || std::none_of(values.begin(), values.end(), is_meant)) return;
        auto path = use.path->path.span;
        auto* d = report.add(reference_compared, 0, path, concat(describe(use), " is compared with a plain value"));
        auto by = label(*use.target.steps.back().target);
        if (!d || by.empty()) return;
        if (name.multi_valued) {
            d->help = concat("write ", quote(concat(review.text_of(path), " any (", by, " …)")));
            return;
        }
        d->help = concat("compare one of its attributes: ", quote(concat(review.text_of(path), ".", by)));
        d->fix = Fix{concat("compare ", quote(concat(review.text_of(path), ".", by))),
                     Fix::Safety::unsafe,
                     Subject::value,
                     {{{path.end, path.end}, concat(".", by)}}};
    });
}

Rule const reference_compared{
    .code = "AQ621",
    .name = "reference-compared",
    .effect = Effect::misleading,
    .summary = "A reference or collection that is compared with a plain value",
    .why =
        "A reference is another entity, not a text: only `none` can be compared with it. What is meant is one"
        " of its attributes, `status.name is \"Done\"`, or its id, `status_id is …`.",
    .examples = examples,
};

}  // namespace alyx::analyzer
