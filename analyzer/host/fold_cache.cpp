// Keeps a module for each fragment of Python, and the keys that all fragments share.
#include "analyzer/host/fold_cache.hpp"

#include <algorithm>
#include <iterator>
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

/// The fragments of each language share a scope; JavaScript and TypeScript are one.
struct Programs {
    ir::Keys const& keys;
    std::vector<std::pair<Language, ir::Program>> all;

    ir::Program& of(Language language) {
        bool is_script = language == Language::typescript || language == Language::tsx;
        if (is_script) language = Language::javascript;
        for (auto& [known, program] : all)
            if (known == language) return program;
        return all.emplace_back(language, ir::Program{keys, {}}).second;
    }

    FoldedUnit evaluate() const {
        FoldedUnit unit;
        for (auto const& [language, program] : all) {
            FoldedUnit one = analyzer::evaluate(program);
            if (all.size() == 1) return one;
            append(unit.calls, std::move(one.calls));
            append(unit.declared, std::move(one.declared));
            append(unit.literals, std::move(one.literals));
            append(unit.comments, std::move(one.comments));
        }
        auto begin = [](FoldedCall const& call) { return std::pair(call.place.source, call.callee_place.span.begin); };
        std::stable_sort(unit.calls.begin(), unit.calls.end(),
                         [&](FoldedCall const& a, FoldedCall const& b) { return begin(a) < begin(b); });
        return unit;
    }

    template <class T>
    static void append(std::vector<T>& to, std::vector<T> from) {
        std::move(from.begin(), from.end(), std::back_inserter(to));
    }
};

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
    Programs programs{state_->keys, {}};
    for (std::size_t i = 0; i < unit.fragments.size(); ++i) {
        Fragment const& fragment = unit.fragments[i];
        Source const& source = *unit.sources[fragment.source];
        if (fragment.language == Language::python) {
            state_->modules[i].update(source, fragment, filter, state_->keys);
            state_->modules[i].add_to(programs.of(fragment.language));
        } else {
            state_->fragments.push_back(lowered(source, fragment, filter, state_->keys));
            programs.of(fragment.language).parts.push_back(state_->fragments.back().get());
        }
    }
    if (state_->first_keys == 0) state_->first_keys = state_->keys.size();
    return programs.evaluate();
}

}  // namespace alyx::analyzer
