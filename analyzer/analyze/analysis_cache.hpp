// What the analysis of one state of a unit leaves for that of the next.
#pragma once

#include <memory>

#include "analyzer/host/fold_cache.hpp"

namespace alyx::analyzer {

/// Holds what the last analysis took, however many came before. Any unit may follow any other.
struct AnalysisCache {
    FoldCache folds;
    std::shared_ptr<FoldCache> unfinished = std::make_shared<FoldCache>();  ///< shared with the analyses
};

}  // namespace alyx::analyzer
