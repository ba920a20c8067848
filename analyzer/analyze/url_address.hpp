// What is wrong with a URL itself, whatever it asks: parts of it that no service ever sees.
#pragma once

#include <optional>

#include "analyzer/analyze/analysis.hpp"

namespace alyx::analyzer {

/// The finding on a `#` that cuts off a part of what the URL asks.
std::optional<Finding> cut_query_of(FoldedText const& url);
/// Appends what is wrong with the URLs of all sites that are one.
void judge_addresses(Analysis& analysis);

}  // namespace alyx::analyzer
