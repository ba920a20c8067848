// The documents and notebooks that the client holds open.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string_view>

#include "lsp/session/bundle.hpp"

namespace alyx::lsp {

class Documents {
  public:
    /// Takes the place of a document or notebook with the same URI.
    Bundle& open(TextDocumentItem item);
    Bundle& open(NotebookDocument const& notebook, std::vector<TextDocumentItem> cells);
    /// Takes cells out and puts cells in; one whose text did not come is empty. Null: no such notebook.
    Bundle* restructure(Uri const& notebook, NotebookStructureChange const& change);
    /// Forgets the document or notebook. What it was, for those who showed something of it; null: it was not open.
    std::shared_ptr<Bundle> close(Uri const& uri);

    /// Null where it is not open. A cell is found by its own URI, its notebook by that of either.
    Document* document(std::string_view uri) const;
    Bundle* bundle(std::string_view uri) const;
    void each(std::function<void(Bundle&)> const& visit) const;

  private:
    struct Entry {
        std::shared_ptr<Bundle> bundle;
        std::shared_ptr<Document> document;  ///< null for a notebook itself
    };
    std::map<Uri, Entry, std::less<>> entries_;
};

}  // namespace alyx::lsp
