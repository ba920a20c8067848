// Keeps a module for each fragment of Python, and the keys that all fragments share.
#include "analyzer/host/fold_cache.hpp"

#include <vector>

#include "analyzer/fold/evaluate.hpp"
#include "analyzer/host/language.hpp"
#include "analyzer/host/python_module.hpp"

namespace alyx::analyzer {
namespace {

/// Of names that were typed and are gone, at most about as many are kept as stand in the text.
constexpr std::size_t most_new_keys = 10'000;

std::unique_ptr<ir::Part> lowered(Source const& source, Fragment const& fragment, CalleeFilter const& filter,
                                  ir::Keys& keys) {
    auto part = std::make_unique<ir::Part>();
    part->text = source.text();
    part->place = {fragment.source, make_span(0, part->text.size())};
    host_language(fragment.language).lower(source, fragment, filter, keys, *part);
    return part;
}

}  // namespace

struct FoldCache::State {
    ir::Keys keys;
    std::size_t first_keys = 0;                        ///< of the first unit
    std::vector<PythonModule> modules;                 ///< of Python
    std::vector<std::unique_ptr<ir::Part>> fragments;  ///< of other languages, lowered each time
};

FoldCache::FoldCache() = default;
FoldCache::FoldCache(FoldCache&&) noexcept = default;
FoldCache& FoldCache::operator=(FoldCache&&) noexcept = default;
FoldCache::~FoldCache() = default;

FoldedUnit FoldCache::fold(Unit const& unit, CalleeFilter const& filter) {
    if (!state_ || state_->keys.size() > state_->first_keys + most_new_keys) state_ = std::make_unique<State>();
    state_->modules.resize(unit.fragments.size());
    state_->fragments.clear();
    ir::Program program{state_->keys, {}};
    for (std::size_t i = 0; i < unit.fragments.size(); ++i) {
        Fragment const& fragment = unit.fragments[i];
        Source const& source = *unit.sources[fragment.source];
        if (fragment.language == Language::python) {
            state_->modules[i].update(source, fragment, filter, state_->keys);
            state_->modules[i].add_to(program);
        } else {
            state_->fragments.push_back(lowered(source, fragment, filter, state_->keys));
            program.parts.push_back(state_->fragments.back().get());
        }
    }
    if (state_->first_keys == 0) state_->first_keys = state_->keys.size();
    return evaluate(program);
}

}  // namespace alyx::analyzer
