// Keeps documents by their URIs.
#include "lsp/session/documents.hpp"

#include <algorithm>

namespace alyx::lsp {

Bundle& Documents::open(TextDocumentItem item) {
    close(item.uri);
    auto bundle = std::make_shared<Bundle>();
    bundle->uri = item.uri;
    bundle->documents.push_back(std::make_shared<Document>(make_document(std::move(item))));
    entries_[bundle->uri] = {bundle, bundle->documents.front()};
    return *bundle;
}

Bundle& Documents::open(NotebookDocument const& notebook, std::vector<TextDocumentItem> cells) {
    close(notebook.uri);
    auto bundle = std::make_shared<Bundle>();
    bundle->uri = notebook.uri;
    bundle->is_notebook = true;
    entries_[bundle->uri] = {bundle, nullptr};
    NotebookStructureChange all{{0, 0, notebook.cells}, std::move(cells), {}};
    return *restructure(notebook.uri, all);
}

Bundle* Documents::restructure(Uri const& notebook, NotebookStructureChange const& change) {
    auto found = entries_.find(notebook);
    if (found == entries_.end() || !found->second.bundle->is_notebook) return nullptr;
    auto bundle = found->second.bundle;
    bundle->is_analysed = false;

    auto& cells = bundle->documents;
    auto begin = std::min<std::size_t>(change.array.start, cells.size());
    auto end = std::min<std::size_t>(begin + change.array.deleteCount, cells.size());
    auto at = [&](std::size_t index) { return cells.begin() + static_cast<std::ptrdiff_t>(index); };
    cells.erase(at(begin), at(end));

    // A cell that is taken out stays open until the client closes it: it may be put in again elsewhere.
    for (auto& item : change.didOpen.value_or(std::vector<TextDocumentItem>{})) {
        auto uri = item.uri;
        entries_[uri] = {bundle, std::make_shared<Document>(make_document(std::move(item)))};
    }
    std::vector<std::shared_ptr<Document>> added;
    for (auto const& cell : change.array.cells.value_or(std::vector<NotebookCell>{})) {
        auto& entry = entries_[cell.document];
        if (!entry.document) entry = {bundle, std::make_shared<Document>(make_document({cell.document, "", 0, ""}))};
        added.push_back(entry.document);
    }
    cells.insert(at(begin), added.begin(), added.end());
    for (auto const& cell : change.didClose.value_or(std::vector<TextDocumentIdentifier>{}))
        if (std::none_of(cells.begin(), cells.end(), [&](auto const& kept) { return kept->uri == cell.uri; }))
            entries_.erase(cell.uri);
    return bundle.get();
}

std::shared_ptr<Bundle> Documents::close(Uri const& uri) {
    auto found = entries_.find(uri);
    if (found == entries_.end()) return nullptr;
    auto bundle = found->second.bundle;
    std::erase_if(entries_, [&](auto const& entry) { return entry.second.bundle == bundle; });
    return bundle;
}

Document* Documents::document(std::string_view uri) const {
    auto found = entries_.find(uri);
    return found == entries_.end() ? nullptr : found->second.document.get();
}

Bundle* Documents::bundle(std::string_view uri) const {
    auto found = entries_.find(uri);
    return found == entries_.end() ? nullptr : found->second.bundle.get();
}

void Documents::each(std::function<void(Bundle&)> const& visit) const {
    for (auto const& [uri, entry] : entries_)
        if (uri == entry.bundle->uri) visit(*entry.bundle);
}

}  // namespace alyx::lsp
