// `select *`.
#include "analyzer/rules/statement.hpp"
#include "analyzer/rules/text.hpp"
#include "analyzer/text/concat.hpp"

namespace alyx::analyzer {

extern Rule const star_projection;
StatementCheck check_star_projection;

namespace {

constexpr RuleExample examples[] = {
    {"", R"(select * from Task)", R"(select name, status.name from Task)"},
};

}  // namespace

void check_star_projection(StatementReview const& review, Report& report) {
    for (auto const& fault : review.statement.faults)
        if (fault.kind == SyntaxFault::Kind::star)
            if (auto* d = report.add(star_projection, 0, fault.span, "`*` is no projection"))
                d->help = "list the attributes that are wanted";
}

Rule const star_projection{
    .code = "AQ607",
    .name = "star-projection",
    .effect = Effect::refused,
    .summary = "A star instead of attributes",
    .why =
        "Projections are attributes, with dots through references and collections. There is no sign for all "
        "of them: without `select … from` the client asks for the default projections of the entity type.",
    .examples = examples,
};

}  // namespace alyx::analyzer
