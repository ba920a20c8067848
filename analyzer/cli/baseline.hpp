// `--baseline` and `--update-baseline`: findings that were there before.
#pragma once

#include <boost/system/result.hpp>
#include <functional>
#include <string>
#include <vector>

#include "analyzer/baseline/baseline.hpp"
#include "analyzer/cli/record.hpp"

namespace alyx::cli {

/// Moves the findings that the baseline knows to the suppressed ones.
void apply_baseline(RunResult& result, analyzer::Baseline const& baseline);

/// Writes what was found into the baseline at `path`, which need not be there yet: entries of the files that were
/// `looked_at` are replaced, those of others stay, and those of files that could not be read. Returns what to tell the
/// user: `alyx-baseline.json: 12 findings, 3 new, 1 no longer found`. `asked`: see Baseline::update().
boost::system::result<std::string, analyzer::Failure> update_baseline(
    std::string const& path, RunResult const& result, std::vector<std::string> const& looked_at,
    std::function<bool(std::string_view)> const& asked = {});

}  // namespace alyx::cli
