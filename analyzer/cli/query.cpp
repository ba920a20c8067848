// `alyxlint query ENDPOINT STRING`: one filter string from the command line.
#include "analyzer/analyze/analysis.hpp"
#include "analyzer/cli/batch.hpp"
#include "analyzer/cli/collect.hpp"
#include "analyzer/cli/command.hpp"
#include "analyzer/cli/formats/format.hpp"
#include "analyzer/cli/statement_query.hpp"
#include "analyzer/outcome/outcome.hpp"
#include "analyzer/workspace/documentation.hpp"

namespace alyx::cli {

using namespace analyzer;

namespace {

/// The endpoint and the string as two sources, so that every format can show where a finding stands.
std::shared_ptr<Analysis const> analyze_query(std::shared_ptr<Schema const> const& schema,
                                              QueryOptions const& options) {
    auto unit = std::make_shared<Unit>();
    unit->sources.push_back(std::make_shared<Source>("endpoint", options.endpoint));
    unit->sources.push_back(std::make_shared<Source>(schema->query_parameter, options.text));
    auto analysis = std::make_shared<Analysis>();
    Request request{schema.get(), options.endpoint, {{schema->query_parameter, options.text, {}}}, true};
    auto outcome = predict(request);
    for (auto& d : diagnose(Review{request, outcome, true})) {
        bool in_value = d.subject == Subject::value;
        auto shift = in_value ? outcome.parameters[d.parameter].stripped : 0;
        Span span = d.subject == Subject::parameter ? Span{0, 0} : d.span.shifted(shift);
        auto& f = analysis->findings.emplace_back();
        f.rule = d.rule;
        f.place = {in_value || d.subject == Subject::parameter ? 1U : 0U, span};
        f.message = std::move(d.message);
        f.help = std::move(d.help);
        f.server = d.server;
        if (!d.fix || d.fix->subject != Subject::value) continue;
        f.fix = FindingFix{d.fix->title, d.fix->safety, {}};
        for (auto const& edit : d.fix->edits) f.fix->edits.push_back({{1, edit.span.shifted(shift)}, edit.text});
    }
    analysis->unit = std::move(unit);
    return analysis;
}

}  // namespace

int run_query(CommonOptions const& common, QueryOptions const& options) {
    auto schema = load_schema(common);
    if (!schema) return exit_failure;
    if (options.batch) return run_batch(schema);
    auto const* format = find_format(common.format);
    auto const of_dialect = schema_of_dialect(options.dialect, schema);
    auto analysis = of_dialect ? analyze_statement(options.text, *of_dialect) : analyze_query(schema, options);
    auto result = collect(std::span(&analysis, 1), options.text, documentation_base());
    result.queries = 1;
    int code = exit_clean;
    for (auto const& record : result.records)
        if (record.severity != Severity::information) code = exit_findings;
    return print(format->render(result, {common.colours(), true}), code);
}

}  // namespace alyx::cli
