// URLs that stand in text by themselves: in documents, beside the code in their fences.
#pragma once

#include <memory>
#include <vector>

#include "analyzer/analyze/site.hpp"
#include "analyzer/text/unit.hpp"

namespace alyx::analyzer {

/// The sites of such URLs, several for one where packs tie. What stands for something else, `{label}`, `<id>`, `$day`,
/// `…`, is a hole. Appends the literals that they point into.
std::vector<std::vector<Site>> url_sites_in_text(Unit const& unit, Snapshot const& snapshot,
                                                 std::vector<std::shared_ptr<Literal const>>& literals);

}  // namespace alyx::analyzer
