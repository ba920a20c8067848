// Records from JSON: the other side of formats/json_record.hpp.
#pragma once

#include <boost/json/value.hpp>

#include "analyzer/cli/record.hpp"
#include "analyzer/schema/problems.hpp"

namespace alyx::cli {

/// What is wrong is added to the problems, with its path below `path`. Members of later versions are passed over.
Record read_record(boost::json::value const& value, analyzer::JsonPath const& path, analyzer::Problems& problems);

/// Counts, failures and mended findings of a run, added to `result`.
void read_run(boost::json::value const& value, analyzer::JsonPath const& path, analyzer::Problems& problems,
              RunResult& result);

}  // namespace alyx::cli
