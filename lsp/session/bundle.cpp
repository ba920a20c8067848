// Between places of analyses and bytes of documents.
#include "lsp/session/bundle.hpp"

#include <algorithm>

#include "analyzer/edit/apply.hpp"

namespace alyx::lsp {

using namespace analyzer;

namespace {

/// A source of a notebook's cells is the document's own; all others stand in the bundle's one document.
Document const& document_of(Bundle const& bundle, Source const& source) {
    auto at = std::find_if(bundle.documents.begin(), bundle.documents.end(),
                           [&](auto const& document) { return document->source.get() == &source; });
    return at == bundle.documents.end() ? *bundle.documents.front() : **at;
}

/// The place's offset in a source that stands in the document, if it does.
std::optional<std::uint32_t> offset_in(Source const& source, Document const& document, std::uint32_t offset) {
    if (document.source.get() == &source) return offset;
    auto const* map = source.map();
    if (!map || document.source->name() != source.name()) return std::nullopt;
    auto whole = source.in_file(make_span(0, source.text().size()));
    if (offset < whole.begin || offset > whole.end) return std::nullopt;
    auto decoded = map->to_decoded(offset);
    // Between the strings of two lines stands JSON.
    auto raw = source.in_file({decoded, decoded}).begin;
    bool is_near = raw <= offset && offset - raw < 6;
    return is_near || offset == whole.end ? std::optional(decoded) : std::nullopt;
}

}  // namespace

Located locate(Bundle const& bundle, Analysis const& analysis, Place place) {
    auto const& source = *analysis.unit->sources[place.source];
    return {&document_of(bundle, source), source.in_file(place.span)};
}

std::optional<Spot> spot_at(Bundle const& bundle, Document const& document, std::uint32_t offset) {
    for (auto const& analysis : bundle.analyses)
        for (std::uint32_t i = 0; i < analysis->unit->sources.size(); ++i)
            if (auto at = offset_in(*analysis->unit->sources[i], document, offset))
                return Spot{analysis.get(), {i, {*at, *at}}};
    return std::nullopt;
}

std::optional<LocatedEdit> locate(Bundle const& bundle, Analysis const& analysis, SourceEdit const& edit) {
    auto const& source = *analysis.unit->sources[edit.place.source];
    auto const& document = document_of(bundle, source);
    auto in = in_file(edit, source, document.source->text());
    if (!in) return std::nullopt;
    return LocatedEdit{&document, in->span, std::move(in->text)};
}

}  // namespace alyx::lsp
