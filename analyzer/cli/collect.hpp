// From analyses to records.
#pragma once

#include <memory>
#include <span>
#include <string_view>

#include "analyzer/analyze/analysis.hpp"
#include "analyzer/cli/record.hpp"

namespace alyx::cli {

/// What the analyses of one file (all of its units) came to: records in the order of the text, and counts of sites and
/// queries; `files` is 1. `file_text` is the text that the sources' places in the file refer to; only looked at for
/// notebooks. `pages` is the URL of the site of rule pages, see documentation_base(); may be empty.
RunResult collect(std::span<std::shared_ptr<analyzer::Analysis const> const> analyses, std::string_view file_text,
                  std::string_view pages = {});

}  // namespace alyx::cli
