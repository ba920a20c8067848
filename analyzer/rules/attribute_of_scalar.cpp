// Paths that go on behind a plain value.
#include "analyzer/rules/statement.hpp"
#include "analyzer/rules/text.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {

extern Rule const attribute_of_scalar;
StatementCheck check_attribute_of_scalar;

namespace {

constexpr RuleExample examples[] = {
    {"", R"(select full_name, status.name from Project)", R"(select full_name, status from Project)"},
};

}  // namespace

void check_attribute_of_scalar(StatementReview const& review, Report& report) {
    for (auto const& use : review.resolved.uses) {
        if (use.target.fault != AttributeFault::of_scalar) continue;
        auto const& path = use.path->path;
        auto const& last = use.target.steps.back();
        auto before = path.segments[use.target.fault_segment - 1].span.end;
        Span rest{before + 1, path.span.end};
        auto* d = report.add(attribute_of_scalar, 0, rest,
                             concat(quote(review.text_of(rest)), " follows ", quote(last.name->name), " of ",
                                    last.model->name, ", which is a plain ", last.name->field_class->name));
        if (d)
            d->fix = Fix{concat("leave out ", quote(review.text_of(rest))),
                         Fix::Safety::unsafe,
                         Subject::value,
                         {{{before, rest.end}, ""}}};
    }
}

Rule const attribute_of_scalar{
    .code = "AQ614",
    .name = "attribute-of-scalar",
    .effect = Effect::refused,
    .summary = "A path that goes on behind an attribute that is no relation",
    .why =
        "Only references and collections lead to further attributes. `status` is a reference on tasks and "
        "versions, but plain text on `Project`, `Job` and `ReviewSessionObjectStatus`.",
    .examples = examples,
};

}  // namespace alyx::analyzer
