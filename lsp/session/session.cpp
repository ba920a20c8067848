// Analyses on demand, and requests to the client.
#include "lsp/session/session.hpp"

#include "analyzer/analyze/analysis_cache.hpp"
#include "analyzer/host/host.hpp"
#include "lsp/session/uri.hpp"

namespace alyx::lsp {

using namespace analyzer;

namespace {

Units units_of(Bundle const& bundle) {
    if (!bundle.is_notebook) {
        auto const& document = *bundle.documents.front();
        return units_of_text(document.language, document.source);
    }
    std::vector<EditorCell> cells;
    for (auto const& document : bundle.documents) cells.push_back({document->language, document->source});
    return units_of_cells(cells);
}

}  // namespace

Bundle const& Session::analysed(Bundle& bundle) {
    if (bundle.is_analysed) return bundle;
    auto begin = environment.clock();
    bundle.analyses.clear();
    auto snapshot = workspace.snapshot(bundle.uri);
    tell_failures();
    auto path = path_of(bundle.uri).value_or(std::string());
    auto units = workspace.is_excluded(path) ? Units{} : units_of(bundle);
    bundle.caches.resize(units.units.size());
    for (std::size_t i = 0; i < units.units.size(); ++i) {
        auto& unit = units.units[i];
        auto& cache = bundle.caches[i];
        if (!cache) cache = std::make_shared<AnalysisCache>();
        unit.path = path;
        bundle.analyses.push_back(analyze(std::make_shared<Unit const>(std::move(unit)), snapshot, cache.get()));
    }
    bundle.is_analysed = true;
    bundle.cost = environment.clock() - begin;
    return bundle;
}

void Session::tell_failures() {
    for (auto const& failure : workspace.take_failures())
        notify("window/showMessage", MessageParams{MessageType::Error, "alyxls: " + failure.to_string()});
}

std::optional<Session::At> Session::at(TextDocumentPositionParams const& params) {
    auto const* document = documents.document(params.textDocument.uri);
    auto* bundle = documents.bundle(params.textDocument.uri);
    if (!document || !bundle) return std::nullopt;
    analysed(*bundle);
    auto spot = spot_at(*bundle, *document, offset_of(*document, params.position, encoding));
    if (!spot) return std::nullopt;
    return At{*bundle, *document, *spot};
}

void Session::request(std::string_view method, json::value params, Then then) {
    asked_[++last_asked_] = std::move(then);
    messages_.push_back(write_request(last_asked_, method, std::move(params)));
}

void Session::answered(Message const& response) {
    auto const* id = response.id ? std::get_if<std::int32_t>(&*response.id) : nullptr;
    auto asked = id ? asked_.find(*id) : asked_.end();
    if (asked == asked_.end()) return log(MessageType::Warning, "a response came that no request waits for");
    auto then = std::move(asked->second);
    asked_.erase(asked);
    if (response.error) log(MessageType::Log, "the client refuses a request: " + response.error->message);
    if (then) then(*this, response.error ? nullptr : &response.result);
}

}  // namespace alyx::lsp
