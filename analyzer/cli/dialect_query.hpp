// Queries that stand by themselves, on the command line or in a line of a batch, in each dialect.
#pragma once

#include <boost/json/object.hpp>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/analyze/analysis.hpp"
#include "analyzer/cli/command.hpp"

namespace alyx::cli {

using SharedSchema = std::shared_ptr<analyzer::Schema const>;
/// The packs that are known: the first is the one that holds where nothing says more.
using SharedPacks = std::shared_ptr<analyzer::Snapshot const>;

/// One line in analyze/dialects.def and an object `<name>_query` make one more.
struct DialectQuery {
    std::string_view name;  ///< as users write it
    /// Appends the diagnoses of a row of a batch, with commas between them. What is wrong with the row, or an empty
    /// text.
    std::string (*answer_row)(std::string& out, boost::json::object const& row, SharedPacks const& packs);
    /// The query as a unit of its own, with what is found in it; null after saying why there is none.
    std::shared_ptr<analyzer::Analysis const> (*analyze)(QueryOptions const& options, SharedPacks const& packs);
    bool needs_endpoint = false;  ///< before the query
};

/// The first is that of requests to endpoints.
std::span<DialectQuery const* const> dialect_queries();
/// Null where there is none.
DialectQuery const* find_dialect_query(std::string_view name);

/// The first pack of the dialect, else the program's own; null where there is none.
SharedSchema schema_of_dialect(std::string_view dialect, analyzer::Snapshot const& packs);
/// How a query could be put better is of no interest while it does not work.
void drop_idle_advice(std::vector<analyzer::Diagnosis>& diagnoses);

}  // namespace alyx::cli
