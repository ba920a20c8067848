// What an assist lists of a document, with ranges.
#pragma once

#include <optional>

#include "lsp/protocol/synchronization.hpp"
#include "lsp/session/session.hpp"

namespace alyx::lsp {

/// Calls `take(item, range_of_place)` for each item of `list(analysis)` of each of the document's analyses. The second
/// gives the range of a place, or nothing where that stands in another document: of a notebook's other cells.
template <class List, class Take>
void each(Session& session, Uri const& uri, List list, Take take) {
    auto const* document = session.documents.document(uri);
    auto* bundle = session.documents.bundle(uri);
    if (!document || !bundle) return;
    for (auto const& analysis : session.analysed(*bundle).analyses) {
        auto range_of_place = [&](analyzer::Place place) -> std::optional<Range> {
            auto located = locate(*bundle, *analysis, place);
            if (located.document != document) return std::nullopt;
            return session.range(located);
        };
        for (auto const& item : list(*analysis)) take(item, range_of_place);
    }
}

}  // namespace alyx::lsp
