// `alyxlint query ENDPOINT STRING`: one query from the command line.
#include <optional>
#include <utility>

#include "analyzer/analyze/analysis.hpp"
#include "analyzer/cli/batch.hpp"
#include "analyzer/cli/collect.hpp"
#include "analyzer/cli/command.hpp"
#include "analyzer/cli/dialect_query.hpp"
#include "analyzer/cli/formats/format.hpp"
#include "analyzer/text/concat.hpp"
#include "analyzer/workspace/documentation.hpp"

namespace alyx::cli {

using namespace analyzer;

namespace {

/// With the words where the dialect has them: one of whole queries is asked without an endpoint. None after saying what
/// is missing or too much.
std::optional<QueryOptions> in_dialect(QueryOptions options, DialectQuery const& dialect) {
    if (dialect.needs_endpoint == options.has_text) {
        if (!dialect.needs_endpoint) options.text = std::exchange(options.endpoint, {});
        return options;
    }
    complain(dialect.needs_endpoint
                 ? concat("command line: a query of the dialect ", dialect.name, " is for an endpoint: ENDPOINT STRING")
                 : concat("command line: a query of the dialect ", dialect.name, " is one word; `", options.endpoint,
                          "` stands before it"));
    return std::nullopt;
}

}  // namespace

int run_query(CommonOptions const& common, CheckOptions const& configured, QueryOptions const& given) {
    auto sources = configured;
    // What answers a program must not turn on the folder that it runs in.
    if (given.batch && configured.configurations.empty()) sources.isolated = true;
    auto packs = load_packs(sources);
    if (!packs) return exit_failure;
    if (given.batch) return run_batch(packs);
    auto const* format = find_format(common.format);
    auto const name = given.dialect.empty() ? std::string_view(packs->schemas().front()->dialect) : given.dialect;
    auto const* found = find_dialect_query(name);
    auto const& dialect = found ? *found : *dialect_queries().front();
    auto options = in_dialect(given, dialect);
    auto analysis = options ? dialect.analyze(*options, packs) : nullptr;
    if (!analysis) return exit_failure;
    auto result = collect(std::span(&analysis, 1), options->text, documentation_base());
    result.queries = 1;
    int code = exit_clean;
    for (auto const& record : result.records)
        if (record.severity != Severity::information) code = exit_findings;
    return print(format->render(result, {common.colours(), true}), code);
}

}  // namespace alyx::cli
