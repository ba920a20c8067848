// Statements from the command line and from JSON lines.
#include <boost/json.hpp>
#include <utility>

#include "analyzer/cli/batch_diagnosis.hpp"
#include "analyzer/cli/dialect_query.hpp"
#include "analyzer/rules/statement.hpp"

namespace alyx::cli {

using namespace analyzer;

extern DialectQuery const ftrack_query;

namespace {

constexpr std::string_view dialect = "ftrack";

std::vector<Diagnosis> diagnoses_of(StatementJudgement const& judgement, Schema const& schema, bool with_help) {
    auto diagnoses = diagnose(judgement.review(schema, with_help));
    drop_idle_advice(diagnoses);
    return diagnoses;
}

std::string answer_statement(std::string& out, boost::json::object const& row, SharedPacks const& packs) {
    auto const* query = row.if_contains("query");
    if (!query || !query->is_string()) return "no \"query\" text";
    std::string_view const statement = query->get_string();
    auto const schema = schema_of_dialect(dialect, *packs);
    StatementJudgement judgement(statement, {}, *schema);
    CodePoints points;
    bool first = true;
    for (auto const& d : diagnoses_of(judgement, *schema, false)) {
        if (!std::exchange(first, false)) out += ',';
        append_diagnosis(out, d, {"query", statement, 0}, points);
    }
    return {};
}

std::shared_ptr<Analysis const> analyze_statement(QueryOptions const& options, SharedPacks const& packs) {
    auto const schema = schema_of_dialect(dialect, *packs);
    auto unit = std::make_shared<Unit>();
    unit->sources.push_back(std::make_shared<Source>("query", options.text));
    auto analysis = std::make_shared<Analysis>();
    StatementJudgement judgement(options.text, {}, *schema);
    for (auto& d : diagnoses_of(judgement, *schema, true)) {
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

}  // namespace

DialectQuery const ftrack_query{dialect, answer_statement, analyze_statement};

}  // namespace alyx::cli
