// `any` on references, `has` on collections.
#include "analyzer/rules/statement.hpp"
#include "analyzer/rules/text.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {

extern Rule const wrong_relation_test;
StatementCheck check_wrong_relation_test;

namespace {

constexpr RuleExample examples[] = {
    {"", R"(Note where author any (first_name is "J"))", R"(Note where author has (first_name is "J"))"},
    {"", R"(Project where metadata has (key is a))", R"(Project where metadata any (key is a))"},
};

}  // namespace

void check_wrong_relation_test(StatementReview const& review, Report& report) {
    each_condition(review, [&](AttributeUse const& use, Name const& name) {
        if (!name.is_relation() || !is_relation_test(*use.comparison)) return;
        bool is_any = use.comparison->op == Operator::any;
        if (is_any == name.multi_valued) return;
        auto* d = report.add(wrong_relation_test, 0, use.comparison->op_span,
                             concat(is_any ? "`any` is for collections, and " : "`has` is for references, and ",
                                    describe(use), is_any ? " is a reference" : " is a collection"));
        if (d) d->fix = replace(use.comparison->op_span, is_any ? "has" : "any", Fix::Safety::safe);
    });
}

Rule const wrong_relation_test{
    .code = "AQ622",
    .name = "wrong-relation-test",
    .effect = Effect::misleading,
    .summary = "`any` on a reference, or `has` on a collection",
    .why =
        "`has` is for references, `any` for collections; that is how ftrack documents them, and what it "
        "promises for the other way round is nothing.",
    .examples = examples,
};

}  // namespace alyx::analyzer
