// `alyxlint query ENDPOINT STRING`: one query from the command line.
#include "analyzer/analyze/analysis.hpp"
#include "analyzer/cli/batch.hpp"
#include "analyzer/cli/collect.hpp"
#include "analyzer/cli/command.hpp"
#include "analyzer/cli/dialect_query.hpp"
#include "analyzer/cli/formats/format.hpp"
#include "analyzer/workspace/documentation.hpp"

namespace alyx::cli {

using namespace analyzer;

int run_query(CommonOptions const& common, QueryOptions const& options) {
    auto schema = load_schema(common);
    if (!schema) return exit_failure;
    if (options.batch) return run_batch(schema);
    auto const* format = find_format(common.format);
    auto const name = options.dialect.empty() ? std::string_view(schema->dialect) : options.dialect;
    auto const* dialect = find_dialect_query(name);
    auto analysis = (dialect ? *dialect : *dialect_queries().front()).analyze(options, schema);
    if (!analysis) return exit_failure;
    auto result = collect(std::span(&analysis, 1), options.text, documentation_base());
    result.queries = 1;
    int code = exit_clean;
    for (auto const& record : result.records)
        if (record.severity != Severity::information) code = exit_findings;
    return print(format->render(result, {common.colours(), true}), code);
}

}  // namespace alyx::cli
