// inlayHint/resolve: why the hint stands there.
#include "analyzer/assist/hints.hpp"
#include "lsp/features/feature.hpp"
#include "lsp/protocol/features.hpp"

namespace alyx::lsp {
namespace {

/// What the hint's request put into its `data`.
struct HintData {
    Uri uri;
};
BOOST_DESCRIBE_STRUCT(HintData, (), (uri))

/// The hint as the client sent it, for it may hold members of the client's own.
json::value resolve(Session& session, json::value const& sent) {
    InlayHint hint;
    HintData data;
    Mismatch why;
    auto resolved = sent;
    if (!decode(sent, hint, why) || !hint.data || !decode(*hint.data, data, why)) return resolved;
    auto at = session.at({{data.uri}, hint.position});
    if (!at) return resolved;
    for (auto const& known : analyzer::hints(*at->spot.analysis)) {
        bool is_it = known.place.source == at->spot.place.source &&
                     known.place.span.begin == at->spot.place.span.begin && known.label == hint.label;
        if (!is_it) continue;
        auto text = analyzer::hint_documentation(*at->spot.analysis, known);
        if (!text.empty()) resolved.as_object()["tooltip"] = encode(MarkupContent{"markdown", std::move(text)});
        break;
    }
    return resolved;
}

}  // namespace

namespace features {
extern Feature const inlay_hint_resolve;
Feature const inlay_hint_resolve{"inlayHint/resolve", Scope::item, nullptr, answered_by<&resolve>};
}  // namespace features

}  // namespace alyx::lsp
