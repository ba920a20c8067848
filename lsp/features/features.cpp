// The list of features.
#include <array>

#include "lsp/features/feature.hpp"

namespace alyx::lsp {

namespace features {
#define FEATURE(name) extern Feature const name;
#include "lsp/features/features.def"
#undef FEATURE
}  // namespace features

std::span<Feature const* const> all_features() {
    static constexpr std::array all{
#define FEATURE(name) &features::name,
#include "lsp/features/features.def"
#undef FEATURE
    };
    return all;
}

}  // namespace alyx::lsp
