// The analyses of a file's text: one a unit.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "analyzer/analyze/analysis.hpp"
#include "analyzer/text/failure.hpp"

namespace alyx::cli {

struct FileName {
    std::string shown;
    std::string path;  ///< absolute, for what is configured by path; may be empty
};

/// Adds to `failures`, where they are wanted, what of the file could not be read.
std::vector<std::shared_ptr<analyzer::Analysis const>> analyses_of(
    FileName const& name, std::string const& text, std::shared_ptr<analyzer::Snapshot const> const& snapshot,
    std::vector<analyzer::Failure>* failures = nullptr);

}  // namespace alyx::cli
