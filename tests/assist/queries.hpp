// Every path that stands in a query of a file, with what each of its segments is.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "analyzer/analyze/analysis.hpp"
#include "analyzer/resolve/path.hpp"

namespace alyx::analyzer::test {

struct WrittenPath {
    Endpoint const& endpoint;
    std::string_view text;  ///< of the query, which the path's spans are of
    Path const& path;
    ResolvedPath const& target;
};

/// Calls `use` for the paths of all sites' queries whose endpoint is known.
void for_each_path(Analysis const& analysis, std::function<void(WrittenPath const&)> const& use);
/// Files with code below the folder (of the repository), sorted.
std::vector<std::string> code_files(std::string_view folder);
std::vector<std::shared_ptr<Analysis const>> analyze_file(std::string const& path);
std::shared_ptr<Analysis const> analyze_code(std::string code);

}  // namespace alyx::analyzer::test
