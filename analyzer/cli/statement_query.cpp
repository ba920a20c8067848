// Statements from the command line and from JSON lines.
#include "analyzer/cli/statement_query.hpp"

#include <algorithm>

#include "analyzer/cli/batch_diagnosis.hpp"
#include "analyzer/rules/statement.hpp"
#include "analyzer/schema/pack.hpp"

namespace alyx::cli {

using namespace analyzer;

namespace {

/// How a query could be put better is of no interest while it does not work.
std::vector<Diagnosis> diagnoses_of(StatementJudgement const& judgement, Schema const& schema, bool with_help) {
    auto diagnoses = diagnose(judgement.review(schema, with_help));
    auto is = [](Effect effect) { return [=](Diagnosis const& d) { return d.rule->effect == effect; }; };
    if (std::any_of(diagnoses.begin(), diagnoses.end(), is(Effect::refused)))
        std::erase_if(diagnoses, is(Effect::advice));
    return diagnoses;
}

}  // namespace

std::shared_ptr<Schema const> schema_of_dialect(std::string_view dialect, std::shared_ptr<Schema const> const& given) {
    if (!is_statement_dialect(dialect)) return nullptr;
    if (given && given->dialect == dialect) return given;
    for (auto service : built_in_services())
        if (auto schema = built_in_schema(service); schema->dialect == dialect) return schema;
    return nullptr;
}

void append_diagnoses(std::string& out, std::string_view statement, Schema const& schema) {
    StatementJudgement judgement(statement, {}, schema);
    CodePoints points;
    bool first = true;
    for (auto const& d : diagnoses_of(judgement, schema, false)) {
        if (!first) out += ',';
        first = false;
        append_diagnosis(out, d, {"query", statement, 0}, points);
    }
}

std::shared_ptr<Analysis const> analyze_statement(std::string const& statement, Schema const& schema) {
    auto unit = std::make_shared<Unit>();
    unit->sources.push_back(std::make_shared<Source>("query", statement));
    auto analysis = std::make_shared<Analysis>();
    StatementJudgement judgement(statement, {}, schema);
    for (auto& d : diagnoses_of(judgement, schema, true)) {
        auto& f = analysis->findings.emplace_back();
        f.rule = d.rule;
        f.level = default_severity(d.rule->effect);
        f.place = {0, d.span};
        f.message = std::move(d.message);
        f.help = std::move(d.help);
        f.server = d.server;
        if (!d.fix) continue;
        f.fix = FindingFix{d.fix->title, d.fix->safety, {}, {}};
        for (auto const& edit : d.fix->edits) f.fix->edits.push_back({{0, edit.span}, edit.text});
    }
    analysis->unit = std::move(unit);
    return analysis;
}

}  // namespace alyx::cli
