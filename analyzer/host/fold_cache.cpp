// Keeps a module for each fragment, and the keys that they share.
#include "analyzer/host/fold_cache.hpp"

#include "analyzer/fold/evaluate.hpp"
#include "analyzer/host/python_module.hpp"

namespace alyx::analyzer {
namespace {

/// Of names that were typed and are gone, at most about as many are kept as stand in the text.
constexpr std::size_t most_new_keys = 10'000;

}  // namespace

struct FoldCache::State {
    ir::Keys keys;
    std::size_t first_keys = 0;  ///< of the first unit
    std::vector<PythonModule> modules;
};

FoldCache::FoldCache() = default;
FoldCache::FoldCache(FoldCache&&) noexcept = default;
FoldCache& FoldCache::operator=(FoldCache&&) noexcept = default;
FoldCache::~FoldCache() = default;

FoldedUnit FoldCache::fold(Unit const& unit, CalleeFilter const& filter) {
    if (!state_ || state_->keys.size() > state_->first_keys + most_new_keys) state_ = std::make_unique<State>();
    state_->modules.resize(unit.fragments.size());
    ir::Program program{state_->keys, {}};
    for (std::size_t i = 0; i < unit.fragments.size(); ++i) {
        Fragment const& fragment = unit.fragments[i];
        state_->modules[i].update(*unit.sources[fragment.source], fragment, filter, state_->keys);
        state_->modules[i].add_to(program);
    }
    if (state_->first_keys == 0) state_->first_keys = state_->keys.size();
    return evaluate(program);
}

}  // namespace alyx::analyzer
