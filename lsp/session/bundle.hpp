// What is analysed together: a text document, or the cells of a notebook in their order.
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "analyzer/analyze/analysis.hpp"
#include "lsp/session/document.hpp"

namespace alyx::lsp {

using Time = std::chrono::steady_clock::time_point;
using Duration = std::chrono::steady_clock::duration;

struct Bundle {
    Uri uri;  ///< of the document, or of the notebook
    bool is_notebook = false;
    std::vector<std::shared_ptr<Document>> documents;
    /// Of the texts as they stand; none where they have changed since.
    std::vector<std::shared_ptr<analyzer::Analysis const>> analyses;
    bool is_analysed = false;
    Duration cost{};  ///< of the last analysis
    /// What the units, in the order of the analyses, leave for their next states. Any text may follow any other.
    std::vector<std::shared_ptr<analyzer::AnalysisCache>> caches;
};

/// Bytes of one of a bundle's documents.
struct Located {
    Document const* document = nullptr;
    analyzer::Span span;
};

/// Where a place of an analysis stands in what the client sees.
Located locate(Bundle const& bundle, analyzer::Analysis const& analysis, analyzer::Place place);

/// A byte of a document, as a place of the analysis that covers it.
struct Spot {
    analyzer::Analysis const* analysis = nullptr;
    analyzer::Place place;  ///< an empty span
};
/// Nothing where no analysis covers it: another language's cell, the JSON around a notebook's cells.
std::optional<Spot> spot_at(Bundle const& bundle, Document const& document, std::uint32_t offset);

/// What an edit of one of the analysis's sources is in the document; nothing where that cannot be (over two lines of
/// a cell in a notebook's JSON).
struct LocatedEdit {
    Document const* document = nullptr;
    analyzer::Span span;
    std::string text;
};
std::optional<LocatedEdit> locate(Bundle const& bundle, analyzer::Analysis const& analysis,
                                  analyzer::SourceEdit const& edit);

}  // namespace alyx::lsp
