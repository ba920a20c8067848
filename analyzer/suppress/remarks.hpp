// What is to be said about the directives themselves: of no use, or wrong.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "analyzer/edit/encode.hpp"
#include "analyzer/suppress/suppressions.hpp"

namespace alyx::analyzer {

struct Remark {
    struct Mend {
        std::string title;
        Fix::Safety safety = Fix::Safety::safe;
        SourceEdit edit;
    };
    Rule const* rule = nullptr;  ///< unused_suppression or invalid_suppression
    Place place;
    std::string message;
    std::string help;
    std::optional<Mend> mend;
    PlacedDirective const* about = nullptr;  ///< null: it could not be read
};

/// Which rules were asked for in this run. What names others may be of use in another.
struct Asked {
    std::function<bool(Rule const&)> is_enabled;
    bool narrowed = false;  ///< only some were asked for this once: nothing can be said to be of no use
};

/// After all findings were silenced that can be.
std::vector<Remark> remarks_on(Suppressions const& suppressions, Asked const& asked);

}  // namespace alyx::analyzer
